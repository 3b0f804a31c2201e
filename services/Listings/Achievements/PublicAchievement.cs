using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Web;

namespace TechMarket.Listings.Achievements;

/// <summary>The permanent public page's content. Completers, secrecy and the confidential detail are never part of it.</summary>
static class PublicAchievement
{
    /// <param name="Verified">The bureau verified the holder; an imported record's holder is not verified.</param>
    public sealed record Owner(Guid Id, string Name, string Kind, bool PublicInstitution, bool Stated, bool Verified);

    /// <param name="Url">Absent where the source asks not to be linked.</param>
    public sealed record Origin(string Source, string ExternalId, string PostedBy, DateOnly? ListedOn, string? Url);

    public sealed record Right(string Kind, string? Number, string? Owner, string? Status, DateOnly? ExpiresOn);

    public sealed record File(Guid Id, string Name, string ContentType, long Size, string Kind);

    public sealed record Step(DateTimeOffset At, string Status);

    /// <param name="Status">PUBLISHED, RESERVED, SUSPENDED, ARCHIVED, CONTRACTED, TRANSFERRED or LICENSED.</param>
    /// <param name="Text">Absent while it is suspended or archived: number, title and holder stay.</param>
    /// <param name="NonExclusiveDeals">The numbers of licences already given while it stays available.</param>
    public sealed record Response(
        Guid Id, string Number, string? ExternalId, long Version, string Status, string Title, Owner Owner, Origin? Origin, PublicText? Text,
        bool HasConfidentialDetail, IReadOnlyList<File> Files, string? NonExclusiveDeals, DateTimeOffset PublishedAt, DateTimeOffset ChangedAt,
        IReadOnlyList<Step> History);

    /// <param name="ReadinessLevel">1 to 9; 0 when nothing is stated.</param>
    public sealed record PublicText(
        IReadOnlyList<string> Keywords, string? Form, string? Attribute, string? FieldCode, string? Maturity, int? Trl, int ReadinessLevel, IReadOnlyList<Right> IpRights,
        IReadOnlyList<string> HolderUnits, string? PlanCode, string? PlanProject, string? IndustryCode, string PublicSummary, string? ProblemSolved,
        string? Application, string? Indicators, string? Benefits, IReadOnlyList<string> TransferWays, string? PricingMode, Money? ExpectedPrice, bool PriceNegotiable,
        string? AreaCode, AchievementForm.SourceWords? AsStated);

    static readonly string[] PublicStates =
        [.. new[] { AchievementState.Published, AchievementState.Reserved, AchievementState.Suspended, AchievementState.Archived, AchievementState.Contracted, AchievementState.Transferred, AchievementState.Licensed }.Select(s => s.Name())];

    public static async Task<Response> Of(Achievement a, ListingsDb db, CancellationToken ct)
    {
        var withheld = a.State is AchievementState.Suspended or AchievementState.Archived;
        var files = withheld ? [] : await db.Attachments.AsNoTracking().Where(f => f.AchievementId == a.Id && f.Published && f.Visibility == AttachmentVisibility.Public)
            .OrderBy(f => f.AddedAt).ToListAsync(ct);
        var history = await db.AuditTrail.AsNoTracking()
            .Where(r => r.SubjectKind == "achievement" && r.SubjectId == a.Id.Value && r.FromState != r.ToState && PublicStates.Contains(r.ToState))
            .OrderBy(r => r.Sequence).Select(r => new Step(r.At, r.ToState!)).ToListAsync(ct);
        return new Response(
            a.Id.Value, a.Number!, a.ExternalId, a.Version, a.State.Name(), a.Public!.Title,
            new Owner(a.OwnerId, a.Holder.Name, a.Holder.Kind, a.Holder.IsPublicInstitution, a.Holder.Stated, a.Provenance is null),
            a.Provenance is { } origin ? new Origin(a.Source!, a.ExternalId!, origin.PostedBy, origin.ListedOn, origin.MayLink ? origin.Url : null) : null,
            withheld ? null : TextOf(a.Public), a.HasConfidentialDetail && !withheld,
            [.. files.Select(f => new File(f.Id, f.File.Name, f.File.ContentType, f.File.Size, f.Kind.Name()))],
            a.State == AchievementState.Published ? a.DealNote : null, a.PublishedAt!.Value, a.ChangedAt, history);
    }

    private static PublicText TextOf(AchievementForm.Content t) => new(
        t.Keywords, t.Form, t.Attribute?.Name(), t.FieldCode, t.Maturity, t.Trl, t.ReadinessLevel(),
        [.. t.IpRights.Select(r => new Right(r.Kind, r.Number, r.Owner, r.Status?.Name(), r.ExpiresOn))], t.HolderUnits, t.PlanCode, t.PlanProject, t.IndustryCode,
        t.PublicSummary, t.ProblemSolved, t.Application, t.Indicators, t.Benefits, t.TransferWays, t.PricingMode, t.ExpectedPrice, t.PriceNegotiable, t.AreaCode,
        t.AsStated);
}
