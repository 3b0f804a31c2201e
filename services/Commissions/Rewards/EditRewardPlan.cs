using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>The publisher writes a draft or a returned plan anew.</summary>
static class EditRewardPlan
{
    /// <param name="Version">The plan as the person saw it.</param>
    public sealed record Request(long Version, CreateRewardPlan.Content Content);

    public static async Task<Ok<GetRewardPlan.Response>> Handle(
        RewardPlanId id, Request request, Caller caller, CommissionsDb db, ContactVault vault, RegionProfile profile, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var plan = await RewardDesk.Lock(db, id, caller, Roles.Publisher, ct);
        var contract = await RewardDesk.ContractOf(db, plan.DealId, caller, ct);
        plan.Edit(request.Version, contract, request.Content.Read(), profile.At(plan.CreatedAt).RewardFloor, caller.Actor());
        db.Audit(caller, "reward-plan", id.Value, "edited", plan.Status.Code(), plan.Status.Code(), data: request, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetRewardPlan.Show(plan, caller, db, vault, profile, ct));
    }
}
