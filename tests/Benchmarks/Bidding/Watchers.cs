using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace TechMarket.Benchmarks.Bidding;

/// <summary>What the observers measured: from the server's stamp of an entry to its arrival, the first of each update.</summary>
internal sealed record WatchResult(int Connected, long Updates, double P50, double P99, double Worst);

internal sealed record WatchPlan(int Port, Guid Auction, int Count, double Seconds);

/// <summary>Observers of one room, each with a connection of its own, in a process of their own.</summary>
internal static class Watchers
{
    private static readonly byte[] Stamp = Encoding.ASCII.GetBytes("\"at\":\"");

    public static async Task<int> RunHere()
    {
        var plan = JsonSerializer.Deserialize<WatchPlan>(await Console.In.ReadToEndAsync())!;
        var until = TimeProvider.System.GetUtcNow().AddSeconds(plan.Seconds);
        using var stop = new CancellationTokenSource();
        var delays = await Task.WhenAll(Enumerable.Range(0, plan.Count).Select(i => Watch(plan, i, until, stop.Token)));
        var all = delays.SelectMany(d => d ?? []).Order().ToList();
        double At(double share) => all.Count == 0 ? double.NaN : all[(int)Math.Min(all.Count - 1, all.Count * share)];
        Console.WriteLine(JsonSerializer.Serialize(new WatchResult(delays.Count(d => d is not null), all.Count, At(0.5), At(0.99), all.Count == 0 ? double.NaN : all[^1]), ChildProcess.Figures));
        return 0;
    }

    public static async Task<WatchResult> Run(WatchPlan plan) => JsonSerializer.Deserialize<WatchResult>(
        await ChildProcess.Run("bidding-watch", JsonSerializer.Serialize(plan)), ChildProcess.Figures)!;

    private static async Task<List<double>?> Watch(WatchPlan plan, int number, DateTimeOffset until, CancellationToken ct)
    {
        var delays = new List<double>();
        try
        {
            await Task.Delay(number / 2, ct);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, plan.Port, ct);
            await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /api/trading/auctions/{plan.Auction}/live HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n"), ct);
            var buffer = new byte[64 * 1024];
            var hello = true;
            while (TimeProvider.System.GetUtcNow() < until)
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
                patience.CancelAfter(until - TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(1));
                var length = await socket.ReceiveAsync(buffer, patience.Token);
                if (length == 0) return null;
                var now = TimeProvider.System.GetUtcNow();
                var at = buffer.AsSpan(0, length).IndexOf(Stamp);
                // The first answer tells what was before; later pieces without an entry are heartbeats or the rest of an update.
                if (!hello && at >= 0 && at + 6 + 24 <= length)
                    delays.Add((now - DateTimeOffset.Parse(Encoding.ASCII.GetString(buffer, at + 6, 24), System.Globalization.CultureInfo.InvariantCulture)).TotalMilliseconds);
                hello = false;
            }
            return delays;
        }
        catch (OperationCanceledException)
        {
            // The time is over while it waits for the next update.
            return delays;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
