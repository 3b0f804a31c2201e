using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Demands.Needs;

/// <summary>The organisation's own needs, the latest change first.</summary>
static class ListMyDemands
{
    public sealed record Item(
        Guid Id, string? Number, string Title, string State, string? Revision, bool Returned, string? Type, string? FieldCode, Money? Budget, bool BudgetNegotiable,
        DateOnly? ValidUntil, string Visibility, string? Source, string? ExternalId, DateTimeOffset ChangedAt, DateTimeOffset? PublishedAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        Caller caller, DemandsDb db, CancellationToken ct, WireName<DemandState>? state = null, string? text = null, int page = 1, int size = 20)
    {
        (page, size) = (Math.Max(page, 1), Math.Clamp(size, 1, 100));
        var mine = db.Demands.AsNoTracking().Where(d => d.OwnerId == caller.OrganisationId);
        if (state is { Value: var wanted }) mine = mine.Where(d => d.State == wanted);
        if (text?.Trim() is { Length: > 0 } words) mine = mine.Where(d => EF.Functions.ILike(d.Title, Like.Containing(words), "\\") || d.Number == words);
        var found = await mine.OrderByDescending(d => d.ChangedAt).ThenBy(d => d.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. found.Select(Of)], await mine.CountAsync(ct), page, size));
    }

    private static Item Of(Demand d) => new(
        d.Id.Value, d.Number, d.Title, d.State.Name(), d.Revision?.Name(), d.Returned is not null, d.Draft.Type, d.Draft.FieldCode, d.Draft.Budget,
        d.Draft.BudgetNegotiable, d.Draft.ValidUntil, d.Draft.Visibility.Name(), d.Source, d.ExternalId, d.ChangedAt, d.PublishedAt);
}
