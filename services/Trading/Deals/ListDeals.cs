using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Deals;

/// <summary>The deals of the caller's organisation, as a party or as a broker; for the bureau all of them.</summary>
static class ListDeals
{
    public sealed record Item(
        Guid Id, string Number, string PricingMode, string AchievementNumber, string AchievementTitle, string Category, string? LicenceExclusivity,
        Guid SellerId, string SellerName, Guid BuyerId, string BuyerName, Money Price, bool RelatedParty, DateTimeOffset ConcludedAt,
        string? ContractNumber, string? RegistrationNumber);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        Caller caller, TradingDb db, CancellationToken ct, [StringLength(100)] string? q = null, [Range(1, 100_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var own = caller.OrganisationId;
        var deals = db.Deals.AsNoTracking();
        if (caller.OrganisationKind != OrganisationKinds.Bureau)
        {
            deals = deals.Where(d => d.SellerId == own || d.BuyerId == own || db.KnownLeads.Any(l => l.BrokerId == own && l.ClientId == d.BuyerId
                && l.AchievementId == d.AchievementId && l.RecordedAt <= d.ConcludedAt && l.ValidUntil > db.Negotiations.Single(n => n.Id == d.NegotiationId).OpenedAt));
        }
        if (!string.IsNullOrWhiteSpace(q))
        {
            var text = q.Trim();
            deals = deals.Where(d => d.Number == text || d.AchievementNumber == text || d.AchievementTitle.Contains(text));
        }
        var total = await deals.CountAsync(ct);
        var rows = await deals.OrderByDescending(d => d.ConcludedAt).ThenByDescending(d => d.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        var ids = rows.Select(d => d.Id.Value).ToList();
        var progress = await db.DealProgress.AsNoTracking().Where(p => ids.Contains(p.DealId)).ToDictionaryAsync(p => p.DealId, ct);
        return TypedResults.Ok(new Response(
            [.. rows.Select(d => new Item(
                d.Id.Value, d.Number, d.PricingMode, d.AchievementNumber, d.AchievementTitle, d.Terms.Category, d.Terms.LicenceExclusivity, d.SellerId,
                d.Seller.Name, d.BuyerId, d.Buyer.Name, d.Price, d.RelatedParty, d.ConcludedAt, progress.GetValueOrDefault(d.Id.Value)?.ContractNumber,
                progress.GetValueOrDefault(d.Id.Value)?.RegistrationNumber))],
            total, page, size));
    }
}
