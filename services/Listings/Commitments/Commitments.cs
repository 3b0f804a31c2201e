using TechMarket.Listings.Achievements;

namespace TechMarket.Listings.Commitments;

/// <summary>What was heard of one negotiation about an achievement, in whatever order it came.</summary>
sealed class HeardNegotiation
{
    public required Guid Id { get; init; }
    public required AchievementId AchievementId { get; init; }
    public required Guid BuyerId { get; init; }
    public string? BuyerName { get; set; }
    public DateTimeOffset? NdaConfirmedAt { get; set; }
    public DateTimeOffset? AgreedAt { get; set; }
    public bool Exclusive { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string Number { get; set; } = "";

    /// <summary>The buyer's people may read the confidential detail: the duty is confirmed and the talk has not ended.</summary>
    public bool Grants => NdaConfirmedAt is not null && EndedAt is null;
}

/// <summary>What was heard of one deal; its registration may be heard before its conclusion.</summary>
sealed class HeardDeal
{
    public required Guid Id { get; init; }
    public AchievementId? AchievementId { get; set; }
    public Guid? NegotiationId { get; set; }
    public string? Number { get; set; }
    public string? Category { get; set; }
    public string? Exclusivity { get; set; }
    public DateTimeOffset? ConcludedAt { get; set; }
    public DateTimeOffset? RegisteredAt { get; set; }

    /// <summary>When its contract was void before it took effect.</summary>
    public DateTimeOffset? VoidedAt { get; set; }

    public bool IsAssignment => Category?.StartsWith("ZR", StringComparison.Ordinal) == true;

    public bool IsExclusiveLicence => Category?.StartsWith("XK", StringComparison.Ordinal) == true && Exclusivity is "EXCLUSIVE" or "SOLE";
}

/// <summary>Where an achievement stands on the market, given everything heard of it. The same facts in any order lead to the same place.</summary>
static class MarketState
{
    /// <returns>The state, and the note that goes with it.</returns>
    public static (AchievementState State, string? Note) Of(
        IReadOnlyCollection<HeardNegotiation> negotiations, IReadOnlyCollection<HeardDeal> deals, IReadOnlyCollection<HeardSale>? sales = null)
    {
        var concluded = deals.Where(d => d is { ConcludedAt: not null, VoidedAt: null }).OrderBy(d => d.ConcludedAt).ToList();
        if (concluded.FirstOrDefault(d => d.IsAssignment && d.RegisteredAt is not null) is { } assigned) return (AchievementState.Transferred, assigned.Number);
        if (concluded.FirstOrDefault(d => d.IsAssignment) is { } assigning) return (AchievementState.Contracted, assigning.Number);
        if (concluded.FirstOrDefault(d => d.IsExclusiveLicence) is { } licence)
            return (licence.RegisteredAt is null ? AchievementState.Contracted : AchievementState.Licensed, licence.Number);
        var settled = deals.Where(d => d.ConcludedAt is not null).Select(d => d.NegotiationId).ToHashSet();
        if (negotiations.Any(n => n is { AgreedAt: not null, Exclusive: true, EndedAt: null } && !settled.Contains(n.Id))) return (AchievementState.Reserved, null);
        if (sales?.Where(s => s.Reserves).MinBy(s => s.Number) is { } sale) return (AchievementState.Reserved, sale.Number);
        return (AchievementState.Published, concluded.Count == 0 ? null : string.Join("、", concluded.Select(d => d.Number)));
    }
}
