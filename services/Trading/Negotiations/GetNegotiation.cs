using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Trading.Copies;

namespace TechMarket.Trading.Negotiations;

/// <summary>The negotiation room as this caller may see it: the parties everything, a broker with a lead the course without its contents.</summary>
static class GetNegotiation
{
    public enum Viewer
    {
        Seller,
        Buyer,
        Broker,
    }

    /// <summary>What the caller may do now.</summary>
    public enum Possibility
    {
        TakeUp,
        ConfirmNda,
        MakeOffer,
        AnswerOffer,
        PostMessage,
        Decline,
        Withdraw,
        PrepareNotice,
    }

    public sealed record Achievement(Guid Id, string Number, string Title, string Status, bool Available, IReadOnlyList<string> TransferWays, IReadOnlyList<IpRight> IpRights);

    public sealed record Party(Guid Id, string Name);

    public sealed record Demand(Guid Id, string Number, string Title);

    public sealed record Confirmation(string Name, DateTimeOffset At, string Hash);

    /// <param name="State">OPEN, SUPERSEDED, DECLINED, EXPIRED, ACCEPTED or CLOSED.</param>
    public sealed record Version(
        Guid Id, int Round, string By, string PersonName, DealTerms Terms, bool Exclusive, DateTimeOffset OfferedAt, DateTimeOffset ExpiresAt, string State,
        DateTimeOffset? AnsweredAt, string? AnsweredBy, string? ReasonCode, string? Reason);

    public sealed record Ending(string Outcome, string? ReasonCode, string? Reason, Guid? ByOrganisationId, DateTimeOffset At);

    public sealed record Notice(Guid Id, string? Number, string State, DateTimeOffset? EndsAt);

    public sealed record Reference(Guid Id, string Number);

    /// <param name="Version">Send it back with what ends the negotiation.</param>
    /// <param name="ClaimedByOther">Another agreement binds the achievement; an agreement here may be refused.</param>
    public sealed record Response(
        Guid Id, string Number, string State, string? StalledFrom, long Version, Viewer Viewer, Achievement Achievement, Party Seller, Party Buyer,
        Demand? Demand, DateTimeOffset OpenedAt, DateTimeOffset LastActionAt, Confirmation? Nda, int Rounds, IReadOnlyList<Version> Offers,
        Guid? AgreedOfferId, DateTimeOffset? AgreedAt, bool NoticeRequired, bool ClaimedByOther, Ending? Ended, Notice? CurrentNotice, Reference? Deal,
        Reference? Contract, int MessageCount, int Unread, IReadOnlyList<Possibility> May, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(NegotiationId id, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        var negotiation = await db.Negotiations.AsNoTracking().Include(n => n.Offers).SingleOrDefaultAsync(n => n.Id == id, ct)
            ?? throw Problems.NegotiationNotFound.Now();
        return TypedResults.Ok(await View(negotiation, caller, db, clock.GetUtcNow(), ct));
    }

    internal static async Task<Response> View(Negotiation negotiation, Caller caller, TradingDb db, DateTimeOffset now, CancellationToken ct)
    {
        var side = negotiation.SideOf(caller.Organisation);
        if (side is null && !await Leads.AttachBroker(db, caller.Organisation, negotiation.BuyerId, negotiation.AchievementId, negotiation.OpenedAt, ct))
            throw Problems.NegotiationNotFound.Now();
        var id = negotiation.Id;
        var achievement = await db.KnownAchievements.AsNoTracking().SingleAsync(a => a.Id == negotiation.AchievementId, ct);
        var demand = negotiation.DemandId is { } demandId ? await db.KnownDemands.AsNoTracking().SingleOrDefaultAsync(d => d.Id == demandId, ct) : null;
        var notice = await db.Notices.AsNoTracking().Where(n => n.NegotiationId == id).OrderByDescending(n => n.PreparedAt).ThenByDescending(n => n.Id).FirstOrDefaultAsync(ct);
        var deal = await db.Deals.AsNoTracking().Where(d => d.NegotiationId == id).Select(d => new { d.Id, d.Number }).SingleOrDefaultAsync(ct);
        var contract = deal is null ? null : await db.DealProgress.AsNoTracking().SingleOrDefaultAsync(p => p.DealId == deal.Id.Value, ct);
        var read = await db.ReadMarks.AsNoTracking().Where(m => m.NegotiationId == id && m.OrganisationId == caller.Organisation).Select(m => m.UpTo).SingleOrDefaultAsync(ct);
        var claimed = await db.Claims.AnyAsync(c => c.AchievementId == negotiation.AchievementId && c.AgreementId != id.Value && c.Exclusive && c.ReleasedAt == null, ct);
        var party = side is not null;
        return new Response(
            id.Value, negotiation.Number, Code(negotiation.State), negotiation.StalledFrom is { } from ? Code(from) : null, negotiation.Version,
            side switch { Side.Seller => Viewer.Seller, Side.Buyer => Viewer.Buyer, _ => Viewer.Broker },
            new Achievement(achievement.Id, achievement.Number, achievement.Title, achievement.Status, achievement.AllowsTalks, achievement.TransferWays, achievement.IpRights),
            new Party(negotiation.SellerId, negotiation.SellerName), new Party(negotiation.BuyerId, negotiation.BuyerName),
            demand is null ? null : new Demand(demand.Id, demand.Number, demand.Title), negotiation.OpenedAt, negotiation.LastActionAt,
            negotiation.Nda is { } nda ? new Confirmation(nda.Name, nda.At, nda.Hash) : null, negotiation.Offers.Count,
            party ? [.. negotiation.Offers.OrderBy(o => o.Round).Select(o => VersionOf(o, now))] : [], negotiation.AgreedOfferId?.Value, negotiation.AgreedAt,
            negotiation.NoticeRequired, claimed, EndingOf(negotiation.Ending, party),
            notice is null || (!party && !notice.IsPublic) ? null : new Notice(notice.Id.Value, notice.Number, Code(notice.State), notice.EndsAt),
            deal is null ? null : new Reference(deal.Id.Value, deal.Number),
            contract is { ContractId: { } contractId, ContractNumber: { } number } ? new Reference(contractId, number) : null,
            party ? negotiation.MessageCount : 0, party ? negotiation.MessageCount - read : 0, May(negotiation, side, caller, now), now);
    }

    internal static string Code<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    private static Version VersionOf(Offer offer, DateTimeOffset now) => new(
        offer.Id.Value, offer.Round, Code(offer.By), offer.PersonName, offer.Terms, TermSheet.IsExclusive(offer.Terms), offer.OfferedAt, offer.ExpiresAt,
        Code(offer.StateAt(now)), offer.AnsweredAt, offer.AnsweredBy, offer.ReasonCode, offer.Reason);

    private static Ending? EndingOf(NegotiationEnding? ending, bool party) =>
        ending is null ? null : new Ending(Code(ending.Outcome), ending.ReasonCode, party ? ending.Reason : null, ending.ByOrganisationId, ending.At);

    private static IReadOnlyList<Possibility> May(Negotiation negotiation, Side? side, Caller caller, DateTimeOffset now)
    {
        if (side is not { } own || !caller.MayActFor(own)) return [];
        var may = new List<Possibility>();
        if (own == Side.Seller && negotiation.Allows(NegotiationStep.TakeUp)) may.Add(Possibility.TakeUp);
        if (own == Side.Buyer && negotiation.Allows(NegotiationStep.ConfirmNda)) may.Add(Possibility.ConfirmNda);
        if (negotiation.Allows(NegotiationStep.MakeOffer)) may.Add(Possibility.MakeOffer);
        if (negotiation.Allows(NegotiationStep.Accept) && negotiation.Latest is { } latest && latest.By != own && latest.StateAt(now) == OfferState.Open)
            may.Add(Possibility.AnswerOffer);
        if (negotiation.Allows(NegotiationStep.PostMessage)) may.Add(Possibility.PostMessage);
        if (negotiation.Allows(NegotiationStep.Decline)) may.Add(Possibility.Decline);
        if (negotiation.Allows(NegotiationStep.Withdraw)) may.Add(Possibility.Withdraw);
        if (own == Side.Seller && negotiation.NoticeRequired && negotiation.Allows(NegotiationStep.BeginNotice)) may.Add(Possibility.PrepareNotice);
        return may;
    }
}
