using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Matching.Engine;
using TechMarket.Matching.Index;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Matching.Matches;

/// <summary>A pair that has been told of: it is not told of again.</summary>
sealed class SeenMatch
{
    public required Guid DemandId { get; init; }
    public required Guid AchievementId { get; init; }
    public required DateTimeOffset FoundAt { get; init; }
}

/// <summary>How far the changes have been looked at for matches; the one row of its table.</summary>
sealed class MatchProgress
{
    public int Id { get; init; }
    public long Change { get; init; }
}

/// <summary>
/// Tells both sides when something new fits well; each pair once, however many processes see it. How far it has looked is kept, so
/// that what was heard just before a stop is told of after the start.
/// </summary>
sealed class NewMatches(MatchingDb db, MarketIndex index, TimeProvider clock)
{
    private const int MostPerDocument = 3;
    private const int Batch = 200;

    /// <summary>Below this a match is shown on the page when asked for, but nobody is called about it.</summary>
    private const double TellFrom = 0.45;

    /// <summary>Looks at the changes nobody has looked at yet, up to the last one the index shows.</summary>
    public async Task FindUpTo(long shown, CancellationToken ct)
    {
        var from = await db.MatchProgress.Select(p => p.Change).SingleOrDefaultAsync(ct);
        while (from < shown)
        {
            var changed = await db.Entries.AsNoTracking().Where(e => e.Change > from && e.Change <= shown).OrderBy(e => e.Change).Take(Batch).ToListAsync(ct);
            await Find(changed, ct);
            from = changed.Count < Batch ? shown : changed[^1].Change;
            await db.Database.ExecuteSqlAsync(
                $"insert into matching.match_progress (id, change) values (1, {from}) on conflict (id) do update set change = greatest(match_progress.change, excluded.change)", ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Find(List<Entry> changed, CancellationToken ct)
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
        if (demand.OwnerId is not { } demandOwner || achievement.OwnerId is not { } achievementOwner || demandOwner == achievementOwner) return;
        if (demand.Visibility == Visibility.VerifiedInstitutes && !await OwnedByInstitute(achievement.Id, ct)) return;
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

    /// <summary>A need shown to verified institutes alone is told to nobody else.</summary>
    private async Task<bool> OwnedByInstitute(Guid achievementId, CancellationToken ct)
    {
        var achievement = await db.Entries.AsNoTracking().SingleAsync(e => e.Id == achievementId, ct);
        return achievement.Document?.OwnerKind is OrganisationKinds.University or OrganisationKinds.Institute;
    }
}
