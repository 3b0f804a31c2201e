using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Listings.Achievements;
using TechMarket.Platform.Security;

namespace TechMarket.Listings.Reviews;

/// <summary>What waits for this caller's review, the longest waiting first: the unit's for its approvers, the platform's for the bureau.</summary>
static class ListReviews
{
    public sealed record Item(
        Guid Id, string? Number, string Title, string Stage, bool Revision, string OwnerName, string? FieldCode, bool SubmittedByMe, DateTimeOffset SubmittedAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(Caller caller, ListingsDb db, CancellationToken ct, int page = 1, int size = 20)
    {
        (page, size) = (Math.Max(page, 1), Math.Clamp(size, 1, 100));
        caller.Require(Roles.Approver, Roles.Reviewer);
        var waiting = For(caller, db);
        var found = await waiting.OrderBy(a => a.SubmittedAt).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. found.Select(a => Of(a, caller))], await waiting.CountAsync(ct), page, size));
    }

    public static IQueryable<Achievement> For(Caller caller, ListingsDb db)
    {
        var all = db.Achievements.AsNoTracking();
        return caller.ReviewsForBureau()
            ? all.Where(a => a.State == AchievementState.PlatformReview || a.Revision == EditState.PlatformReview)
            : all.Where(a => a.OwnerId == caller.OrganisationId && (a.State == AchievementState.UnitReview || a.Revision == EditState.UnitReview));
    }

    private static Item Of(Achievement a, Caller caller) => new(
        a.Id.Value, a.Number, a.Title, a.Editing!.Value.Stage(), a.WasPublished, a.Holder.Name, a.Draft.FieldCode, a.SubmittedBy == caller.PersonId,
        a.SubmittedAt!.Value);
}
