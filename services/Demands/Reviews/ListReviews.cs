using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Demands.Needs;
using TechMarket.Platform.Security;

namespace TechMarket.Demands.Reviews;

/// <summary>What waits for the bureau's review, the longest waiting first.</summary>
static class ListReviews
{
    public sealed record Item(Guid Id, string? Number, string Title, bool Revision, string OwnerName, string? FieldCode, DateTimeOffset SubmittedAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(Caller caller, DemandsDb db, CancellationToken ct, int page = 1, int size = 20)
    {
        (page, size) = (Math.Max(page, 1), Math.Clamp(size, 1, 100));
        caller.RequireBureau(Roles.Reviewer);
        var waiting = Waiting(db);
        var found = await waiting.OrderBy(d => d.SubmittedAt).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. found.Select(d => new Item(d.Id.Value, d.Number, d.Title, d.WasPublished, d.Poster.Name, d.Draft.FieldCode, d.SubmittedAt!.Value))],
            await waiting.CountAsync(ct), page, size));
    }

    public static IQueryable<Demand> Waiting(DemandsDb db) =>
        db.Demands.AsNoTracking().Where(d => d.State == DemandState.Review || d.Revision == EditState.Review);
}
