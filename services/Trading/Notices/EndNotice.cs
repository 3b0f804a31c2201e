using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Messaging;
using TechMarket.Rules;
using TechMarket.Trading.Deals;
using TechMarket.Trading.FixedTerm;

namespace TechMarket.Trading.Notices;

/// <summary>
/// A notice's period is over: without an open objection it passes, its record is sealed and the deal is concluded. The deadline
/// names the stretch that was running; one that was stopped by an objection does nothing.
/// </summary>
sealed class EndNotice(TradingDb db, RegionProfile profile, TimeProvider clock) : IDeadline
{
    public const string Kind = "notice-end";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var running = await db.Notices.Where(n => n.CurrentRun == subjectId && n.SaleId == null)
            .Join(db.Negotiations, n => n.NegotiationId, n => n.Id, (notice, negotiation) => new { notice.Id, NegotiationId = negotiation.Id, negotiation.AchievementId })
            .SingleOrDefaultAsync(ct);
        if (running is null)
        {
            await EndSale(subjectId, ct);
            return;
        }
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

    /// <summary>The same for the result of a sale, with or without talks.</summary>
    private async Task EndSale(Guid run, CancellationToken ct)
    {
        var running = await db.Notices.Where(n => n.CurrentRun == run)
            .Join(db.Sales, n => n.SaleId, s => s.Id, (notice, sale) => new { notice.Id, SaleId = sale.Id, sale.AchievementId, notice.NegotiationId })
            .SingleOrDefaultAsync(ct);
        if (running is null)
        {
            await EndOffer(run, ct);
            return;
        }
        var achievement = (await db.LockAchievement(running.AchievementId, ct))!;
        var negotiation = running.NegotiationId is { } talks ? await db.LockNegotiation(talks, ct) : null;
        var sale = (await db.LockSale(running.SaleId, ct))!;
        var notice = (await db.LockNotice(running.Id, ct))!;
        if (notice.CurrentRun != run) return;
        var now = clock.GetUtcNow();
        notice.Pass(now);
        db.Publish(NoticeFact.Of(notice, null, now));
        db.Audit(null, "notice", notice.Id.Value, "passed", nameof(NoticeState.Running), notice.State.ToString(), notice.EvidenceHash, notice.Evidence, "permanent");
        await ConcludeDeal.OfSale(sale, negotiation, notice, achievement, db, profile.At(now), now, ct);
    }

    /// <summary>The same for the price formula of a fixed-term offer: it can be taken up from here.</summary>
    private async Task EndOffer(Guid run, CancellationToken ct)
    {
        var running = await db.Notices.Where(n => n.CurrentRun == run)
            .Join(db.FixedTermOffers, n => n.FixedTermId, o => o.Id, (notice, offer) => new { notice.Id, OfferId = offer.Id, offer.AchievementId }).SingleOrDefaultAsync(ct);
        if (running is null) return;
        await db.LockAchievement(running.AchievementId, ct);
        var offer = (await db.LockFixedTerm(running.OfferId, ct))!;
        var notice = (await db.LockNotice(running.Id, ct))!;
        if (notice.CurrentRun != run) return;
        var now = clock.GetUtcNow();
        notice.Pass(now);
        offer.Open(now);
        db.Publish(NoticeFact.Of(notice, null, now));
        db.Publish(FixedTermFacts.Of(offer, null, now));
        db.Audit(null, "notice", notice.Id.Value, "passed", nameof(NoticeState.Running), notice.State.ToString(), notice.EvidenceHash, notice.Evidence, "permanent");
        db.Audit(null, "fixed-term-offer", offer.Id.Value, "opened", nameof(FixedTermState.Notice), offer.State.ToString(), notice.Number, retention: "permanent");
    }
}
