using TechMarket.Demands.Needs;

namespace TechMarket.Demands.Progress;

/// <summary>What was heard of one negotiation that is to meet a need, in whatever order it came.</summary>
sealed class HeardNegotiation
{
    public required Guid Id { get; init; }
    public required DemandId DemandId { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>A contract that meets a need came into effect.</summary>
sealed class HeardContract
{
    public required Guid Id { get; init; }
    public required DemandId DemandId { get; init; }
    public required DateTimeOffset EffectiveAt { get; init; }
}

/// <summary>A public achievement as far as a shortlist names it.</summary>
sealed class KnownAchievement
{
    public required Guid Id { get; init; }
    public long Version { get; set; }
    public string Number { get; set; } = "";
    public string Title { get; set; } = "";
}
