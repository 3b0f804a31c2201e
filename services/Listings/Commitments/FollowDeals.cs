using Microsoft.EntityFrameworkCore;
using TechMarket.Listings.Achievements;
using TechMarket.Platform.Web;

namespace TechMarket.Listings.Commitments;

/// <summary>Brings an achievement to where the negotiations and deals heard so far put it.</summary>
static class FollowDeals
{
    public static async Task<(AchievementState State, string? Note)> StateOf(AchievementId id, ListingsDb db, CancellationToken ct)
    {
        // Rows heard just now are not saved yet: the context's own copies count.
        await db.Negotiations.Where(n => n.AchievementId == id).LoadAsync(ct);
        await db.Deals.Where(d => d.AchievementId == id).LoadAsync(ct);
        await db.Sales.Where(s => s.AchievementId == id).LoadAsync(ct);
        return MarketState.Of(
            [.. db.Negotiations.Local.Where(n => n.AchievementId == id)], [.. db.Deals.Local.Where(d => d.AchievementId == id)],
            [.. db.Sales.Local.Where(s => s.AchievementId == id)]);
    }

    public static async Task Follow(AchievementId id, ListingsDb db, DateTimeOffset now, CancellationToken ct)
    {
        await db.LockDealings(id.Value, ct);
        if (await db.Achievements.FindAsync([id], ct) is not { WasPublished: true } achievement) return;
        var from = achievement.State.Name();
        var (state, note) = await StateOf(id, db, ct);
        if (!achievement.Follow(state, note, now)) return;
        db.Publish(achievement.StatusFact(now));
        db.Audit(null, "achievement", id.Value, "follow-deal", from, achievement.State.Name(), note);
    }

    /// <summary>The row of a negotiation, new if nothing was heard of it yet.</summary>
    public static async Task<HeardNegotiation> Negotiation(this ListingsDb db, Guid negotiationId, Guid achievementId, Guid buyerId, string number, CancellationToken ct)
    {
        await db.LockDealings(achievementId, ct);
        if (await db.Negotiations.FindAsync([negotiationId], ct) is { } known) return known;
        var heard = new HeardNegotiation { Id = negotiationId, AchievementId = new AchievementId(achievementId), BuyerId = buyerId, Number = number };
        db.Negotiations.Add(heard);
        return heard;
    }

    /// <summary>The row of a deal, new if nothing was heard of it yet.</summary>
    public static async Task<HeardDeal> Deal(this ListingsDb db, Guid dealId, CancellationToken ct)
    {
        await db.LockDealings(dealId, ct);
        if (await db.Deals.FindAsync([dealId], ct) is { } known) return known;
        var heard = new HeardDeal { Id = dealId };
        db.Deals.Add(heard);
        return heard;
    }
}
