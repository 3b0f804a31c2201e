using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>The publisher sees a plan worked out while writing it.</summary>
static class PreviewReward
{
    public sealed record Request(
        Guid DealId, [property: Required, MaxLength(30)] IReadOnlyList<RewardDeduction> Deductions, [property: Required, MaxLength(100)] IReadOnlyList<RewardShare> Shares);

    public static async Task<Ok<RewardCalculation>> Handle(
        Request request, Caller caller, CommissionsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Publisher);
        var contract = await RewardDesk.ContractOf(db, request.DealId, caller, ct);
        if (request.Deductions.FirstOrDefault(d => d.Amount.Currency != "CNY") is { } foreign) throw Problems.RewardCurrencyUnfit.With(("currency", foreign.Amount.Currency));
        return TypedResults.Ok(RewardCalculation.Of(contract, new RewardContent("", request.Deductions, request.Shares), profile.At(clock.GetUtcNow())));
    }
}
