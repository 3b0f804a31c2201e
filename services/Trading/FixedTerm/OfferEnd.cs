using Microsoft.EntityFrameworkCore;
using TechMarket.Rules;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.FixedTerm;

/// <summary>What follows when an offer is over, whoever ended it. Runs under the achievement's and the offer's lock.</summary>
static class OfferEnd
{
    public static async Task Follow(FixedTermOffer offer, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        var applied = await db.Uptakes.Where(u => u.OfferId == offer.Id && u.State == UptakeState.Applied).OrderBy(u => u.Id).Select(u => u.Id).ToListAsync(ct);
        foreach (var id in applied)
        {
            var uptake = (await db.LockUptake(id, ct))!;
            var before = UptakeCourse.Now(uptake);
            uptake.TakeBack(null, UptakeReasons.OfferOver, now);
            await UptakeCourse.Follow(uptake, before, offer, null, db, rules, now, ct);
        }
        db.Publish(FixedTermFacts.Of(offer, offer.EndReason, now));
        await FixedTermClaims.Review(offer, db, now, ct);
    }

    /// <summary>A notice that still runs has nothing left to announce.</summary>
    public static async Task CancelNotice(FixedTermOffer offer, TradingDb db, DateTimeOffset now, CancellationToken ct)
    {
        if (offer.NoticeId is not { } id || await db.LockNotice(id, ct) is not { State: NoticeState.Running or NoticeState.Paused } notice) return;
        var from = notice.State;
        notice.Drop(offer.EndReason ?? UptakeReasons.OfferOver, now);
        db.Publish(NoticeFact.Of(notice, notice.ClosingReason, now));
        db.Audit(null, "notice", id.Value, "dropped", from.ToString(), notice.State.ToString(), notice.ClosingReason, retention: "permanent");
    }
}
