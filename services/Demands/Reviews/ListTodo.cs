using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Demands.Needs;
using TechMarket.Platform.Security;

namespace TechMarket.Demands.Reviews;

/// <summary>What waits for this caller here, for the workbench's start page.</summary>
static class ListTodo
{
    const int AtMost = 50;

    public sealed record Item(
        Guid Id, string Kind, string Title, string? Subject, string? Number, DateTimeOffset WaitingSince, DateTimeOffset? DueAt, string Link);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static async Task<Ok<Response>> Handle(Caller caller, DemandsDb db, CancellationToken ct)
    {
        var items = new List<Item>();
        if (caller.Organisation is null) return TypedResults.Ok(new Response(items));
        if (caller.ReviewsForBureau())
        {
            var waiting = await ListReviews.Waiting(db).OrderBy(d => d.SubmittedAt).Take(AtMost).ToListAsync(ct);
            items.AddRange(waiting.Select(d => new Item(
                d.Id.Value, "demand-review", d.Title, d.Poster.Name, d.Number, d.SubmittedAt!.Value, null, $"/workbench/demands/reviews/{d.Id}")));
        }
        if (caller.Has(Roles.Purchaser))
        {
            var mine = db.Demands.AsNoTracking().Where(d => d.OwnerId == caller.OrganisationId);
            var returned = await mine.Where(d => d.Returned != null && (d.State == DemandState.Draft || d.Revision == EditState.Draft)).Take(AtMost).ToListAsync(ct);
            items.AddRange(returned.Select(d => Mine(d, "demand-returned", d.Returned!.Reason, d.Returned.At, "/edit")));
            var decide = await mine.Where(d => d.State == DemandState.Expired || d.State == DemandState.Contracted).Take(AtMost).ToListAsync(ct);
            items.AddRange(decide.Select(d => Mine(d, d.State == DemandState.Expired ? "demand-expired" : "demand-contracted", null, d.ChangedAt, "")));
        }
        return TypedResults.Ok(new Response([.. items.OrderBy(i => i.WaitingSince)]));
    }

    private static Item Mine(Demand d, string kind, string? subject, DateTimeOffset since, string page) =>
        new(d.Id.Value, kind, d.Title, subject, d.Number, since, null, $"/workbench/demands/{d.Id}{page}");
}
