namespace TechMarket.Matching.Engine;

/// <summary>The two sides of the market; each has an index of its own.</summary>
internal enum DocumentKind : byte
{
    Achievement = 1,
    Demand = 2,
}

/// <summary>Who may find a document.</summary>
internal enum Visibility : byte
{
    Public = 0,
    VerifiedInstitutes = 1,
}

/// <summary>What the index knows of one achievement or demand: public text and the codes it is filtered by.</summary>
internal sealed record SearchDocument
{
    public required Guid Id { get; init; }
    public required DocumentKind Kind { get; init; }
    public string Number { get; init; } = "";
    public string? ExternalId { get; init; }
    public required string Title { get; init; }
    public IReadOnlyList<string> Keywords { get; init; } = [];
    public string Summary { get; init; } = "";
    public string FieldCode { get; init; } = "";

    /// <summary>Technology readiness 1-9 (for a demand: the level it needs at least); 0 is unknown.</summary>
    public int Maturity { get; init; }

    /// <summary>Six-digit GB/T 2260 code, shorter forms are padded with zeros; empty is unknown.</summary>
    public string AreaCode { get; init; } = "";
    public IReadOnlyList<string> IpTypes { get; init; } = [];
    public string PricingMode { get; init; } = "";
    public IReadOnlyList<string> TransferWays { get; init; } = [];
    public decimal? Price { get; init; }
    public string PriceBand { get; init; } = "";
    public decimal? Budget { get; init; }
    public Guid? OwnerId { get; init; }
    public string? OwnerName { get; init; }
    public DateTimeOffset PublishedAt { get; init; }
    public Visibility Visibility { get; init; }

    /// <summary>Grows with every change of the document; the index ignores a version that is not newer than what it has.</summary>
    public long Version { get; init; }
}
