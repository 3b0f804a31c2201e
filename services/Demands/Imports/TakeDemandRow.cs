using Microsoft.EntityFrameworkCore;
using TechMarket.Demands.Needs;
using TechMarket.Demands.Progress;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Demands.Imports;

/// <summary>
/// Takes one row, of a file or of a machine's call. A verified data source's row is open at once, for its word stands for the
/// review; an enterprise's own row becomes its draft. The same row again changes nothing, a changed one is a new version.
/// </summary>
sealed class TakeDemandRow(DemandsDb db, TimeProvider clock) : IRowImporter<DemandsDb>
{
    public async Task<RowResult> Take(string source, string row, Caller importer, CancellationToken ct)
    {
        var read = DemandRow.Of(row);
        var known = db.Demands.Local.SingleOrDefault(d => d.Source == source && d.ExternalId == read.ExternalId)
            ?? await db.Demands.SingleOrDefaultAsync(d => d.Source == source && d.ExternalId == read.ExternalId, ct);
        return importer.IsTrusted() ? await Publish(source, read, known, importer, ct) : Draft(source, read, known, importer);
    }

    private async Task<RowResult> Publish(string source, DemandRow.Read read, Demand? known, Caller importer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var demand = known ?? Demand.Start(new DemandId(Guid.CreateVersion7()), importer, new DemandForm.Content(), now);
        var from = known is null ? null : demand.State.Name();
        var provenance = new Provenance(importer.OrganisationName, read.Url, read.Trust, read.PostedOn);
        var number = demand.Number ?? await db.NextNumber("XQ", ct);
        if (!demand.TakeRow(read.PosterOf(importer), provenance, read.Content, number, now))
            return new RowResult(read.ExternalId, ImportOutcome.Unchanged, demand.Id.Value);
        if (known is null)
        {
            demand.CameFrom(source, read.ExternalId);
            db.Demands.Add(demand);
        }
        await ExpireDemand.Watch(demand, db, ct);
        db.Publish(demand.PublishedFact(now));
        db.Audit(importer, "demand", demand.Id.Value, "import", from, demand.State.Name(), $"可信数据源 {source} 的导入代替审核", demand.Public, retention: "permanent");
        return new RowResult(read.ExternalId, known is null ? ImportOutcome.Ok : ImportOutcome.Updated, demand.Id.Value);
    }

    private RowResult Draft(string source, DemandRow.Read read, Demand? known, Caller importer)
    {
        var now = clock.GetUtcNow();
        if (known is null)
        {
            var demand = Demand.Start(new DemandId(Guid.CreateVersion7()), importer, read.Content, now);
            demand.TakeOwnRow(read.Content, now);
            demand.CameFrom(source, read.ExternalId);
            db.Demands.Add(demand);
            db.Audit(importer, "demand", demand.Id.Value, "import", null, demand.State.Name(), data: demand.Draft);
            return new RowResult(read.ExternalId, ImportOutcome.Ok, demand.Id.Value);
        }
        var from = known.Position();
        if (!known.TakeOwnRow(read.Content, now)) return new RowResult(read.ExternalId, ImportOutcome.Unchanged, known.Id.Value);
        db.Audit(importer, "demand", known.Id.Value, "import", from, known.Position(), data: known.Draft);
        return new RowResult(read.ExternalId, ImportOutcome.Updated, known.Id.Value);
    }
}
