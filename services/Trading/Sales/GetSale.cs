using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;
using TechMarket.Rules;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.Sales;

/// <summary>The seller's people and the bureau's reviewers see a sale whole: terms, announcements, parties, what waits.</summary>
static class GetSale
{
    /// <summary>What the caller may do now.</summary>
    public enum Possibility
    {
        Write,
        Submit,
        Approve,
        ReturnToAuthor,
        Announce,
        Decide,
        Extend,
        Revise,
        End,
        Withdraw,
        Terminate,
        CorrectResult,
    }

    public sealed record Achievement(Guid Id, string Number, string Title, string Status);

    public sealed record Period(int Value, PeriodUnit Unit);

    public sealed record Return(string Stage, string Reason, string PersonName, DateTimeOffset At);

    public sealed record Announcement(
        int Round, SaleForm.Terms Terms, IReadOnlyList<SaleForm.Document> Documents, Period Length, DateTimeOffset AnnouncedAt, DateTimeOffset EndsAt,
        int Extensions, string ReviewedByName, DateTimeOffset? ReplacedAt, string? ReplacedBecause);

    public sealed record Decision(bool Qualified, string Reason, string? PersonName, DateTimeOffset At);

    public sealed record Deposit(Guid Id, Money Amount, DateTimeOffset DueAt, DateTimeOffset? HeldAt, string? Decision, DateTimeOffset? DecidedAt, string? Outcome);

    public sealed record Party(
        Guid Id, int Round, Guid OrganisationId, string Name, string Kind, string? CreditCode, string State, bool TakesPart, bool NdaConfirmed, string? Statement,
        bool RelatedParty, string? RelatedStatement, string? PriorityBasis, int? PriorityRank, string? ContactName, string? ContactPhone,
        DateTimeOffset? RegisteredAt, IReadOnlyList<SaleForm.Document> Documents, Decision? Decision, string? LeaveReason, Deposit? Deposit);

    public sealed record Result(
        Guid PartyId, string TransfereeName, Money Price, string PricingMode, bool ByPriority, DateTimeOffset At, Guid? NoticeId, string? NoticeNumber,
        string? NoticeState, DateTimeOffset? NoticeEndsAt);

    public sealed record Reference(Guid Id, string Number);

    /// <summary>What a reader of the terms should look at twice; it bars nothing.</summary>
    public enum Warning
    {
        /// <summary>A side pays the auction house more than the usual share (拍卖法 56).</summary>
        CommissionAboveUsual,

        /// <summary>The check character of the auction house's credit code does not fit.</summary>
        AuctionHouseCodeDoubtful,
    }

    /// <param name="Shortfall">Null until the lot was auctioned again.</param>
    /// <param name="Owed">Shortfall and both commissions of the first auction.</param>
    public sealed record Default(
        Guid AuctionId, int Round, string BuyerName, Money Price, Money BuyerCommission, Money SellerCommission, DateTimeOffset At, Money? PriceAgain,
        Money? Shortfall, Money? Owed);

    /// <param name="Version">Send it back with what changes the sale.</param>
    /// <param name="ConfirmationId">The auction whose confirmation of sale binds.</param>
    /// <param name="Defaults">Buyers of earlier auctions that did not perform, and what they owe.</param>
    /// <param name="ShortestPeriod">The least length of an announcement at the working copy's base price.</param>
    /// <param name="ExtensionsLeft">How often the announcement in force may be extended.</param>
    public sealed record Response(
        Guid Id, string Number, string Mode, string State, string Wait, long Version, Achievement Achievement, Guid SellerId, string SellerName, bool StateEnterprise,
        SaleForm.Terms Terms, IReadOnlyList<SaleForm.Document> Documents, Period ShortestPeriod, IReadOnlyList<Announcement> Announcements, string? RevisionReason,
        Return? Returned, string? ApprovedByName, DateTimeOffset DraftedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? EndsAt, DateTimeOffset? DecideBy,
        int ExtensionsLeft, IReadOnlyList<Party> Parties, Guid? NegotiationId, Guid? AuctionId, Result? Result, Reference? Deal, DateTimeOffset? EndedAt,
        string? EndReason, IReadOnlyList<Possibility> May, IReadOnlyList<Warning> Warnings, Guid? ConfirmationId, IReadOnlyList<Default> Defaults, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(SaleId id, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var sale = await db.ReadSale(id, caller, ct);
        var now = clock.GetUtcNow();
        return TypedResults.Ok(await View(sale, caller, db, profile.At(now), now, ct));
    }

    internal static async Task<Response> View(Sale sale, Caller caller, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        var own = sale.SellerId == caller.Organisation;
        var achievement = await db.KnownAchievements.AsNoTracking().SingleAsync(a => a.Id == sale.AchievementId, ct);
        var notice = await db.Notices.AsNoTracking().Where(n => n.SaleId == sale.Id).OrderByDescending(n => n.PreparedAt).ThenByDescending(n => n.Id).FirstOrDefaultAsync(ct);
        var dealId = sale.DealId is { } known ? new DealId(known) : (DealId?)null;
        var deal = await db.Deals.AsNoTracking().Where(d => d.Id == dealId).Select(d => new Reference(d.Id.Value, d.Number)).SingleOrDefaultAsync(ct);
        var shortest = sale.Terms.ShortestPeriod(sale.Mode, rules, sale.Subject.StateEnterprise);
        // The working copy of terms that wait for a new announcement is the seller's own until it is submitted.
        var working = own || sale.State == SaleState.Submitted || sale.Announced is null;
        return new Response(
            sale.Id.Value, sale.Number, sale.Mode.Name(), sale.State.Name(), sale.Wait.Name(), sale.Version,
            new Achievement(achievement.Id, achievement.Number, achievement.Title, achievement.Status), sale.SellerId, sale.Subject.SellerName,
            sale.Subject.StateEnterprise, SaleForm.From(working ? sale.Terms : sale.Announced!.Terms), SaleForm.From(working ? sale.Documents : sale.Announced!.Documents),
            new Period(shortest.Value, shortest.Unit),
            [.. sale.Rounds.Select(AnnouncementOf)], sale.RevisionReason,
            sale.Returned is { } back ? new Return(back.Stage, back.Reason, back.PersonName, back.At) : null, sale.ApprovedByName, sale.DraftedAt, sale.SubmittedAt,
            sale.EndsAt, sale.DecideBy, Math.Max(0, rules.ListingExtension.MaxTimes - (sale.Announced?.Extensions ?? 0)),
            [.. sale.Parties.OrderByDescending(p => p.Round).ThenBy(p => p.RegisteredAt).ThenBy(p => p.Id.Value).Select(PartyOf)], sale.NegotiationId, sale.AuctionId,
            ResultOf(sale.Result, notice), deal, sale.EndedAt, sale.EndReason, [.. May(sale, caller, notice?.State, rules)], [.. WarningsOf(sale, rules)],
            sale.ConfirmedAuction, [.. sale.Defaults.Select(DefaultOf)], now);
    }

    internal static Announcement AnnouncementOf(SaleRound round) => new(
        round.Round, SaleForm.From(round.Terms), SaleForm.From(round.Documents), new Period(round.Length.Value, round.Length.Unit), round.AnnouncedAt,
        round.EndsAt, round.Extensions, round.ReviewedByName, round.ReplacedAt, round.ReplacedBecause);

    internal static Deposit? DepositOf(SaleParty party) => party is { DepositId: { } id, Deposit: { } amount, DepositDueAt: { } due }
        ? new Deposit(id, amount, due, party.DepositHeldAt, party.DepositDecision?.Name(), party.DepositDecidedAt, party.DepositOutcome)
        : null;

    private static Party PartyOf(SaleParty party) => new(
        party.Id.Value, party.Round, party.OrganisationId, party.Name, party.Party.Kind, party.Party.CreditCode, party.State.Name(), party.TakesPart,
        party.Nda is not null, party.Registration?.Statement, party.Registration?.RelatedParty ?? false, party.Registration?.RelatedStatement,
        party.Registration?.PriorityBasis, party.PriorityRank, party.Registration?.ContactName, party.Registration?.ContactPhone, party.RegisteredAt,
        SaleForm.From(party.Documents),
        party.Qualification is { } q ? new Decision(q.Qualified, q.Reason, q.PersonName, q.At) : null, party.LeaveReason, DepositOf(party));

    private static Result? ResultOf(SaleResult? result, Notices.PriceNotice? notice) => result is null ? null : new Result(
        result.PartyId.Value, result.TransfereeName, result.Terms.Price, result.PricingMode, result.ByPriority, result.At, notice?.Id.Value, notice?.Number,
        notice?.State.Name(), notice?.EndsAt);

    internal static Default DefaultOf(SaleDefault one) => new(
        one.AuctionId, one.Round, one.BuyerName, one.Price, one.BuyerCommission, one.SellerCommission, one.At, one.Again?.Price, one.Again?.Shortfall, one.Owed);

    private static IEnumerable<Warning> WarningsOf(Sale sale, RuleSet rules)
    {
        if (sale.Terms.Auction is not { } plan) yield break;
        if (Math.Max(plan.BuyerRate, plan.SellerRate) > rules.AuctionCommission.UsualRate) yield return Warning.CommissionAboveUsual;
        if (CreditCode.Check(plan.House.CreditCode) != IdentifierCheck.Ok) yield return Warning.AuctionHouseCodeDoubtful;
    }

    private static IEnumerable<Possibility> May(Sale sale, Caller caller, Notices.NoticeState? notice, RuleSet rules)
    {
        var own = sale.SellerId == caller.Organisation && caller.Verified;
        var (writes, approves, reviews) = (own && caller.Has(Roles.Publisher), own && caller.Has(Roles.Approver), caller.IsBureau());
        var found = sale.State == SaleState.ClosedForRegistration && sale.Wait != SaleWait.Qualification;
        if (writes && sale.Allows(SaleStep.Rewrite)) yield return Possibility.Write;
        if (writes && sale.Allows(SaleStep.Submit)) yield return Possibility.Submit;
        if (approves && sale.State == SaleState.UnitReview) yield return Possibility.Approve;
        if ((approves && sale.State == SaleState.UnitReview) || (reviews && sale.State == SaleState.Submitted)) yield return Possibility.ReturnToAuthor;
        if (reviews && sale.Allows(SaleStep.Announce)) yield return Possibility.Announce;
        if ((writes || approves || reviews) && (sale.State == SaleState.Announced || sale.Wait == SaleWait.Qualification)) yield return Possibility.Decide;
        if ((writes || approves) && found && sale.Wait == SaleWait.NobodyQualified && (sale.Announced?.Extensions ?? 0) < rules.ListingExtension.MaxTimes)
            yield return Possibility.Extend;
        if ((writes || approves) && (found || sale.State == SaleState.Announced)) yield return Possibility.Revise;
        if ((writes || approves) && found) yield return Possibility.End;
        if (writes && sale.Allows(SaleStep.WithdrawUnannounced) && sale.Rounds.Count == 0) yield return Possibility.Withdraw;
        if (reviews && sale.Rounds.Count > 0 && sale.Allows(SaleStep.Terminate)) yield return Possibility.Terminate;
        if (writes && sale.State == SaleState.ResultNotice && notice == Notices.NoticeState.Revised) yield return Possibility.CorrectResult;
    }
}
