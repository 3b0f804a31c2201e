using MassTransit;

namespace TechMarket.Messages;

/// <summary>A need and an achievement that fit each other well were seen together for the first time.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Terms">The terms both share, most telling first.</param>
[MessageUrn("matching:match-found:1"), EntityName("matching.match-found.1")]
public sealed record MatchFound(
    Guid MatchId, Guid DemandId, string DemandNumber, string DemandTitle, Guid DemandOwnerId, Guid AchievementId, string AchievementNumber,
    string AchievementTitle, Guid AchievementOwnerId, decimal Score, IReadOnlyList<string> Terms, DateTimeOffset FoundAt);
