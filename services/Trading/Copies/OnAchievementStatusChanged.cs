using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;
using TechMarket.Rules;
using TechMarket.Trading.FixedTerm;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Copies;

/// <summary>An achievement moved on. While it is suspended nothing can be offered or agreed; when it is withdrawn, open talks lapse.</summary>
sealed class OnAchievementStatusChanged(TradingDb db, RegionProfile profile, TimeProvider clock) : IReaction<AchievementStatusChanged>
{
    public async Task React(AchievementStatusChanged fact, CancellationToken ct)
    {
        if (await db.LockAchievement(fact.AchievementId, ct) is not { } known)
        {
            known = new KnownAchievement
            {
                Id = fact.AchievementId, Number = fact.Number, Title = fact.Title, OwnerId = fact.OwnerId, Status = fact.Status,
            };
            db.KnownAchievements.Add(known);
        }
        if (!known.TakeStatus(fact.Version, fact.Status) || fact.Status is not ("ARCHIVED" or "SUSPENDED")) return;
        var open = await db.Negotiations.Where(n => n.AchievementId == fact.AchievementId && !NegotiationSteps.Closed.Contains(n.State))
            .OrderBy(n => n.Id).Select(n => n.Id).ToListAsync(ct);
        foreach (var id in open)
        {
            var talks = (await db.LockNegotiation(id, ct))!;
            if (!talks.Allows(NegotiationStep.Lapse)) continue;
            var from = talks.State;
            if (fact.Status == "ARCHIVED")
            {
                talks.Lapse(SystemReasons.AchievementWithdrawn, fact.Reason, clock.GetUtcNow());
                db.Publish(EndedFact.Of(talks));
                await SaleTalks.Ended(talks, db, profile.At(clock.GetUtcNow()), clock.GetUtcNow(), ct);
                db.Audit(null, "negotiation", id.Value, "lapsed", from.ToString(), talks.State.ToString(), SystemReasons.ForAudit(talks.Ending!));
            }
            else
            {
                db.Audit(null, "negotiation", id.Value, "achievement-suspended", from.ToString(), from.ToString(), fact.Reason);
            }
        }
        if (fact.Status != "ARCHIVED") return;
        await TerminateSales(fact, ct);
        await WithdrawOffers(fact, ct);
    }

    /// <summary>Nobody takes up any more what has left the market; who uses it goes on under its terms.</summary>
    private async Task WithdrawOffers(AchievementStatusChanged fact, CancellationToken ct)
    {
        var standing = await db.FixedTermOffers.Where(o => o.AchievementId == fact.AchievementId && !FixedTermSteps.Over.Contains(o.State))
            .OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(ct);
        foreach (var id in standing)
        {
            var offer = (await db.LockFixedTerm(id, ct))!;
            if (!offer.Allows(FixedTermStep.Withdraw)) continue;
            var (now, from) = (clock.GetUtcNow(), offer.State);
            offer.Withdraw(null, SystemReasons.AchievementWithdrawn, now);
            db.Audit(null, "fixed-term-offer", id.Value, "withdrawn", from.ToString(), offer.State.ToString(), fact.Reason, retention: "5y");
            await OfferEnd.Follow(offer, db, profile.At(now), now, ct);
            await OfferEnd.CancelNotice(offer, db, now, ct);
        }
    }

    /// <summary>What has left the market is not sold either, unless bidding or a result already binds.</summary>
    private async Task TerminateSales(AchievementStatusChanged fact, CancellationToken ct)
    {
        var running = await db.Sales.Where(s => s.AchievementId == fact.AchievementId && !SaleSteps.Over.Contains(s.State)).Select(s => s.Id).ToListAsync(ct);
        foreach (var id in running)
        {
            var sale = (await db.LockSale(id, ct))!;
            if (!sale.Allows(SaleStep.Terminate)) continue;
            var (now, from) = (clock.GetUtcNow(), sale.State);
            sale.Terminate(fact.Reason is { Length: > 0 } words ? $"{SaleReasons.AchievementWithdrawn}: {words}" : SaleReasons.AchievementWithdrawn, now);
            db.PublishChange(sale, sale.EndReason, profile.At(now), now);
            db.Audit(null, "sale", id.Value, "terminated", from.ToString(), sale.State.ToString(), sale.EndReason, retention: "5y");
        }
    }
}
