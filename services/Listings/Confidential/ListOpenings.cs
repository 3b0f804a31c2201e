using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Listings.Achievements;
using TechMarket.Platform.Security;

namespace TechMarket.Listings.Confidential;

/// <summary>The holder sees who opened the confidential detail, when and for whom.</summary>
static class ListOpenings
{
    public sealed record Item(DateTimeOffset OpenedAt, string Person, string Organisation, bool Own, Guid? NegotiationId, string? FileName);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(AchievementId id, Caller caller, ListingsDb db, CancellationToken ct, int page = 1, int size = 20)
    {
        (page, size) = (Math.Max(page, 1), Math.Clamp(size, 1, 100));
        await db.Mine(id, caller, ct);
        var openings = db.Openings.AsNoTracking().Where(o => o.AchievementId == id);
        var items = await openings.OrderByDescending(o => o.OpenedAt).Skip((page - 1) * size).Take(size)
            .Select(o => new Item(o.OpenedAt, o.PersonName, o.OrganisationName, o.OrganisationId == caller.OrganisationId, o.NegotiationId, o.FileName)).ToListAsync(ct);
        return TypedResults.Ok(new Response(items, await openings.CountAsync(ct), page, size));
    }
}
