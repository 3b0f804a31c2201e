using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Deals;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>The contracts a public seller can make a plan for, newest first, with what the region allows to deduct and asks for.</summary>
static class ListRewardDeals
{
    private const int Most = 100;

    public sealed record Item(Guid DealId, string DealNumber, string ContractNumber, string Title, string BuyerName, Money Amount, bool Registered);

    public sealed record Deduction(string Code, string Zh, string En);

    public sealed record Response(IReadOnlyList<Item> Items, IReadOnlyList<Deduction> Deductions);

    public static async Task<Ok<Response>> Handle(Caller caller, CommissionsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Publisher);
        var own = caller.OrganisationId;
        var deals = caller.PublicInstitution
            ? await db.Deals.AsNoTracking().Where(d => d.SellerId == own && !db.RewardPlans.Any(p => p.DealId == d.Id && p.Status != RewardPlanStatus.Withdrawn))
                .OrderByDescending(d => d.ConcludedAt).Take(Most).ToListAsync(ct)
            : [];
        var ids = deals.Select(d => d.Id).ToList();
        var events = (await db.DealEvents.AsNoTracking().Where(e => ids.Contains(e.DealId) && e.Kind != DealEventKind.Paid).ToListAsync(ct)).ToLookup(e => e.DealId);
        var items = from deal in deals
                    let known = events[deal.Id].Where(e => e.ContractAmount is { Currency: "CNY" }).OrderByDescending(e => e.Kind == DealEventKind.Registered).ThenByDescending(e => e.At).FirstOrDefault()
                    where known is not null && events[deal.Id].All(e => e.Outcome != "VOID")
                    select new Item(deal.Id, deal.Number, known.ContractNumber, deal.Title, deal.BuyerName, known.ContractAmount!, known.Kind == DealEventKind.Registered);
        var deductions = profile.At(clock.GetUtcNow()).RewardFloor.NetIncomeDeductions.Select(d => new Deduction(d.Code, d.Zh, d.En));
        return TypedResults.Ok(new Response([.. items], [.. deductions]));
    }
}
