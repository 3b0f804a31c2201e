using Microsoft.EntityFrameworkCore;
using TechMarket.Demands.Needs;
using TechMarket.Platform.Web;

namespace TechMarket.Demands.Progress;

/// <summary>Brings a need to where the negotiations and contracts heard so far put it; the same facts in any order lead to the same place.</summary>
static class FollowNegotiations
{
    public static DemandState StateOf(IReadOnlyCollection<HeardNegotiation> negotiations, IReadOnlyCollection<HeardContract> contracts) =>
        contracts.Count > 0 ? DemandState.Contracted
        : negotiations.Any(n => n.EndedAt is null) ? DemandState.Negotiating
        : DemandState.Open;

    public static async Task Follow(DemandId id, DemandsDb db, DateTimeOffset now, CancellationToken ct)
    {
        // Rows heard just now are not saved yet: the context's own copies count.
        await db.Negotiations.Where(n => n.DemandId == id).LoadAsync(ct);
        await db.Contracts.Where(c => c.DemandId == id).LoadAsync(ct);
        if (await db.Demands.FindAsync([id], ct) is not { WasPublished: true } demand) return;
        var from = demand.State.Name();
        var state = StateOf([.. db.Negotiations.Local.Where(n => n.DemandId == id)], [.. db.Contracts.Local.Where(c => c.DemandId == id)]);
        if (!demand.Follow(state, now)) return;
        // The last day may have passed while the parties talked.
        if (demand.State == DemandState.Open) await ExpireDemand.Watch(demand, db, ct);
        db.Publish(demand.StatusFact(now));
        db.Audit(null, "demand", id.Value, "follow-negotiation", from, demand.State.Name());
    }
}
