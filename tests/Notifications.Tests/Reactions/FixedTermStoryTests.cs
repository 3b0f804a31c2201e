using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Tests.Reactions;

/// <summary>Offers to try first and open licences reach whom they concern, and nobody else.</summary>
public sealed class FixedTermStoryTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly NotificationsApp app = shared.App;

    [Fact]
    public async Task Holder_bureau_and_taker_follow_an_offer_and_its_use()
    {
        var holder = await app.Someone(OrganisationKinds.University, "先用大学", "620102", Roles.Publisher);
        var bureau = await app.Someone(OrganisationKinds.Bureau, "先用科技局", "620100", Roles.Reviewer);
        var taker = await app.Someone(OrganisationKinds.Enterprise, "使用企业", "330100", Roles.Purchaser);
        var other = await app.Someone(OrganisationKinds.Enterprise, "旁人先用企业", "330100", Roles.Purchaser);
        var (offer, uptake, now, version) = (Guid.CreateVersion7(), Guid.CreateVersion7(), app.Clock.GetUtcNow(), 1);
        FixedTermOfferChanged Offer(string status, string? reason = null) => new(
            offer, ++version, "XY-1", "TRY_THEN_PAY", Guid.CreateVersion7(), "CG-1", "成果", holder.OrganisationId, "先用大学", false, status, reason, now, now);
        UptakeChanged Uptake(string status, string? reason = null, string kind = "TRY_THEN_PAY") => new(
            uptake, ++version, "SY-1", offer, "XY-1", kind, Guid.CreateVersion7(), "成果", holder.OrganisationId, "先用大学", taker.OrganisationId, "使用企业", status,
            Money.Yuan(40_000m), now, reason, now);
        UptakeReminded Reminder(string matter) => new(uptake, "SY-1", "成果", holder.OrganisationId, "先用大学", taker.OrganisationId, "使用企业", matter, now, now);

        foreach (var status in new[] { "SUBMITTED", "RETURNED", "NOTICE", "PUBLISHED", "RELEASED" }) await app.Hear(Offer(status));
        await app.Hear(Uptake("APPLIED"));
        await app.Hear(Uptake("TRIAL"));
        await app.Hear(Uptake("REPORT_FILED"));
        await app.Hear(Uptake("REPORT_DISPUTED", "与开票不符"));
        await app.Hear(Reminder("REPORT_OVERDUE"));
        await app.Hear(Uptake("PAY_DUE"));
        await app.Hear(Reminder("PAYMENT_DUE"));
        await app.Hear(Uptake("DEFAULTED", "NOT_CONCLUDED"));
        await app.Hear(Uptake("CONVERTED", kind: "OPEN_LICENSE"));

        (await app.Kinds(bureau)).ShouldBe(["fixed-term-offer-review"]);
        (await app.Kinds(holder)).ShouldBe(
            ["fixed-term-offer-moved", "fixed-term-offer-moved", "fixed-term-offer-moved", "uptake-applied", "uptake-applied", "usage-report-filed", "uptake-reminder", "uptake-moved"],
            ignoreOrder: true);
        (await app.Kinds(taker)).ShouldBe(
            ["uptake-moved", "usage-report-answered", "uptake-reminder", "uptake-to-conclude", "uptake-reminder", "uptake-moved"], ignoreOrder: true);
        (await app.Kinds(other)).ShouldBeEmpty();
    }
}
