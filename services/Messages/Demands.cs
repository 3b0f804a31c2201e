using MassTransit;

namespace TechMarket.Messages;

/// <summary>A need waits for the bureau's review.</summary>
[MessageUrn("demands:demand-submitted:1"), EntityName("demands.demand-submitted.1")]
public sealed record DemandSubmitted(
    Guid DemandId, long Version, string Title, Guid OwnerId, string OwnerName, Guid SubmittedBy, DateTimeOffset SubmittedAt);

/// <summary>The review sent a need back to its author with a reason.</summary>
[MessageUrn("demands:demand-returned:1"), EntityName("demands.demand-returned.1")]
public sealed record DemandReturned(
    Guid DemandId, long Version, string Title, Guid OwnerId, string Reason, Guid SubmittedBy, DateTimeOffset ReturnedAt);

/// <summary>A need is open, or its text changed.</summary>
/// <param name="Visibility">public, or verified_institutes: shown to verified universities and institutes (and bureau staff) alone.</param>
/// <param name="WantedMaturity">The lowest technology readiness level wanted; 0 when not stated.</param>
/// <param name="OwnerStated">False: the enterprise is unknown and the page shows the data source as the poster.</param>
[MessageUrn("demands:demand-published:1"), EntityName("demands.demand-published.1")]
public sealed record DemandPublished(
    Guid DemandId, long Version, string Number, string? Source, string? ExternalId, string Title, string Type, IReadOnlyList<string> Keywords,
    string FieldCode, string? AreaCode, string Description, string? Indicators, Money? Budget, IReadOnlyList<string> CooperationWays,
    int WantedMaturity, DateOnly? ValidUntil, string Visibility, Guid OwnerId, string OwnerName, bool OwnerStated, string Status,
    DateTimeOffset PublishedAt);

/// <summary>A published need moved on: OPEN, MATCHING, NEGOTIATING, CONTRACTED, SOLVED, EXPIRED or WITHDRAWN.</summary>
[MessageUrn("demands:demand-status-changed:1"), EntityName("demands.demand-status-changed.1")]
public sealed record DemandStatusChanged(
    Guid DemandId, long Version, string Number, string Title, Guid OwnerId, string Status, string? Reason, DateTimeOffset ChangedAt);
