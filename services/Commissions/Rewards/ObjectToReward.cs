using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>Anyone objects to a running award notice, with a name, a contact and a reason. The clock stops until the unit has decided.</summary>
static class ObjectToReward
{
    public sealed record Request(
        [property: Required, StringLength(100, MinimumLength = 2)] string Name, [property: Required, StringLength(200, MinimumLength = 5)] string Contact,
        [property: Required, StringLength(4000, MinimumLength = 10)] string Reason);

    public sealed record Response(Guid Id, DateTimeOffset ReceivedAt, DateTimeOffset DecidedBy);

    // The client names the objection, so sending it twice is one objection.
    public static async Task<Ok<Response>> Handle(
        string number, Guid objectionId, Request request, CommissionsDb db, ContactVault vault, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var planId = await db.RewardNotices.Where(n => n.Number == number).Select(n => (RewardPlanId?)n.PlanId).SingleOrDefaultAsync(ct) ?? throw Problems.RewardNoticeNotFound.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var dealId = await db.RewardPlans.Where(p => p.Id == planId).Select(p => p.DealId).SingleAsync(ct);
        await db.LockDeal(dealId, ct);
        var notice = await db.RewardNotices.Include(n => n.Objections).SingleAsync(n => n.Number == number, ct);
        var contact = new ObjectorContact(request.Name.Trim(), request.Contact.Trim());
        if (await db.RewardObjections.AsNoTracking().SingleOrDefaultAsync(o => o.Id == objectionId, ct) is { } known)
        {
            if (known.NoticeId != notice.Id || known.Reason != request.Reason || vault.Open(objectionId, known.SealedContact) != contact) throw Problems.RewardObjectionIdReused.Now();
            return TypedResults.Ok(new Response(objectionId, known.ReceivedAt, known.DueAt));
        }
        var now = clock.GetUtcNow();
        var first = notice.State == RewardNoticeState.Running;
        var dueAt = profile.At(notice.PublishedAt).ObjectionDecisionPeriod.EndFrom(now, WorkingCalendar.China);
        notice.Object(new RewardObjection(objectionId, notice.Id, vault.Seal(objectionId, contact), request.Reason, now, dueAt), now);
        if (first)
        {
            var plan = await db.RewardPlans.SingleAsync(p => p.Id == planId, ct);
            db.Publish(RewardDesk.Fact(plan, "OBJECTED", notice.Number, null, null, now));
        }
        db.Audit(null, "reward-plan", planId.Value, "objected", "NOTICE", "NOTICE", data: objectionId, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(objectionId, now, dueAt));
    }
}
