using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace TechMarket.Benchmarks.Bidding;

/// <summary>What one run gave.</summary>
internal sealed record LoadResult(double AcceptedPerSecond, double DecidedPerSecond, double P50, double P99, long Accepted, long Failed);

/// <summary>What the load process is told.</summary>
internal sealed record LoadPlan(int Port, string Path, IReadOnlyList<Guid> Auctions, IReadOnlyList<BenchBidder> Bidders, int Clients, double Seconds, double WarmUp, int From);

/// <summary>
/// Bidders over keep-alive connections, in a process of their own: each request is another bidder's, with an amount above all sent
/// before, so that most are accepted and those that were overtaken on the way are refused as too low.
/// </summary>
internal static class BidLoad
{
    /// <summary>Runs a plan read from standard input; writes the result to standard output.</summary>
    public static int RunHere()
    {
        var plan = JsonSerializer.Deserialize<LoadPlan>(Console.In.ReadToEnd())!;
        var counters = plan.Auctions.Select(_ => new Counter { Value = plan.From }).ToArray();
        var clients = Enumerable.Range(0, plan.Clients).Select(i => new Client(plan, counters, i)).ToList();
        var threads = clients.Select(c => new Thread(c.Run) { IsBackground = true }).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        var latencies = clients.SelectMany(c => c.Latencies).Order().ToList();
        var accepted = clients.Sum(c => c.Accepted);
        double At(double share) => latencies.Count == 0 ? double.NaN : latencies[(int)Math.Min(latencies.Count - 1, latencies.Count * share)];
        Console.WriteLine(JsonSerializer.Serialize(
            new LoadResult(accepted / plan.Seconds, latencies.Count / plan.Seconds, At(0.5), At(0.99), accepted, clients.Sum(c => c.Failed)), ChildProcess.Figures));
        return 0;
    }

    public static async Task<LoadResult> Run(LoadPlan plan) => JsonSerializer.Deserialize<LoadResult>(await ChildProcess.Run("bidding-load", JsonSerializer.Serialize(plan)), ChildProcess.Figures)!;

    private sealed class Counter
    {
        public int Value;
    }

    private sealed class Client(LoadPlan plan, Counter[] counters, int number)
    {
        private readonly Random random = new(number);
        private readonly byte[] buffer = new byte[16 * 1024];

        public List<double> Latencies { get; } = [];

        public long Accepted { get; private set; }

        public long Failed { get; private set; }

        public void Run()
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, plan.Port);
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed.TotalSeconds < plan.WarmUp + plan.Seconds)
            {
                var counted = clock.Elapsed.TotalSeconds >= plan.WarmUp;
                var request = NextRequest();
                var began = Stopwatch.GetTimestamp();
                socket.Send(request);
                var status = ReadAnswer(socket);
                if (!counted) continue;
                Latencies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                if (status == 200) Accepted++;
                else if (status != 409) Failed++;
            }
        }

        private byte[] NextRequest()
        {
            var auction = plan.Auctions.Count == 1 ? 0 : random.Next(plan.Auctions.Count);
            var bidder = plan.Bidders[random.Next(plan.Bidders.Count)];
            var amount = 1_000 + Interlocked.Increment(ref counters[auction].Value);
            var body = string.Create(CultureInfo.InvariantCulture, $$$"""{"amount":{"amount":"{{{amount}}}.00","currency":"CNY"}}""");
            return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
                PUT {plan.Path}/{plan.Auctions[auction]}/bids/{Guid.CreateVersion7()} HTTP/1.1
                Host: 127.0.0.1
                Cookie: techmarket-session={bidder.Secret}
                X-Anti-Forgery: {bidder.AntiForgery}
                Content-Type: application/json
                Content-Length: {body.Length}

                {body}
                """).ReplaceLineEndings("\r\n"));
        }

        private int ReadAnswer(Socket socket)
        {
            var length = 0;
            while (true)
            {
                length += socket.Receive(buffer, length, buffer.Length - length, SocketFlags.None);
                var text = buffer.AsSpan(0, length);
                var head = text.IndexOf("\r\n\r\n"u8);
                if (head < 0) continue;
                var header = Encoding.ASCII.GetString(text[..head]);
                var at = header.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
                var complete = at >= 0
                    ? length >= head + 4 + int.Parse(header.AsSpan(at + 16).ToString().Split('\r')[0], CultureInfo.InvariantCulture)
                    : text.EndsWith("0\r\n\r\n"u8);
                if (complete) return int.Parse(header.AsSpan(9, 3), CultureInfo.InvariantCulture);
            }
        }
    }
}
