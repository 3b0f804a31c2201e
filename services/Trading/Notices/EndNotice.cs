using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Messaging;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.Notices;

/// <summary>
/// A notice's period is over: without an open objection it passes, its record is sealed and the deal is concluded. The deadline
/// names the stretch that was running; one that was stopped by an objection does nothing.
/// </summary>
sealed class EndNotice(TradingDb db, TimeProvider clock) : IDeadline
{
    public const string Kind = "notice-end";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var running = await db.Notices.Where(n => n.CurrentRun == subjectId)
            .Join(db.Negotiations, n => n.NegotiationId, n => n.Id, (notice, negotiation) => new { notice.Id, NegotiationId = negotiation.Id, negotiation.AchievementId })
            .SingleOrDefaultAsync(ct);
        if (running is null) return;
        var achievement = (await db.LockAchievement(running.AchievementId, ct))!;
        var negotiation = (await db.LockNegotiation(running.NegotiationId, ct))!;
        var notice = (await db.LockNotice(running.Id, ct))!;
        if (notice.CurrentRun != subjectId) return;
        var now = clock.GetUtcNow();
        notice.Pass(now);
        db.Publish(NoticeFact.Of(notice, null, now));
        db.Audit(null, "notice", notice.Id.Value, "passed", nameof(NoticeState.Running), notice.State.ToString(), notice.EvidenceHash, notice.Evidence, "permanent");
        await ConcludeDeal.Of(negotiation, notice, achievement, db, now, ct);
    }
}
