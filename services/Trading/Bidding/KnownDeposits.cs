using Microsoft.EntityFrameworkCore;

namespace TechMarket.Trading.Bidding;

/// <summary>What both facts about deposits do.</summary>
static class KnownDeposits
{
    public static async Task<KnownDeposit> Of(TradingDb db, Guid id, Guid sale, Guid party, CancellationToken ct)
    {
        if (await db.KnownDeposits.FindAsync([id], ct) is { } known) return known;
        known = new KnownDeposit { Id = id, SaleId = sale, PartyId = party };
        db.KnownDeposits.Add(known);
        return known;
    }

    /// <summary>
    /// Gives the sale's auctions another version: whoever holds them in memory finds its next commit refused and reads again, so
    /// that no bid is taken on a deposit that has gone.
    /// </summary>
    public static Task Tell(TradingDb db, Guid sale, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"update trading.auction set version = version + 1 where sale_id = {sale} and state in ('Scheduled', 'Open', 'Paused')", ct);
}
