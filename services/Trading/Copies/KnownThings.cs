namespace TechMarket.Trading.Copies;

/// <summary>A broker's lead: it covers deals of this client on this achievement while it is valid.</summary>
sealed class KnownLead
{
    public required Guid Id { get; init; }
    public long Version { get; set; }
    public required string Number { get; set; }
    public required Guid BrokerId { get; set; }
    public required string BrokerName { get; set; }
    public required Guid ClientId { get; set; }
    public required Guid AchievementId { get; set; }
    public required string Status { get; set; }
    public required DateTimeOffset RecordedAt { get; set; }
    public required DateTimeOffset ValidUntil { get; set; }
}

/// <summary>A published need that can be attached to a negotiation.</summary>
sealed class KnownDemand
{
    public required Guid Id { get; init; }
    public long Version { get; set; }
    public required string Number { get; set; }
    public required string Title { get; set; }
    public required Guid OwnerId { get; set; }
}

/// <summary>An organisation as it stands in a deal.</summary>
sealed class KnownOrganisation
{
    public required Guid Id { get; init; }
    public long Version { get; set; }
    public required string Name { get; set; }
    public required string Kind { get; set; }
    public string? CreditCode { get; set; }
    public string? PartyNature { get; set; }
    public string? AreaCode { get; set; }
    public bool PublicInstitution { get; set; }
}
