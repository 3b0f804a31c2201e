using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace TechMarket.Platform.Data;

/// <summary>Where each service's tables are: its own connection string, else the market's. Equal strings share one pool.</summary>
public sealed class MarketConnections(IConfiguration configuration) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<NpgsqlDataSource>> sources = new(StringComparer.Ordinal);

    public NpgsqlDataSource For(string service)
    {
        var connectionString = configuration.GetConnectionString(service) ?? configuration.GetConnectionString("Market")
            ?? throw new InvalidOperationException($"Set ConnectionStrings:Market, or ConnectionStrings:{service}.");
        return sources.GetOrAdd(connectionString, s => new Lazy<NpgsqlDataSource>(() => NpgsqlDataSource.Create(s))).Value;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources.Values.Where(s => s.IsValueCreated)) await source.Value.DisposeAsync();
    }
}
