using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Demands.Needs;

/// <summary>A need as its owner's people and the bureau see it, with what this caller may do next.</summary>
static class DemandView
{
    public sealed record Review(string ReasonCode, string Reason, DateTimeOffset At);

    public sealed record Owner(Guid Id, string Name, string Kind, bool Stated);

    public sealed record Shortlisted(Guid AchievementId, string Number, string Title, DateTimeOffset AddedAt);

    /// <param name="Version">To be sent back with the next change.</param>
    /// <param name="Public">The public text, when it differs from the one being edited.</param>
    /// <param name="Actions">What this caller may do now: edit, discard, submit, return, publish, shortlist, renew, withdraw, solve.</param>
    public sealed record Response(
        Guid Id, uint Version, string? Number, string State, string? Revision, Owner Owner, string? Source, string? ExternalId, DemandForm.Content Content,
        DemandForm.Content? Public, IReadOnlyList<Shortlisted> Shortlist, Review? Returned, string? StateReason, Guid? SubmittedBy, DateTimeOffset? SubmittedAt,
        DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, DateTimeOffset? PublishedAt, IReadOnlyList<string> Actions);

    public static Response Of(Demand d, Caller caller, DemandsDb db) => new(
        d.Id.Value, db.VersionOf(d), d.Number, d.State.Name(), d.Revision?.Name(), new Owner(d.OwnerId, d.Poster.Name, d.Poster.Kind, d.Poster.Stated), d.Source,
        d.ExternalId, d.Draft, d.Revision is null ? null : d.Public,
        d.OwnerId == caller.Organisation ? [.. d.Shortlist.Select(e => new Shortlisted(e.AchievementId, e.Number, e.Title, e.AddedAt))] : [],
        d.Returned is { } note ? new Review(note.ReasonCode, note.Reason, note.At) : null, d.StateReason, d.SubmittedBy, d.SubmittedAt, d.CreatedAt, d.ChangedAt,
        d.PublishedAt, [.. Actions(d, caller)]);

    private static IEnumerable<string> Actions(Demand d, Caller caller)
    {
        if (d.OwnerId == caller.Organisation && caller.Has(Roles.Purchaser))
        {
            var running = d.State is DemandState.Open or DemandState.Matching;
            if (d.Editing == EditState.Draft || (d.Editing is null && running)) yield return "edit";
            if (d.Editing == EditState.Draft)
            {
                yield return "discard";
                yield return "submit";
            }
            if (running || d.State == DemandState.Negotiating) yield return "shortlist";
            if (d.State == DemandState.Expired) yield return "renew";
            if (d.State == DemandState.Contracted) yield return "solve";
            if (running || d.State is DemandState.Review or DemandState.Negotiating or DemandState.Expired) yield return "withdraw";
        }
        if (caller.ReviewsForBureau() && d.Editing == EditState.Review)
        {
            yield return "publish";
            yield return "return";
        }
    }
}
