using System.Text.Json;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Operations;

namespace TechMarket.Platform.Tests.Messaging;

/// <summary>Who a kept message is about is not for the administrator who tries it again.</summary>
public sealed class MaskedFactTests
{
    [Fact]
    public void What_is_about_a_person_is_masked_and_nothing_else()
    {
        var fact = new MembershipChanged(
            Guid.CreateVersion7(), Guid.CreateVersion7(), 3, "欧阳敏", "ouyang@example.invalid", "zh", ["approver"], true, new DateTimeOffset(2026, 11, 2, 3, 4, 5, TimeSpan.Zero));
        var shown = MaskedFacts.Of("identity:membership-changed:1", JsonSerializer.Serialize(fact, Json.Options));
        shown.ToString().ShouldBe(JsonSerializer.Serialize(fact with { PersonName = "欧***", Email = "o***@example.invalid" }, Json.Options));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("李", "李***")]
    [InlineData("𠮷野", "𠮷***")]
    [InlineData("@odd", "@***")]
    public void A_text_keeps_its_first_character(string? text, string? masked) => MaskedFacts.Mask(text).ShouldBe(masked);
}
