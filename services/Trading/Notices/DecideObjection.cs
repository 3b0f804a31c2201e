using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Trading.Negotiations;

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
        NoticeId id, ObjectionId objectionId, Request request, Caller caller, TradingDb db, ContactVault vault, TimeProvider clock, CancellationToken ct)
    {
        var negotiationId = await GetUnitNotice.NegotiationOf(id, caller, db, ct);
        var achievementId = (await db.Negotiations.FindAsync([negotiationId], ct))!.AchievementId;
        db.ChangeTracker.Clear();
        caller.Require(Roles.Approver).RequireVerified();
        if ((request.Outcome == Outcomes.Upheld) != (request.Consequence is not null)) throw Problems.ConsequenceNeeded.Now();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockAchievement(achievementId, ct);
        var negotiation = (await db.LockNegotiation(negotiationId, ct))!;
        var notice = (await db.LockNotice(id, ct))!;
        if (notice.PreparedBy == caller.PersonId || negotiation.SellerPeople.Contains(caller.PersonId)) throw Problems.DeciderNegotiated.Now();
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
            var before = negotiation.State;
            if (cancel)
            {
                negotiation.CancelNotice(request.Reason, caller.OrganisationId, now);
                await db.ReleaseClaim(negotiationId, now, ct);
                db.Publish(EndedFact.Of(negotiation));
            }
            else
            {
                negotiation.ReviseNotice(now);
            }
            db.Audit(caller, "negotiation", negotiationId.Value, cancel ? "notice-cancelled" : "notice-to-revise", before.ToString(), negotiation.State.ToString(), request.Reason);
        }
        db.Audit(caller, "notice", id.Value, "objection-decided", from.ToString(), notice.State.ToString(), request.Reason, new { objectionId, request }, "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetUnitNotice.View(notice, caller, db, vault, now, ct));
    }
}
