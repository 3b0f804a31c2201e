using System.Text;
using Microsoft.EntityFrameworkCore;

namespace TechMarket.Trading.Bidding;

/// <summary>Anyone takes the whole log home, to recompute hashes and winner with the replay command or the verifier page.</summary>
static class ExportLog
{
    public static async Task Handle(AuctionId id, TradingDb db, HttpResponse response, CancellationToken ct)
    {
        var number = await db.Auctions.AsNoTracking().Where(a => a.Id == id).Select(a => a.Number).SingleOrDefaultAsync(ct)
            ?? throw AuctionProblems.AuctionNotFound.Now();
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{number}-log.json\"";
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        await writer.WriteAsync(ExportedLog.Head);
        var first = true;
        await foreach (var line in db.AuctionLog.AsNoTracking().Where(r => r.AuctionId == id).OrderBy(r => r.Seq).Select(r => r.Line).AsAsyncEnumerable().WithCancellation(ct))
        {
            await writer.WriteAsync(first ? "\n" : ",\n");
            await writer.WriteAsync(line);
            first = false;
        }
        await writer.WriteAsync(ExportedLog.Tail);
    }
}
