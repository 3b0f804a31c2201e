using MassTransit;

namespace TechMarket.Messages;

/// <summary>A right in intellectual property an achievement rests on. Kind is a code of IpType (DOMAIN 2.7).</summary>
public sealed record IpRight(string Kind, string? Number, string? Owner, string? Status, DateOnly? ExpiresOn);

/// <summary>An achievement waits for a review.</summary>
/// <param name="Stage">unit: the holder's own approver; platform: bureau staff.</param>
[MessageUrn("listings:achievement-submitted:1"), EntityName("listings.achievement-submitted.1")]
public sealed record AchievementSubmitted(
    Guid AchievementId, long Version, string Title, Guid OwnerId, string OwnerName, string Stage, Guid SubmittedBy, DateTimeOffset SubmittedAt);

/// <summary>A review sent an achievement back to its author with a reason.</summary>
[MessageUrn("listings:achievement-returned:1"), EntityName("listings.achievement-returned.1")]
public sealed record AchievementReturned(
    Guid AchievementId, long Version, string Title, Guid OwnerId, string Stage, string Reason, Guid SubmittedBy, DateTimeOffset ReturnedAt);

/// <summary>An achievement is public, or its public text changed. Only public fields travel.</summary>
/// <param name="Source">The data source's code when it was imported, with its id there.</param>
/// <param name="Maturity">Technology readiness level 1 to 9; 0 when not stated.</param>
/// <param name="OwnerStated">False: the owner is unknown and the page shows the data source as the poster.</param>
[MessageUrn("listings:achievement-published:1"), EntityName("listings.achievement-published.1")]
public sealed record AchievementPublished(
    Guid AchievementId, long Version, string Number, string? Source, string? ExternalId, string Title, IReadOnlyList<string> Keywords,
    string FieldCode, int Maturity, string? AreaCode, IReadOnlyList<IpRight> IpRights, string PublicSummary, IReadOnlyList<string> TransferWays,
    string? PricingMode, Money? ExpectedPrice, Guid OwnerId, string OwnerName, string OwnerKind, bool OwnerIsPublicInstitution, bool OwnerStated,
    bool HasConfidentialDetail, string Status, DateTimeOffset PublishedAt);

/// <summary>A published achievement moved on: RESERVED, PUBLISHED, CONTRACTED, TRANSFERRED, LICENSED, SUSPENDED or ARCHIVED.</summary>
[MessageUrn("listings:achievement-status-changed:1"), EntityName("listings.achievement-status-changed.1")]
public sealed record AchievementStatusChanged(
    Guid AchievementId, long Version, string Number, string Title, Guid OwnerId, string Status, string? Reason, DateTimeOffset ChangedAt);

/// <summary>Somebody read the confidential detail under a confirmed non-disclosure duty.</summary>
[MessageUrn("listings:confidential-detail-opened:1"), EntityName("listings.confidential-detail-opened.1")]
public sealed record ConfidentialDetailOpened(
    Guid AchievementId, string Number, string Title, Guid OwnerId, Guid NegotiationId, Guid OpenedByOrganisationId, string OpenedByOrganisation,
    Guid OpenedBy, DateTimeOffset OpenedAt);
