using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Deals;

/// <summary>A broker sees the deals that may have gone round it.</summary>
static class ListClaims
{
    public sealed record Item(
        Guid Id, Guid LeadId, string LeadNumber, string DealNumber, string Title, string SellerName, string BuyerName, ClaimGround Ground,
        DateTimeOffset DealConcludedAt, DateTimeOffset FlaggedAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        [Range(1, 10_000)] int? page, [Range(1, 100)] int? size, Caller caller, CommissionsDb db, CancellationToken ct)
    {
        caller.Require(Roles.Broker);
        var own = caller.OrganisationId;
        var claims = db.Claims.Where(c => c.BrokerIds.Contains(own));
        var (p, s) = (page ?? 1, size ?? 20);
        var items = await claims.OrderByDescending(c => c.FlaggedAt).ThenBy(c => c.Id).Skip((p - 1) * s).Take(s).Select(c => new Item(
            c.Id, c.LeadId, c.LeadNumber, c.DealNumber, c.Title, c.SellerName, c.BuyerName, c.Ground, c.DealConcludedAt, c.FlaggedAt)).ToListAsync(ct);
        return TypedResults.Ok(new Response(items, await claims.CountAsync(ct), p, s));
    }
}
