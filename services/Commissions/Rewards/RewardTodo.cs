using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Deals;
using TechMarket.Commissions.Todo;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Rewards;

/// <summary>What waits for a seller's people: plans to correct, approve and announce, objections to decide, awards to pay.</summary>
static class RewardTodo
{
    private const int Most = 50;

    public static async Task<List<GetTodo.Item>> For(CommissionsDb db, Guid own, Caller caller, CancellationToken ct)
    {
        var items = new List<GetTodo.Item>();
        if (caller.Has(Roles.Publisher))
        {
            items.AddRange((await InState(db, own, RewardPlanStatus.Returned, ct)).Select(p => Of(p, "reward-returned", p.Reason)));
            var approved = await InState(db, own, RewardPlanStatus.Approved, ct);
            var deals = approved.Select(p => p.DealId).ToList();
            var registered = await db.DealEvents.Where(e => deals.Contains(e.DealId) && e.Kind == DealEventKind.Registered).Select(e => e.DealId).ToListAsync(ct);
            items.AddRange(approved.Where(p => registered.Contains(p.DealId)).Select(p => Of(p, "reward-to-publish", p.Contract.BuyerName)));
        }
        if (caller.Has(Roles.Approver))
        {
            items.AddRange((await InState(db, own, RewardPlanStatus.Submitted, ct)).Where(p => p.AuthorId != caller.PersonId).Select(p => Of(p, "reward-to-approve", p.Contract.BuyerName)));
            var objections = await (from objection in db.RewardObjections.AsNoTracking()
                                    join notice in db.RewardNotices on objection.NoticeId equals notice.Id
                                    join plan in db.RewardPlans on notice.PlanId equals plan.Id
                                    where plan.SellerId == own && objection.State == RewardObjectionState.Open && plan.AuthorId != caller.PersonId
                                    orderby objection.DueAt
                                    select new { objection.Id, objection.ReceivedAt, objection.DueAt, plan.Title, NoticeNumber = notice.Number, PlanId = plan.Id }).Take(Most).ToListAsync(ct);
            items.AddRange(objections.Select(o => new GetTodo.Item(
                o.Id, "reward-objection", o.Title, null, o.NoticeNumber, o.ReceivedAt, o.DueAt, $"/workbench/reward-plans/{o.PlanId}")));
        }
        if (caller.Has(Roles.Finance))
        {
            var unpaid = await (from due in db.RewardDues.AsNoTracking()
                                join plan in db.RewardPlans on due.PlanId equals plan.Id
                                join receipt in db.RewardReceipts on due.ReceiptId equals receipt.Id
                                where plan.SellerId == own && due.Role != RewardRole.Unit && due.Payment == null && due.Amount.Amount > 0
                                group new { due.PayBy, receipt.BookedAt } by new { plan.Id, plan.Title, plan.Number } into open
                                select new { open.Key, Since = open.Min(o => o.BookedAt), PayBy = open.Min(o => o.PayBy) }).Take(Most).ToListAsync(ct);
            items.AddRange(unpaid.Select(u => new GetTodo.Item(
                u.Key.Id.Value, "reward-to-pay", u.Key.Title, null, u.Key.Number, u.Since, Rules.ChinaTime.EndOf(u.PayBy), $"/workbench/reward-plans/{u.Key.Id}")));
        }
        return items;
    }

    private static Task<List<RewardPlan>> InState(CommissionsDb db, Guid own, RewardPlanStatus status, CancellationToken ct) =>
        db.RewardPlans.AsNoTracking().Where(p => p.SellerId == own && p.Status == status).OrderBy(p => p.StatusSince).Take(Most).ToListAsync(ct);

    private static GetTodo.Item Of(RewardPlan plan, string kind, string? subject) =>
        new(plan.Id.Value, kind, plan.Title, subject, plan.Number, plan.StatusSince, null, $"/workbench/reward-plans/{plan.Id}");
}
