using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Messaging;

namespace TechMarket.Commissions.Mandates;

/// <summary>A mandate ends with its last day.</summary>
sealed class EndExpiredMandate(CommissionsDb db, TimeProvider clock) : IDeadline
{
    public const string Deadline = "commissions.mandate-ends";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var id = new MandateId(subjectId);
        if (await db.Mandates.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } mandate) return;
        var (now, from) = (clock.GetUtcNow(), mandate.Status);
        if (!mandate.Expire(now)) return;
        db.Publish(mandate.Changed(mandate.ProposedById, now));
        db.Audit(null, "mandate", subjectId, "expire", from.Code(), "ENDED");
    }
}
