using TechMarket.Messages;

namespace TechMarket.Listings.Tests.Dossiers;

/// <summary>What this service gives to the evidence dossier of a deal.</summary>
public sealed class OnDossierOpenedTests(ListingsApp app) : IClassFixture<ListingsApp>
{
    [Fact]
    public async Task The_public_text_and_who_approved_it_and_never_the_confidential_detail()
    {
        var achievement = await app.Published();
        var part = await Given(achievement.Id);
        var file = part.Files.ShouldHaveSingleItem();
        (file.Path, file.IsBase64, file.PartiesOnly).ShouldBe(("1-achievement/achievement.json", false, false));
        file.Content.ShouldContain(achievement.Number!);
        part.Trail.Select(e => e.Action).ShouldBe(["start", "submit", "approve", "publish"], ignoreOrder: false);
        part.Trail.ShouldAllBe(e => e.PersonName != null && e.Hash.Length == 64 && e.PreviousHash.Length == 64);
        part.Lines.Select(l => l.En).ShouldBe(["Holder", "Achievement published", "Submitted for review", "Approved by the unit", "Reviewed by the bureau and published"]);
    }

    [Fact]
    public async Task The_same_state_gives_the_same_part()
    {
        var achievement = await app.Published();
        var (first, second) = (await Given(achievement.Id), await Given(achievement.Id));
        second.Files.ShouldBe(first.Files);
        second.Lines.ShouldBe(first.Lines);
        second.Trail.ShouldBe(first.Trail);
    }

    [Fact]
    public async Task An_achievement_nobody_knows_gets_an_empty_answer_and_a_repeated_question_one()
    {
        var (deal, fact) = (Guid.CreateVersion7(), new DossierOpened(Guid.CreateVersion7(), Guid.CreateVersion7(), "JY-2026-000001", Guid.CreateVersion7(), DateTimeOffset.UnixEpoch));
        var message = await app.Hear(fact with { DealId = deal });
        await app.Hear(fact with { DealId = deal }, message);
        var part = (await app.Published<AchievementEvidenceGiven>()).Where(f => f.DealId == deal).ShouldHaveSingleItem().Part;
        (part.Files.Count, part.Lines.Count, part.Trail.Count).ShouldBe((0, 0, 0));
    }

    private async Task<DossierPart> Given(Guid achievement)
    {
        var deal = Guid.CreateVersion7();
        await app.Hear(new DossierOpened(Guid.CreateVersion7(), deal, "JY-2026-000001", achievement, DateTimeOffset.UnixEpoch));
        return (await app.Published<AchievementEvidenceGiven>()).Single(f => f.DealId == deal).Part;
    }
}
