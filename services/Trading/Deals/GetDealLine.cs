using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Copies;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.Deals;

/// <summary>The way of one deal from listing to settlement, for its parties, the brokers whose leads are attached, and the bureau.</summary>
static class GetDealLine
{
    public sealed record Document(string Title, string Url);

    /// <param name="Key">listed, sale, uptake, negotiation, notice, deal, signing, registration or settlement; notice is left out when none is needed.</param>
    /// <param name="State">done, now, next or stopped.</param>
    /// <param name="ReasonCode">Why it stopped or waits, when the market itself says so: STALLED, ACHIEVEMENT_SUSPENDED, ACHIEVEMENT_WITHDRAWN, SOLD_TO_ANOTHER, OBJECTION_OPEN; or a code of DeclineReason.</param>
    /// <param name="Reason">What a person gave as the reason.</param>
    public sealed record Station(
        string Key, string State, DateTimeOffset? At, DateTimeOffset? DueAt, string? Who, string? Link, Document? Document, string? ReasonCode,
        string? Reason);

    public sealed record Response(IReadOnlyList<Station> Stops);

    public static async Task<Ok<Response>> Handle(
        Caller caller, TradingDb db, RegionProfile profile, CancellationToken ct, Guid? negotiationId = null, Guid? dealId = null, Guid? contractId = null,
        Guid? achievementId = null)
    {
        if (new[] { negotiationId, dealId, contractId, achievementId }.Count(id => id is not null) != 1) throw Problems.OneIdNeeded.Now();
        var deals = db.Deals.AsNoTracking();
        Deal? deal = null;
        Negotiation? negotiation = null;
        if (contractId is not null) dealId = await db.DealProgress.Where(p => p.ContractId == contractId).Select(p => (Guid?)p.DealId).SingleOrDefaultAsync(ct);
        if (contractId is not null || dealId is not null)
        {
            var id = new DealId(dealId ?? Guid.Empty);
            deal = await deals.SingleOrDefaultAsync(d => d.Id == id, ct) ?? throw Problems.DealNotFound.Now();
        }
        else if (achievementId is { } achievement)
        {
            negotiation = await OwnTalks(achievement, caller, db, ct);
        }
        else
        {
            var id = new NegotiationId(negotiationId!.Value);
            negotiation = await Talks(db).SingleOrDefaultAsync(n => n.Id == id, ct) ?? throw Problems.NegotiationNotFound.Now();
        }
        if (deal is not null && negotiation is null) negotiation = await Talks(db).SingleOrDefaultAsync(n => n.Id == deal.NegotiationId, ct);
        if (negotiation is not null && deal is null) deal = await deals.SingleOrDefaultAsync(d => d.NegotiationId == negotiation.Id, ct);

        var course = await Course(achievementId ?? negotiation?.AchievementId ?? deal!.AchievementId, negotiation, deal, caller, profile, db, ct);
        return TypedResults.Ok(new Response([.. DealLine.Of(course).Select(s => new Station(
            s.Key, GetNegotiation.Code(s.State).ToLowerInvariant(), s.At, s.DueAt, s.Who, s.Link,
            s.Document is { } document ? new Document(document.Title, document.Url) : null, s.ReasonCode, s.Reason))]));
    }

    private static IQueryable<Negotiation> Talks(TradingDb db) => db.Negotiations.AsNoTracking().Include(n => n.Offers);

    private static async Task<DealCourse> Course(
        Guid achievementId, Negotiation? negotiation, Deal? deal, Caller caller, RegionProfile profile, TradingDb db, CancellationToken ct)
    {
        var achievement = await db.KnownAchievements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == achievementId, ct) ?? throw Problems.AchievementNotFound.Now();
        var party = caller.Organisation is { } own && (own == (deal?.SellerId ?? negotiation?.SellerId) || own == (deal?.BuyerId ?? negotiation?.BuyerId));
        var broker = (negotiation is not null && await Leads.AttachBroker(db, caller.Organisation, negotiation.BuyerId, achievementId, negotiation.OpenedAt, ct))
            || (deal is not null && await Viewers.MaySee(deal, caller, db, ct));
        if ((negotiation is not null || deal is not null) && !party && !broker && caller.OrganisationKind != OrganisationKinds.Bureau)
            throw Problems.NegotiationNotFound.Now();
        var saleId = deal?.SaleId ?? negotiation?.SaleId;
        var sale = await db.Sales.AsNoTracking().SingleOrDefaultAsync(s => s.Id == saleId, ct);
        var notices = await db.Notices.AsNoTracking().Include(n => n.Objections).Where(n => (negotiation != null && n.NegotiationId == negotiation.Id) || (saleId != null && n.SaleId == saleId) || (deal != null && n.Id == deal.NoticeId))
            .OrderByDescending(n => n.PreparedAt).ThenByDescending(n => n.Id).ToListAsync(ct);
        var uptakeId = deal?.UptakeId;
        var uptake = await db.Uptakes.AsNoTracking().SingleOrDefaultAsync(u => u.Id == uptakeId, ct);
        var progress = deal is null ? null : await db.DealProgress.AsNoTracking().SingleOrDefaultAsync(p => p.DealId == deal.Id.Value, ct);
        DateTimeOffset? signingDueAt = deal is null ? null : profile.At(deal.ConcludedAt).ContractSigningPeriod.EndFrom(deal.ConcludedAt, WorkingCalendar.China);
        return new DealCourse(
            achievement, negotiation, notices.Find(n => n.State != NoticeState.Prepared) ?? notices.FirstOrDefault(), deal, progress, signingDueAt,
            party || (broker && caller.OrganisationKind != OrganisationKinds.Bureau), party, sale, uptake);
    }

    /// <summary>On an achievement's page: the caller's own talks about it, those that lead furthest first.</summary>
    private static async Task<Negotiation?> OwnTalks(Guid achievement, Caller caller, TradingDb db, CancellationToken ct) =>
        caller.Organisation is not { } own
            ? null
            : await Talks(db).Where(n => n.AchievementId == achievement && (n.SellerId == own || n.BuyerId == own))
                .OrderByDescending(n => n.ConcludedAt != null).ThenByDescending(n => n.State != NegotiationState.ClosedLost)
                .ThenByDescending(n => n.AgreedAt != null).ThenByDescending(n => n.OpenedAt).FirstOrDefaultAsync(ct);
}
