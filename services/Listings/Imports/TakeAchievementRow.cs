using Microsoft.EntityFrameworkCore;
using TechMarket.Listings.Achievements;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Listings.Imports;

/// <summary>
/// Takes one row, of a file or of a machine's call. A verified data source's row is public at once, for its word stands for both
/// reviews; a holder's own row becomes its draft. The same row again changes nothing, a changed one is a new version.
/// </summary>
sealed class TakeAchievementRow(ListingsDb db, TimeProvider clock) : IRowImporter<ListingsDb>
{
    public async Task<RowResult> Take(string source, string row, Caller importer, CancellationToken ct)
    {
        var read = AchievementRow.Of(row);
        var known = db.Achievements.Local.SingleOrDefault(a => a.Source == source && a.ExternalId == read.ExternalId)
            ?? await db.Achievements.SingleOrDefaultAsync(a => a.Source == source && a.ExternalId == read.ExternalId, ct);
        return importer.IsTrusted() ? await Publish(source, read, known, importer, ct) : Draft(source, read, known, importer);
    }

    private async Task<RowResult> Publish(string source, AchievementRow.Read read, Achievement? known, Caller importer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var achievement = known ?? Achievement.Start(new AchievementId(Guid.CreateVersion7()), importer, new AchievementForm.Content(), now);
        var from = known is null ? null : achievement.State.Name();
        var content = read.Content with { Secrecy = new AchievementForm.Secrecy { Declared = true } };
        var number = achievement.Number ?? await db.NextNumber("CG", ct);
        var provenance = new Provenance(importer.OrganisationName, read.Url, read.Trust, read.ListedOn);
        if (!achievement.TakeRow(read.HolderOf(importer), provenance, content, number, now))
            return new RowResult(read.ExternalId, ImportOutcome.Unchanged, achievement.Id.Value);
        if (known is null)
        {
            achievement.CameFrom(source, read.ExternalId);
            db.Achievements.Add(achievement);
        }
        db.Publish(achievement.PublishedFact(now));
        db.Audit(
            importer, "achievement", achievement.Id.Value, "import", from, achievement.State.Name(), $"可信数据源 {source} 的导入代替两级审核",
            achievement.Public, retention: "permanent");
        return new RowResult(read.ExternalId, known is null ? ImportOutcome.Ok : ImportOutcome.Updated, achievement.Id.Value);
    }

    private RowResult Draft(string source, AchievementRow.Read read, Achievement? known, Caller importer)
    {
        var now = clock.GetUtcNow();
        var content = read.Content.HolderUnits.Count > 0 ? read.Content : read.Content with { HolderUnits = [importer.OrganisationName] };
        if (known is null)
        {
            var achievement = Achievement.Start(new AchievementId(Guid.CreateVersion7()), importer, content, now);
            achievement.TakeOwnRow(content, now);
            achievement.CameFrom(source, read.ExternalId);
            db.Achievements.Add(achievement);
            db.Audit(importer, "achievement", achievement.Id.Value, "import", null, achievement.State.Name(), data: achievement.Draft);
            return new RowResult(read.ExternalId, ImportOutcome.Ok, achievement.Id.Value);
        }
        var from = known.Position();
        if (!known.TakeOwnRow(content, now)) return new RowResult(read.ExternalId, ImportOutcome.Unchanged, known.Id.Value);
        db.Audit(importer, "achievement", known.Id.Value, "import", from, known.Position(), data: known.Draft);
        return new RowResult(read.ExternalId, ImportOutcome.Updated, known.Id.Value);
    }
}
