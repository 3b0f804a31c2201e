using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Matching.Engine;
using TechMarket.Matching.Index;
using TechMarket.Messages;

namespace TechMarket.Matching.Matches;

/// <summary>A pair that has been told of: it is not told of again.</summary>
sealed class SeenMatch
{
    public required Guid DemandId { get; init; }
    public required Guid AchievementId { get; init; }
    public required DateTimeOffset FoundAt { get; init; }
}

/// <summary>Tells both sides when something new fits well; each pair once, however many processes see it.</summary>
sealed class NewMatches(MatchingDb db, MarketIndex index, TimeProvider clock)
{
    private const int MostPerDocument = 3;

    /// <summary>Below this a match is shown on the page when asked for, but nobody is called about it.</summary>
    private const double TellFrom = 0.45;

    public async Task Find(IReadOnlyList<Entry> changed, CancellationToken ct)
    {
        foreach (var entry in changed.Where(e => e.Findable && e.Document!.OwnerStated))
        {
            var result = index.Of(MarketIndex.Other(entry.Kind))
                .MatchTo(MatchQuery.From(entry.ToIndex()) with { Take = MostPerDocument, IncludeRestricted = true });
            if (result.NothingFits) continue;
            foreach (var candidate in result.Candidates.Where(c => c.Answers && c.Score >= TellFrom)) await Tell(entry, candidate, ct);
        }
    }

    private async Task Tell(Entry entry, MatchCandidate candidate, CancellationToken ct)
    {
        var (mine, other) = (entry.ToIndex(), candidate.Document);
        var (demand, achievement) = entry.Kind == DocumentKind.Demand ? (mine, other) : (other, mine);
        // A need shown to verified institutes alone is told to nobody else; its own poster may know.
        if (demand.OwnerId is not { } demandOwner || achievement.OwnerId is not { } achievementOwner || demandOwner == achievementOwner) return;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var first = await db.Database.ExecuteSqlRawAsync(
            "insert into matching.seen_match (demand_id, achievement_id, found_at) values (@demand, @achievement, @now) on conflict do nothing",
            [new NpgsqlParameter("demand", demand.Id), new NpgsqlParameter("achievement", achievement.Id), new NpgsqlParameter("now", clock.GetUtcNow())],
            ct);
        if (first == 0) return;
        var terms = candidate.Reasons.FirstOrDefault(r => r.Kind == MatchReasonKind.SharedTerms)?.Values ?? [];
        db.Publish(new MatchFound(
            Guid.CreateVersion7(), demand.Id, demand.Number, demand.Title, demandOwner, achievement.Id, achievement.Number, achievement.Title, achievementOwner,
            Math.Round((decimal)candidate.Score, 4), [.. terms.Take(8)], clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
