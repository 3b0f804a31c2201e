using TechMarket.Demands.Needs;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Web;
using TechMarket.Rules;

namespace TechMarket.Demands.Progress;

/// <summary>The last day of a need is over: it ends by itself unless a talk runs.</summary>
sealed class ExpireDemand(DemandsDb db, TimeProvider clock) : IDeadline
{
    public const string Deadline = "demand-expiry";

    /// <summary>Sets the end of the public text's last day; a deadline that no longer fits does nothing.</summary>
    public static async Task Watch(Demand demand, DemandsDb db, CancellationToken ct)
    {
        if (demand is { Expires: true, Public.ValidUntil: { } day }) await db.SetDeadline(Deadline, demand.Id.Value, ChinaTime.EndOf(day), ct);
    }

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Demands.FindAsync([new DemandId(subjectId)], ct) is not { } demand) return;
        var from = demand.State.Name();
        if (!demand.Expire(now)) return;
        db.Publish(demand.StatusFact(now));
        db.Audit(null, "demand", subjectId, "expire", from, demand.State.Name());
    }
}
