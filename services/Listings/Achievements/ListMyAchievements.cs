using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Listings.Achievements;

/// <summary>The organisation's own achievements, the latest change first.</summary>
static class ListMyAchievements
{
    public sealed record Item(
        Guid Id, string? Number, string Title, string State, string? Revision, bool Returned, string? FieldCode, string? PricingMode, Money? ExpectedPrice,
        bool PriceNegotiable, string? Source, string? ExternalId, DateTimeOffset ChangedAt, DateTimeOffset? PublishedAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        Caller caller, ListingsDb db, CancellationToken ct, WireName<AchievementState>? state = null, string? text = null, int page = 1, int size = 20)
    {
        (page, size) = (Math.Max(page, 1), Math.Clamp(size, 1, 100));
        var mine = db.Achievements.AsNoTracking().Where(a => a.OwnerId == caller.OrganisationId);
        if (state is { Value: var wanted }) mine = mine.Where(a => a.State == wanted);
        if (text?.Trim() is { Length: > 0 } words) mine = mine.Where(a => EF.Functions.ILike(a.Title, Like.Containing(words), "\\") || a.Number == words);
        var found = await mine.OrderByDescending(a => a.ChangedAt).ThenBy(a => a.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. found.Select(Of)], await mine.CountAsync(ct), page, size));
    }

    private static Item Of(Achievement a) => new(
        a.Id.Value, a.Number, a.Title, a.State.Name(), a.Revision?.Name(), a.Returned is not null, a.Draft.FieldCode, a.Draft.PricingMode, a.Draft.ExpectedPrice,
        a.Draft.PriceNegotiable, a.Source, a.ExternalId, a.ChangedAt, a.PublishedAt);
}
