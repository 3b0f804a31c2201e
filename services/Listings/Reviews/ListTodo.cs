using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Listings.Achievements;
using TechMarket.Platform.Security;

namespace TechMarket.Listings.Reviews;

/// <summary>What waits for this caller here, for the workbench's start page.</summary>
static class ListTodo
{
    const int AtMost = 50;

    public sealed record Item(
        Guid Id, string Kind, string Title, string? Subject, string? Number, DateTimeOffset WaitingSince, DateTimeOffset? DueAt, string Link);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static async Task<Ok<Response>> Handle(Caller caller, ListingsDb db, CancellationToken ct)
    {
        var items = new List<Item>();
        if (caller.Organisation is null) return TypedResults.Ok(new Response(items));
        if (caller.Has(Roles.Approver) || caller.ReviewsForBureau())
        {
            var kind = caller.ReviewsForBureau() ? "achievement-platform-review" : "achievement-unit-review";
            var waiting = await ListReviews.For(caller, db).OrderBy(a => a.SubmittedAt).Take(AtMost).ToListAsync(ct);
            items.AddRange(waiting.Where(a => a.SubmittedBy != caller.PersonId).Select(a => new Item(
                a.Id.Value, kind, a.Title, a.Holder.Name, a.Number, a.SubmittedAt!.Value, null, $"/workbench/listings/reviews/{a.Id}")));
        }
        if (caller.Has(Roles.Publisher))
        {
            var mine = db.Achievements.AsNoTracking().Where(a => a.OwnerId == caller.OrganisationId);
            var returned = await mine.Where(a => a.Returned != null && (a.State == AchievementState.Draft || a.Revision == EditState.Draft)).Take(AtMost).ToListAsync(ct);
            items.AddRange(returned.Select(a => new Item(
                a.Id.Value, "achievement-returned", a.Title, a.Returned!.Reason, a.Number, a.Returned.At, null, $"/workbench/listings/achievements/{a.Id}/edit")));
        }
        return TypedResults.Ok(new Response([.. items.OrderBy(i => i.WaitingSince)]));
    }
}
