using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Listings.Achievements;

/// <summary>An achievement as its owner's people and the bureau see it, with what this caller may do next.</summary>
static class AchievementView
{
    public sealed record File(Guid Id, string Name, string ContentType, long Size, string Kind, string Visibility, bool Published);

    public sealed record Review(string From, string ReasonCode, string Reason, DateTimeOffset At);

    public sealed record Owner(Guid Id, string Name, string Kind, bool PublicInstitution, bool Stated);

    /// <param name="Version">To be sent back with the next change.</param>
    /// <param name="Public">The public text, when it differs from the one being edited.</param>
    /// <param name="Actions">What this caller may do now: edit, discard, submit, approve, return, publish, suspend, resume, withdraw, confidential.</param>
    public sealed record Response(
        Guid Id, uint Version, string? Number, string State, string? Revision, Owner Owner, string? Source, string? ExternalId, AchievementForm.Content Content,
        AchievementForm.Content? Public, bool HasConfidentialDetail, IReadOnlyList<File> Files, Review? Returned, string? StateReason, string? DealNote,
        Guid? SubmittedBy, DateTimeOffset? SubmittedAt, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, DateTimeOffset? PublishedAt, IReadOnlyList<string> Actions);

    public static async Task<Response> Of(Achievement a, Caller caller, ListingsDb db, CancellationToken ct)
    {
        var files = await db.Attachments.AsNoTracking().Where(f => f.AchievementId == a.Id).OrderBy(f => f.AddedAt).ToListAsync(ct);
        var hasConfidential = await db.ConfidentialDetails.AnyAsync(d => d.AchievementId == a.Id && d.Working != "", ct);
        return new Response(
            a.Id.Value, db.VersionOf(a), a.Number, a.State.Name(), a.Revision?.Name(),
            new Owner(a.OwnerId, a.Holder.Name, a.Holder.Kind, a.Holder.IsPublicInstitution, a.Holder.Stated), a.Source, a.ExternalId, a.Draft,
            a.Revision is null ? null : a.Public, hasConfidential,
            [.. files.Where(f => f.Visibility == AttachmentVisibility.Public || a.OwnerId == caller.Organisation).Select(FileOf)],
            a.Returned is { } note ? new Review(note.From.Stage(), note.ReasonCode, note.Reason, note.At) : null, a.StateReason, a.DealNote, a.SubmittedBy,
            a.SubmittedAt, a.CreatedAt, a.ChangedAt, a.PublishedAt, [.. Actions(a, caller)]);
    }

    public static File FileOf(Attachment f) => new(f.Id, f.File.Name, f.File.ContentType, f.File.Size, f.Kind.Name(), f.Visibility.Name(), f.Published);

    private static IEnumerable<string> Actions(Achievement a, Caller caller)
    {
        if (a.OwnerId == caller.Organisation)
        {
            if (caller.Has(Roles.Publisher))
            {
                var editable = a.Editing == EditState.Draft || (a.Editing is null && a.State is AchievementState.Published or AchievementState.Suspended);
                if (editable) yield return "edit";
                if (a.Editing == EditState.Draft)
                {
                    yield return "discard";
                    yield return "submit";
                }
                if (a.State == AchievementState.Published)
                {
                    yield return "suspend";
                    yield return "withdraw";
                }
                if (a.State == AchievementState.Suspended) yield return "resume";
            }
            if (caller.Has(Roles.Approver) && a.Editing == EditState.UnitReview)
            {
                if (a.SubmittedBy != caller.PersonId) yield return "approve";
                yield return "return";
            }
            yield return "confidential";
        }
        if (caller.ReviewsForBureau() && a.Editing == EditState.PlatformReview)
        {
            yield return "publish";
            yield return "return";
        }
    }
}
