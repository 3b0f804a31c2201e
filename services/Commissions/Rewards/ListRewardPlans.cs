using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Rewards;

/// <summary>A seller's own plans, newest first.</summary>
static class ListRewardPlans
{
    public sealed record Item(
        Guid Id, string Number, RewardPlanStatus Status, string Title, string ContractNumber, string BuyerName, Money Amount, Money NetIncome, int AwardBasisPoints,
        DateTimeOffset StatusSince);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        [StringLength(30)] string? status, [StringLength(60)] string? q, [Range(1, 10_000)] int? page, [Range(1, 100)] int? size, Caller caller, CommissionsDb db,
        CancellationToken ct)
    {
        var own = RewardDesk.Reader(caller).OrganisationId;
        var plans = db.RewardPlans.AsNoTracking().Where(p => p.SellerId == own);
        if (Codes.Read<RewardPlanStatus>(status) is { } wanted) plans = plans.Where(p => p.Status == wanted);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = Like.Containing(q.Trim());
            plans = plans.Where(p => EF.Functions.ILike(p.Number, like, "\\") || EF.Functions.ILike(p.Title, like, "\\"));
        }
        var (at, many) = (page ?? 1, size ?? 20);
        var found = await plans.OrderByDescending(p => p.CreatedAt).ThenBy(p => p.Id).Skip((at - 1) * many).Take(many).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. found.Select(p => new Item(
                p.Id.Value, p.Number, p.Status, p.Title, p.Contract.ContractNumber, p.Contract.BuyerName, p.Contract.Amount, Money.Yuan(p.NetIncome),
                RewardRules.AwardOf(p.Content.Shares), p.StatusSince))],
            await plans.CountAsync(ct), at, many));
    }
}
