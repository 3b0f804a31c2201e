using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace TechMarket.Benchmarks.Bidding;

/// <summary>What one run gave.</summary>
/// <param name="P50">Latency in ms.</param>
/// <param name="LoadMicroseconds">CPU time of the load process for each answer.</param>
/// <param name="ServerMicroseconds">CPU time of the server's process for each answer; PostgreSQL's is not in it.</param>
internal sealed record LoadResult(
    double AcceptedPerSecond, double DecidedPerSecond, double P50, double P99, long Failed, double LoadMicroseconds, double ServerMicroseconds);

/// <summary>What the load process is told.</summary>
internal sealed record LoadPlan(int Port, string Path, IReadOnlyList<Guid> Auctions, IReadOnlyList<BenchBidder> Bidders, int Clients, double Seconds, double WarmUp);

/// <summary>
/// Bidders over keep-alive connections, in a process of their own with one thread, as wrk does it: what the load costs is taken from
/// the server on the same cores. Each request is another bidder's, with an amount above all sent before, so that most are accepted and
/// those that were overtaken on the way are refused as too low.
/// </summary>
internal static class BidLoad
{
    /// <summary>Runs a plan read from standard input; writes the result to standard output.</summary>
    public static int RunHere()
    {
        var plan = JsonSerializer.Deserialize<LoadPlan>(Console.In.ReadToEnd())!;
        var requests = new Requests(plan);
        var connections = Enumerable.Range(0, plan.Clients).Select(_ => new Connection(plan.Port, requests)).ToDictionary(c => c.Socket);
        var results = new Results(connections.Count);
        var clock = Stopwatch.StartNew();
        foreach (var connection in connections.Values) connection.Ask();
        var readable = new List<Socket>(plan.Clients);
        // Every request is answered before this ends: a bid on its way would still change what is checked afterwards.
        while (connections.Count > 0)
        {
            readable.Clear();
            readable.AddRange(connections.Keys);
            Socket.Select(readable, null, null, 1_000_000);
            var passed = clock.Elapsed.TotalSeconds;
            foreach (var socket in readable)
            {
                var connection = connections[socket];
                if (connection.Read() is not { } status) continue;
                results.Answered(status, connection.Waited, passed >= plan.WarmUp && passed < plan.WarmUp + plan.Seconds);
                if (passed < plan.WarmUp + plan.Seconds) connection.Ask();
                else connections.Remove(socket);
            }
        }
        Console.WriteLine(JsonSerializer.Serialize(results.In(plan.Seconds), ChildProcess.Figures));
        return 0;
    }

    public static async Task<LoadResult> Run(LoadPlan plan)
    {
        var before = Environment.CpuUsage.TotalTime;
        var result = JsonSerializer.Deserialize<LoadResult>(await ChildProcess.Run("bidding-load", JsonSerializer.Serialize(plan)), ChildProcess.Figures)!;
        var used = Environment.CpuUsage.TotalTime - before;
        return result with { ServerMicroseconds = used.TotalMicroseconds / (result.DecidedPerSecond * (plan.Seconds + plan.WarmUp)) };
    }

    private sealed class Results(int clients)
    {
        private readonly List<double> latencies = new(clients * 10_000);
        private long accepted, failed, answers;

        public void Answered(int status, TimeSpan waited, bool counted)
        {
            answers++;
            if (!counted) return;
            latencies.Add(waited.TotalMilliseconds);
            if (status == 200) accepted++;
            else if (status != 409) failed++;
        }

        public LoadResult In(double seconds)
        {
            latencies.Sort();
            double At(double share) => latencies.Count == 0 ? double.NaN : latencies[(int)Math.Min(latencies.Count - 1, latencies.Count * share)];
            return new LoadResult(
                accepted / seconds, latencies.Count / seconds, At(0.5), At(0.99), failed, Environment.CpuUsage.TotalTime.TotalMicroseconds / Math.Max(1, answers), 0);
        }
    }

    /// <summary>Bids as bytes: all but the bid's id and amount is written once for each auction and bidder.</summary>
    private sealed class Requests
    {
        private const int IdLength = 36, AmountLength = 9;
        private readonly Random random = new(1);
        private readonly int[] amounts;
        private readonly (byte[] Bytes, int IdAt, int AmountAt)[,] templates;

        public Requests(LoadPlan plan)
        {
            amounts = new int[plan.Auctions.Count];
            Array.Fill(amounts, 1_000);
            templates = new (byte[], int, int)[plan.Auctions.Count, plan.Bidders.Count];
            for (var a = 0; a < plan.Auctions.Count; a++)
                for (var b = 0; b < plan.Bidders.Count; b++)
                    templates[a, b] = Template(plan, plan.Auctions[a], plan.Bidders[b]);
        }

        public byte[] Next()
        {
            var auction = random.Next(templates.GetLength(0));
            var (bytes, idAt, amountAt) = templates[auction, random.Next(templates.GetLength(1))];
            Utf8Formatter.TryFormat(Guid.CreateVersion7(), bytes.AsSpan(idAt), out _);
            Utf8Formatter.TryFormat(++amounts[auction], bytes.AsSpan(amountAt), out _, new('D', AmountLength));
            return bytes;
        }

        private static (byte[] Bytes, int IdAt, int AmountAt) Template(LoadPlan plan, Guid auction, BenchBidder bidder)
        {
            var (id, amount) = (new string('I', IdLength), new string('A', AmountLength));
            var body = $$$"""{"amount":{"amount":"{{{amount}}}.00","currency":"CNY"}}""";
            var text = string.Create(CultureInfo.InvariantCulture, $"""
                PUT {plan.Path}/{auction}/bids/{id} HTTP/1.1
                Host: 127.0.0.1
                Cookie: techmarket-session={bidder.Secret}
                X-Anti-Forgery: {bidder.AntiForgery}
                Content-Type: application/json
                Content-Length: {body.Length}

                {body}
                """).ReplaceLineEndings("\r\n");
            return (Encoding.ASCII.GetBytes(text), text.IndexOf(id, StringComparison.Ordinal), text.IndexOf(amount, StringComparison.Ordinal));
        }
    }

    private sealed class Connection
    {
        private readonly Requests requests;
        private readonly byte[] buffer = new byte[16 * 1024];
        private int length;
        private long asked;

        public Connection(int port, Requests requests)
        {
            this.requests = requests;
            Socket.Connect(IPAddress.Loopback, port);
        }

        public Socket Socket { get; } = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        public TimeSpan Waited { get; private set; }

        public void Ask()
        {
            (length, asked) = (0, Stopwatch.GetTimestamp());
            Socket.Send(requests.Next());
        }

        /// <returns>The status, once the answer is complete.</returns>
        public int? Read()
        {
            var read = Socket.Receive(buffer, length, buffer.Length - length, SocketFlags.None);
            if (read == 0) throw new InvalidOperationException("The server closed a connection.");
            length += read;
            var text = buffer.AsSpan(0, length);
            var head = text.IndexOf("\r\n\r\n"u8);
            if (head < 0) return null;
            var at = text[..head].IndexOf("Content-Length: "u8);
            var complete = at >= 0
                ? Utf8Parser.TryParse(text[(at + 16)..], out int body, out _) && length >= head + 4 + body
                : text.EndsWith("0\r\n\r\n"u8);
            if (!complete) return null;
            Waited = Stopwatch.GetElapsedTime(asked);
            return Utf8Parser.TryParse(text.Slice(9, 3), out int status, out _) ? status : throw new InvalidOperationException("No status.");
        }
    }
}
