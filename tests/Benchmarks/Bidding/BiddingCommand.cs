using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechMarket.Trading.Bidding;

namespace TechMarket.Benchmarks.Bidding;

/// <summary>Bids per second: the product's writer beside one transaction per bid on the same server, beside pgbench on the same PostgreSQL.</summary>
internal static class BiddingCommand
{
    private const double WarmUpSeconds = 20;
    private const int MostConnections = 32;
    private const string Writer = "/api/trading/auctions", Rows = "/api/bench/auctions";

    public static async Task<int> Run(string[] args)
    {
        var rounds = int.Parse(Option(args, "--rounds") ?? "5", CultureInfo.InvariantCulture);
        var seconds = double.Parse(Option(args, "--seconds") ?? "3", CultureInfo.InvariantCulture);
        var clients = Numbers(args, "--clients", "1,8,32,128");
        var auctions = Numbers(args, "--auctions", "1,100");
        var observers = int.Parse(Option(args, "--observers") ?? "5000", CultureInfo.InvariantCulture);
        await using var market = await BenchMarket.Start();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"PostgreSQL {market.Postgres.Version}, durable commits; {rounds} interleaved rounds of {seconds} s; medians. p50, p99 in ms."));
        // Everything compiled and every session known before anything is counted.
        foreach (var path in new[] { Writer, Rows }) await Load(market, path, 1, 32, WarmUpSeconds);
        foreach (var count in auctions)
            foreach (var parallel in clients)
                await Compare(market, count, parallel, rounds, seconds);
        if (observers > 0) await Watch(market, observers, seconds);
        return 0;
    }

    private static async Task Compare(BenchMarket market, int count, int clients, int rounds, double seconds)
    {
        var (writer, rows, one, fifty) = (new List<LoadResult>(), new List<LoadResult>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            writer.Add(await Load(market, Writer, count, clients, seconds));
            rows.Add(await Load(market, Rows, count, clients, seconds));
            // The server has no connections left for more; beyond a few dozen nothing gets faster on one row or two cores.
            if (clients > MostConnections) continue;
            if (await PgBench.Run(market.Postgres.ConnectionString, count, 1, clients, seconds) is { } single) one.Add(single.PerSecond);
            if (await PgBench.Run(market.Postgres.ConnectionString, count, 50, clients, seconds) is { } group) fifty.Add(group.PerSecond);
        }
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(count == 1 ? "one hot auction" : $"{count} auctions")}, {clients} clients"));
        Print("the writer", writer);
        Print("one transaction per bid", rows);
        if (one.Count > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"pgbench, one transaction per bid",-36}{Median(one),10:0} bids/s"));
        if (fifty.Count > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"pgbench, fifty bids in one",-36}{Median(fifty),10:0} bids/s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  writer / one per bid {Median(writer.Select(w => w.AcceptedPerSecond)) / Median(rows.Select(r => r.AcceptedPerSecond)):0.0}x"));
    }

    /// <summary>Fresh auctions for every run; afterwards counters, rows and the chain must agree.</summary>
    private static async Task<LoadResult> Load(BenchMarket market, string path, int count, int clients, double seconds)
    {
        var auctions = await market.OpenAuctions(count);
        var result = await BidLoad.Run(new LoadPlan(market.Port, path, [.. auctions.Select(a => a.Value)], market.Bidders, clients, seconds, 0.7));
        if (result.Failed > 0) throw new InvalidOperationException($"{result.Failed} requests failed.");
        foreach (var auction in auctions.Take(3))
        {
            var row = await market.InTrading(db => db.Auctions.AsNoTracking().SingleAsync(a => a.Id == auction));
            var bids = await market.InTrading(db => db.AuctionBids.Where(b => b.AuctionId == auction).Select(b => b.Amount).ToListAsync());
            if (row.BidCount != bids.Count || bids.Distinct().Count() != bids.Count || row.Top != bids.Max()) throw new InvalidOperationException("Counters and rows differ.");
            var lines = await market.InTrading(db => db.AuctionLog.Where(l => l.AuctionId == auction).OrderBy(l => l.Seq).Select(l => l.Line).ToListAsync());
            if (LogReplay.Of(ExportedLog.Of(lines)).Fault is { } fault) throw new InvalidOperationException(fault);
        }
        return result;
    }

    private static async Task Watch(BenchMarket market, int observers, double seconds)
    {
        var auction = (await market.OpenAuctions(1))[0];
        var connecting = observers / 2 / 1000.0 + 2;
        var watching = Watchers.Run(new WatchPlan(market.Port, auction.Value, observers, connecting + (seconds * 4)));
        await Task.Delay(TimeSpan.FromSeconds(connecting));
        // Bidding goes on at a pace no room ever saw, all the while.
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{market.Port}") };
        var bids = 0;
        while (!watching.IsCompleted && await pace.WaitForNextTickAsync())
        {
            var bidder = market.Bidders[bids % market.Bidders.Count];
            using var request = new HttpRequestMessage(HttpMethod.Put, $"{Writer}/{auction}/bids/{Guid.CreateVersion7()}")
            {
                Content = new StringContent($$$"""{"amount":{"amount":"{{{1_000 + bids}}}.00","currency":"CNY"}}""", System.Text.Encoding.UTF8, "application/json"),
            };
            request.Headers.Add("Cookie", "techmarket-session=" + bidder.Secret);
            request.Headers.Add("X-Anti-Forgery", bidder.AntiForgery);
            using var answer = await client.SendAsync(request);
            if (answer.IsSuccessStatusCode) bids++;
        }
        var result = await watching;
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{result.Connected} of {observers} observers of one room, {bids} bids meanwhile: {result.Updates} updates, p50 {result.P50:0} ms, p99 {result.P99:0} ms, worst {result.Worst:0} ms from the server's stamp"));
    }

    private static void Print(string name, List<LoadResult> results) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"  {name,-36}{Median(results.Select(r => r.AcceptedPerSecond)),10:0} bids/s ({results.Min(r => r.AcceptedPerSecond):0}-{results.Max(r => r.AcceptedPerSecond):0})  decided {Median(results.Select(r => r.DecidedPerSecond)):0}/s  p50 {Median(results.Select(r => r.P50)):0.00}  p99 {Median(results.Select(r => r.P99)):0.00}  CPU us: server {Median(results.Select(r => r.ServerMicroseconds)):0}, load {Median(results.Select(r => r.LoadMicroseconds)):0}"));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    private static List<int> Numbers(string[] args, string name, string usual) =>
        [.. (Option(args, name) ?? usual).Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
