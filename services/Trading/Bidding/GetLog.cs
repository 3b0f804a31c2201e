using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace TechMarket.Trading.Bidding;

/// <summary>Anyone reads the public log from an entry on, exactly as its hashes cover it.</summary>
static class GetLog
{
    private const int Most = 1000;

    public static async Task<IResult> Handle(AuctionId id, TradingDb db, CancellationToken ct, [Range(1, long.MaxValue)] long from = 1)
    {
        if (!await db.Auctions.AnyAsync(a => a.Id == id, ct)) throw AuctionProblems.AuctionNotFound.Now();
        var lines = await db.AuctionLog.AsNoTracking().Where(r => r.AuctionId == id && r.Seq >= from).OrderBy(r => r.Seq).Take(Most + 1).Select(r => r.Line).ToListAsync(ct);
        var body = $$"""{"entries":[{{string.Join(',', lines.Take(Most))}}],"more":{{(lines.Count > Most ? "true" : "false")}}}""";
        return Results.Text(body, "application/json", Encoding.UTF8);
    }
}
