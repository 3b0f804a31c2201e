using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Web;

namespace TechMarket.Demands.Needs;

/// <summary>The permanent page's content. The shortlist is never part of it.</summary>
static class PublicDemand
{
    /// <param name="Verified">The bureau verified the enterprise; an imported record's is not verified.</param>
    public sealed record Owner(Guid Id, string Name, string Kind, bool Stated, bool Verified);

    /// <param name="Url">Absent where the source asks not to be linked.</param>
    public sealed record Origin(string Source, string ExternalId, string PostedBy, DateOnly? ListedOn, string? Url);

    public sealed record Step(DateTimeOffset At, string Status);

    /// <param name="Status">OPEN, MATCHING, NEGOTIATING, CONTRACTED, SOLVED, EXPIRED or WITHDRAWN.</param>
    /// <param name="DeadlinePassed">Its last day is over; an imported one may be open all the same.</param>
    /// <param name="Text">Absent once it is withdrawn: number and title stay.</param>
    public sealed record Response(
        Guid Id, string Number, string? ExternalId, long Version, string Status, string Title, Owner Owner, Origin? Origin, string Visibility, DateOnly? ValidUntil,
        bool DeadlinePassed, PublicText? Text, DateTimeOffset PublishedAt, DateTimeOffset ChangedAt, IReadOnlyList<Step> History);

    public sealed record PublicText(
        string? Type, IReadOnlyList<string> Keywords, string? FieldCode, string? IndustryCode, string? Size, string Description, string? Background, string? Indicators,
        string? PresentBase, IReadOnlyList<string> CooperationWays, Money? Budget, bool BudgetNegotiable, int? WantedMaturity, int? PeriodMonths, string? IpOwnership,
        string? WantedPartner, string? AreaCode, DemandForm.SourceWords? AsStated);

    static readonly string[] PublicStates = [.. Enum.GetValues<DemandState>().Where(s => s is not (DemandState.Draft or DemandState.Review)).Select(s => s.Name())];

    public static async Task<Response> Of(Demand d, bool deadlinePassed, DemandsDb db, CancellationToken ct)
    {
        var history = await db.AuditTrail.AsNoTracking()
            .Where(r => r.SubjectKind == "demand" && r.SubjectId == d.Id.Value && r.FromState != r.ToState && PublicStates.Contains(r.ToState))
            .OrderBy(r => r.Sequence).Select(r => new Step(r.At, r.ToState!)).ToListAsync(ct);
        return new Response(
            d.Id.Value, d.Number!, d.ExternalId, d.Version, d.State.Name(), d.Public!.Title,
            new Owner(d.OwnerId, d.Poster.Name, d.Poster.Kind, d.Poster.Stated, d.Provenance is null),
            d.Provenance is { } origin ? new Origin(d.Source!, d.ExternalId!, origin.PostedBy, origin.ListedOn, origin.MayLink ? origin.Url : null) : null,
            d.Public.Visibility.Name(), d.Public.ValidUntil, deadlinePassed, d.State == DemandState.Withdrawn ? null : TextOf(d.Public), d.PublishedAt!.Value, d.ChangedAt,
            history);
    }

    private static PublicText TextOf(DemandForm.Content t) => new(
        t.Type, t.Keywords, t.FieldCode, t.IndustryCode, t.Size?.Name(), t.Description, t.Background, t.Indicators, t.PresentBase, t.CooperationWays, t.Budget,
        t.BudgetNegotiable, t.WantedMaturity, t.PeriodMonths, t.IpOwnership?.Name(), t.WantedPartner, t.AreaCode, t.AsStated);
}
