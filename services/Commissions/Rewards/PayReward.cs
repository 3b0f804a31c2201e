using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>The unit's finance notes that an award was paid: exactly its amount, by the bank's reference, once.</summary>
static class PayReward
{
    public sealed record Request(
        Money Amount, [property: Required, StringLength(64, MinimumLength = 4), RegularExpression(@"\S.*\S")] string BankReference, DateOnly PaidOn);

    public static async Task<Ok<GetRewardPlan.Response>> Handle(
        Guid id, Request request, Caller caller, CommissionsDb db, ContactVault vault, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var planId = await db.RewardDues.Where(d => d.Id == id).Select(d => (RewardPlanId?)d.PlanId).SingleOrDefaultAsync(ct) ?? throw Problems.RewardDueNotFound.Now();
        if (!await db.RewardPlans.AnyAsync(p => p.Id == planId && p.SellerId == caller.OrganisationId, ct)) throw Problems.RewardDueNotFound.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var plan = await RewardDesk.Lock(db, planId, caller, Roles.Finance, ct);
        var due = await db.RewardDues.Include(d => d.Payment).SingleAsync(d => d.Id == id, ct);
        var now = clock.GetUtcNow();
        if (due.Pay(request.Amount, request.BankReference.Trim(), request.PaidOn, caller.Actor(), ChinaTime.DayOf(now), now) is { } payment)
        {
            db.RewardPayments.Add(payment);
            db.Audit(caller, "reward-plan", planId.Value, "pay", "EFFECTIVE", "EFFECTIVE", payment.BankReference, new { Due = id, request }, "permanent");
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetRewardPlan.Show(plan, caller, db, vault, profile, ct));
    }
}
