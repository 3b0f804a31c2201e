using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace TechMarket.Trading.Bidding;

/// <summary>
/// Anyone follows an auction as it happens, by server-sent events. Each carries the standing and the new entries of the log; its id
/// is the last entry, which the browser sends back after a break. Where the entries do not follow the last one seen, the log has
/// those in between.
/// </summary>
static class WatchAuction
{
    public static async Task Handle(AuctionId id, HttpContext context, LiveRooms rooms, CancellationToken ct, long? from = null)
    {
        var room = await rooms.Find(id) ?? throw AuctionProblems.AuctionNotFound.Now();
        var seen = long.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : from;
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store, no-transform";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var (frame, hello) = room.Enter(seen);
        try
        {
            await response.Body.WriteAsync(hello, ct);
            await response.Body.FlushAsync(ct);
            while (await frame.Next.WaitAsync(ct) is { } next)
            {
                // Somebody slow gets the newest only: it carries the whole standing.
                frame = Newest(next);
                await response.Body.WriteAsync(frame.Bytes, ct);
                await response.Body.FlushAsync(ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The watcher has gone.
        }
        finally
        {
            room.Leave();
        }
    }

    private static Frame Newest(Frame frame)
    {
        while (frame.Next is { IsCompletedSuccessfully: true } done && done.GetAwaiter().GetResult() is { } next) frame = next;
        return frame;
    }
}
