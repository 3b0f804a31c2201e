using System.Globalization;
using Npgsql;
using TechMarket.SystemTests.Running;

namespace TechMarket.SystemTests.Telling;

/// <summary>The tables behind the market: what no page shows and yet must hold.</summary>
sealed class Books : IAsyncDisposable
{
    /// <summary>The services that keep a database.</summary>
    public static readonly IReadOnlyList<string> Services = ["identity", "listings", "demands", "matching", "trading", "contracts", "commissions", "payments", "notifications"];

    private readonly NpgsqlDataSource source;

    public Books(Market market) => source = market.Database();

    public Books(string connectionString) => source = NpgsqlDataSource.Create(connectionString);

    /// <summary>Waits until every fact has been delivered.</summary>
    public Task Settled() => Story.Eventually<int>("every outbox is empty", async () =>
    {
        foreach (var service in Services)
            if (await Count(service, "outbox") > 0) return null;
        return 0;
    }, 120);

    /// <summary>What happens once in a story tells everybody once.</summary>
    public async Task NoticesAreNotDoubled() => (await Texts("""
        select kind || ' for ' || person_id from notifications.notice
        where kind in ('achievement-published', 'demand-published', 'negotiation-opened', 'nda-confirmed', 'negotiation-agreed', 'notice-passed', 'deal-concluded',
            'contract-drafted', 'contract-effective', 'registration-second', 'contract-registered', 'commission-earned', 'lead-recorded')
        group by kind, person_id having count(*) > 1
        """)).ShouldBeEmpty();

    /// <summary>No dead letter, nothing handled twice, and numbers without a gap.</summary>
    public async Task HoldTogether()
    {
        foreach (var service in Services)
        {
            (await Count(service, "outbox")).ShouldBe(0, service);
            (await Texts($"select reaction || ': ' || error from {service}.dead_letter")).ShouldBeEmpty(service);
        }
        await NoGap("listings", "achievement");
        await NoGap("demands", "demand");
        await NoGap("trading", "negotiation");
        await NoGap("trading", "notice");
        await NoGap("trading", "deal");
        await NoGap("contracts", "contract");
        await NoGap("contracts", "registration");
        await NoGap("commissions", "mandate");
        await NoGap("commissions", "lead");
        await NoGap("commissions", "commission");
        await NoGap("payments", "entry");
        await NoGap("payments", "payout");
    }

    public async Task<long> Count(string service, string table, string where = "true") => (long)(await Scalar($"""select count(*) from "{service}"."{table}" where {where}"""))!;

    public async ValueTask DisposeAsync() => await source.DisposeAsync();

    /// <summary>The serial numbers given so far are 1, 2, 3 … in every series.</summary>
    private async Task NoGap(string service, string table)
    {
        var numbers = await Texts($"""select number from "{service}"."{table}" where number is not null""");
        foreach (var series in numbers.GroupBy(n => n[..^6], StringComparer.Ordinal))
        {
            var serials = series.Select(n => int.Parse(n[^6..], CultureInfo.InvariantCulture)).Order().ToList();
            serials.ShouldBe(Enumerable.Range(1, serials.Count), $"{service}.{table} {series.Key}");
        }
    }

    private async Task<List<string>> Texts(string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync()) texts.Add(reader.GetString(0));
        return texts;
    }

    private async Task<object?> Scalar(string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
