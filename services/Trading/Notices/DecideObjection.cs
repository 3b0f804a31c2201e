using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.FixedTerm;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Notices;

/// <summary>The unit's approver, who took no part in the talks, decides an objection and publishes why.</summary>
static class DecideObjection
{
    public enum Outcomes
    {
        Rejected,
        Upheld,
    }

    public enum Consequences
    {
        /// <summary>The deal is off.</summary>
        Cancel,

        /// <summary>A corrected notice will be published and run its full period.</summary>
        Revise,
    }

    /// <param name="Reason">It is published with the notice.</param>
    /// <param name="Consequence">Needed when the objection is upheld.</param>
    public sealed record Request(Outcomes Outcome, [StringLength(4000, MinimumLength = 5)] string Reason, Consequences? Consequence = null);

    public static async Task<Ok<GetUnitNotice.Response>> Handle(
        NoticeId id, ObjectionId objectionId, Request request, Caller caller, TradingDb db, ContactVault vault, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var subject = await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id && n.SellerId == caller.OrganisationId, ct)
            ?? throw Problems.NoticeNotFound.Now();
        caller.Require(Roles.Approver).RequireVerified();
        if ((request.Outcome == Outcomes.Upheld) != (request.Consequence is not null)) throw Problems.ConsequenceNeeded.Now();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockAchievement(subject.Subject.AchievementId, ct);
        var negotiation = subject.NegotiationId is { } talks ? await db.LockNegotiation(talks, ct) : null;
        var sale = subject.SaleId is { } sold ? await db.LockSale(sold, ct) : null;
        var offer = subject.FixedTermId is { } offered ? await db.LockFixedTerm(offered, ct) : null;
        var notice = (await db.LockNotice(id, ct))!;
        if (notice.PreparedBy == caller.PersonId || negotiation?.SellerPeople.Contains(caller.PersonId) == true) throw Problems.DeciderNegotiated.Now();
        var now = clock.GetUtcNow();
        var from = notice.State;
        var decision = new Decision(caller.PersonId, caller.PersonName, request.Reason, now);
        if (request.Outcome == Outcomes.Rejected)
        {
            if (notice.Reject(objectionId, decision, Guid.CreateVersion7()))
            {
                await db.SetDeadline(EndNotice.Kind, notice.CurrentRun!.Value, notice.EndsAt!.Value, ct);
                db.Publish(NoticeFact.Of(notice, request.Reason, now));
            }
        }
        else
        {
            var cancel = request.Consequence == Consequences.Cancel;
            notice.Uphold(objectionId, cancel, decision);
            db.Publish(NoticeFact.Of(notice, request.Reason, now));
            if (negotiation is not null && (cancel || sale is null)) await EndTalks(negotiation, cancel, request.Reason, caller, db, now, ct);
            if (sale is not null && cancel) await CancelSale(sale, request.Reason, caller, db, profile.At(now), now, ct);
            if (offer is not null) await EndOffer(offer, cancel, request.Reason, caller, db, profile.At(now), now, ct);
        }
        db.Audit(caller, "notice", id.Value, "objection-decided", from.ToString(), notice.State.ToString(), request.Reason, new { objectionId, request }, "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetUnitNotice.View(notice, caller, db, vault, now, ct));
    }

    private static async Task EndTalks(
        Negotiation negotiation, bool cancel, string reason, Caller caller, TradingDb db, DateTimeOffset now, CancellationToken ct)
    {
        var before = negotiation.State;
        if (cancel)
        {
            negotiation.CancelNotice(reason, caller.OrganisationId, now);
            await db.ReleaseClaim(negotiation.Id.Value, now, ct);
            db.Publish(EndedFact.Of(negotiation));
        }
        else
        {
            negotiation.ReviseNotice(now);
        }
        db.Audit(caller, "negotiation", negotiation.Id.Value, cancel ? "notice-cancelled" : "notice-to-revise", before.ToString(), negotiation.State.ToString(), reason);
    }

    /// <summary>The offer is taken back, or its terms are written and reviewed anew; nobody has taken it up yet.</summary>
    private static async Task EndOffer(
        FixedTermOffer offer, bool cancel, string reason, Caller caller, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        if (cancel) offer.Withdraw(null, reason, now);
        else offer.ReturnFromNotice(reason, caller.PersonName, now);
        db.Audit(
            caller, "fixed-term-offer", offer.Id.Value, cancel ? "notice-cancelled" : "notice-to-revise", nameof(FixedTermState.Notice), offer.State.ToString(), reason,
            retention: "permanent");
        await OfferEnd.Follow(offer, db, rules, now, ct);
    }

    private static async Task CancelSale(Sale sale, string reason, Caller caller, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        var decideBy = rules.SaleDecisionPeriod.EndFrom(now, WorkingCalendar.China);
        sale.CancelResult(decideBy, now);
        await db.SetDeadline(DecideSale.Kind, sale.Id.Value, decideBy, ct);
        db.PublishChange(sale, reason, rules, now);
        db.Audit(caller, "sale", sale.Id.Value, "result-cancelled", nameof(SaleState.ResultNotice), sale.State.ToString(), reason, retention: "permanent");
    }
}
