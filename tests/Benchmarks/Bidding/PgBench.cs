using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace TechMarket.Benchmarks.Bidding;

/// <summary>The same rows written by pgbench on the same PostgreSQL: no HTTP, no rules, the textbook transaction or fifty bids in one.</summary>
internal static partial class PgBench
{
    private const string Tables = """
        create schema if not exists bench;
        create table if not exists bench.auction (id int primary key, state text not null default 'Open', ends_at timestamptz not null default now() + interval '7 day',
            top numeric(18,2) not null default 1000, leader text, bid_count int not null default 0, seq bigint not null default 0, hash text not null default repeat('0', 64),
            version bigint not null default 0) with (fillfactor = 50);
        create table if not exists bench.auction_bid (auction_id int not null, bid_id uuid not null default gen_random_uuid(), ordinal int not null, code text not null, kind text not null,
            amount numeric(18,2), at timestamptz not null default clock_timestamp(), seq bigint, shown numeric(18,2), "leading" boolean not null, top_after numeric(18,2), ends_after timestamptz,
            primary key (auction_id, bid_id));
        create unique index if not exists bid_ordinal on bench.auction_bid (auction_id, ordinal);
        create table if not exists bench.auction_log (auction_id int not null, seq bigint not null, line text not null, primary key (auction_id, seq));
        truncate bench.auction, bench.auction_bid, bench.auction_log;
        insert into bench.auction (id) select g from generate_series(1, 100) g;
        """;

    private const string OneBid = """
        begin;
        select state, ends_at, top, leader, seq, hash, bid_count from bench.auction where id = :a for update;
        insert into bench.auction_bid (auction_id, ordinal, code, kind, amount, seq, shown, "leading", top_after, ends_after)
            select id, bid_count + 1, 'K234', 'Bid', top + 1, seq + 1, top + 1, true, top + 1, ends_at from bench.auction where id = :a;
        insert into bench.auction_log (auction_id, seq, line) select id, seq + 1, repeat('x', 250) from bench.auction where id = :a;
        update bench.auction set top = top + 1, leader = 'K234', seq = seq + 1, bid_count = bid_count + 1, version = version + 1 where id = :a;
        commit;

        """;

    private const string FiftyBids = """
        begin;
        select state, ends_at, top, leader, seq, hash, bid_count from bench.auction where id = :a for update;
        insert into bench.auction_bid (auction_id, ordinal, code, kind, amount, seq, shown, "leading", top_after, ends_after)
            select id, bid_count + g, 'K234', 'Bid', top + g, seq + g, top + g, true, top + g, ends_at from bench.auction, generate_series(1, 50) g where id = :a;
        insert into bench.auction_log (auction_id, seq, line) select id, seq + g, repeat('x', 250) from bench.auction, generate_series(1, 50) g where id = :a;
        update bench.auction set top = top + 50, leader = 'K234', seq = seq + 50, bid_count = bid_count + 50, version = version + 1 where id = :a;
        commit;

        """;

    /// <returns>Bids per second and the mean latency of a transaction in ms; null when pgbench is not installed.</returns>
    public static async Task<(double PerSecond, double Mean)?> Run(string connectionString, int auctions, int bidsInOne, int clients, double seconds)
    {
        if (Find() is not { } tool) return null;
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            await connection.OpenAsync();
            await using var tables = new NpgsqlCommand(Tables, connection);
            await tables.ExecuteNonQueryAsync();
        }
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, $"\\set a random(1,{auctions})\n{(bidsInOne == 1 ? OneBid : FiftyBids)}");
            var start = new ProcessStartInfo(tool) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            foreach (var argument in new[]
            {
                "-n", "-M", "prepared", "-c", $"{clients}", "-j", "1", "-T", $"{Math.Max(1, (int)seconds)}", "-f", script, "-h", target.Host!,
                "-p", $"{target.Port}", "-U", target.Username!, target.Database!,
            }) start.ArgumentList.Add(argument);
            start.Environment["PGPASSWORD"] = target.Password;
            using var run = Process.Start(start)!;
            var errors = run.StandardError.ReadToEndAsync();
            var output = await run.StandardOutput.ReadToEndAsync();
            await run.WaitForExitAsync();
            if (run.ExitCode != 0) throw new InvalidOperationException($"pgbench: {await errors}");
            return (Figure(Tps(), output) * bidsInOne, Figure(Latency(), output));
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(f => Path.Combine(f, "pgbench"))
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order().Select(d => Path.Combine(d, "bin", "pgbench")) : [])
        .FirstOrDefault(File.Exists);

    private static double Figure(Regex pattern, string output) => !pattern.IsMatch(output) ? throw new InvalidOperationException($"pgbench said: {output}") : double.Parse(pattern.Match(output).Groups["figure"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"tps = (?<figure>[\d.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tps();

    [GeneratedRegex(@"latency average = (?<figure>[\d.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Latency();
}
