using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TechMarket.Platform.Postgres;

namespace TechMarket.Testing;

/// <summary>
/// One throw-away PostgreSQL for all tests of this process: started when the first test asks for a database, stopped
/// and removed when the process ends.
/// </summary>
public static class TestPostgres
{
    private const string FolderPrefix = "techmarket-tests-";
    private static readonly Lazy<Task<PrivatePostgres>> Server = new(Start);
    private static readonly SemaphoreSlim OneCopyAtATime = new(1);
    private static readonly Dictionary<string, Task<string>> Templates = new(StringComparer.Ordinal);
    private static int count;

    /// <summary>A new empty database, or a copy of <paramref name="template"/>; returns its connection string.</summary>
    public static async Task<string> NewDatabase(string? template = null)
    {
        var server = await Server.Value;
        var name = $"test_{Interlocked.Increment(ref count)}";
        // A template cannot be copied while another copy of it, or a connection to it, is open.
        await OneCopyAtATime.WaitAsync();
        try
        {
            await server.CreateDatabase(name, template);
        }
        finally
        {
            OneCopyAtATime.Release();
        }
        return ConnectionString(server, name);
    }

    /// <summary>
    /// A database prepared once per process (migrated, say) to be copied many times:
    /// <c>await NewDatabase(await Template("trading", Migrate))</c>.
    /// </summary>
    public static Task<string> Template(string name, Func<string, Task> prepare)
    {
        lock (Templates)
        {
            if (!Templates.TryGetValue(name, out var template))
                Templates[name] = template = Prepare($"template_{name}", prepare);
            return template;
        }
    }

    private static async Task<string> Prepare(string name, Func<string, Task> prepare)
    {
        var server = await Server.Value;
        await server.CreateDatabase(name);
        await prepare(new NpgsqlConnectionStringBuilder(ConnectionString(server, name)) { Pooling = false }.ConnectionString);
        return name;
    }

    private static string ConnectionString(PrivatePostgres server, string database) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionStringFor(database))
        {
            MaxPoolSize = 40,
            ConnectionIdleLifetime = 10,
            ConnectionPruningInterval = 5,
            IncludeErrorDetail = true,
        }.ConnectionString;

    private static async Task<PrivatePostgres> Start()
    {
        RemoveAbandoned();
        var folder = Path.Combine(Path.GetTempPath(), $"{FolderPrefix}{Guid.CreateVersion7():N}");
        var server = await PrivatePostgres.Start(
            new PostgresOptions { Folder = folder, Durable = false, MaxConnections = 500 }, NullLogger.Instance, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Directory.Delete(folder, recursive: true);
        };
        return server;
    }

    /// <summary>Removes what earlier runs left when they were killed; the kernel has stopped their servers.</summary>
    private static void RemoveAbandoned()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            var hostLock = Path.Combine(folder, "host.lock");
            if (TimeProvider.System.GetUtcNow().UtcDateTime - Directory.GetCreationTimeUtc(folder) < TimeSpan.FromMinutes(10) || !File.Exists(hostLock))
                continue;
            try
            {
                using (File.Open(hostLock, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                    Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Debug.WriteLine($"{folder} is still in use: {e.Message}");
            }
        }
    }
}
