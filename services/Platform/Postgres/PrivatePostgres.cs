using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Npgsql;
using TechMarket.Platform.Processes;

namespace TechMarket.Platform.Postgres;

/// <summary>
/// A PostgreSQL of the host's own: made at the first start, kept in one folder, reachable on loopback by password
/// alone, stopped with the host. Whatever was killed, the next start finds the committed data.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private const string Role = "market";
    private const int PortAttempts = 5;

    private readonly PostgresOptions options;
    private readonly PostgresBinaries binaries;
    private readonly ServerUser user;
    private readonly ClusterFolder folder;
    private readonly ILogger log;
    private readonly CancellationTokenSource stopping = new();
    private GuardedProcess? server;
    private Task watch = Task.CompletedTask;
    private int disposed;

    private PrivatePostgres(PostgresOptions options, PostgresBinaries binaries, ServerUser user, ClusterFolder folder, ILogger log)
    {
        this.options = options;
        this.binaries = binaries;
        this.user = user;
        this.folder = folder;
        this.log = log;
    }

    /// <summary>The loopback port; stays the same over restarts while it is free.</summary>
    public int Port { get; private set; }

    /// <summary>The major version, for example 15.</summary>
    public int Version => binaries.Version;

    /// <summary>Opens <see cref="PostgresOptions.Database"/> as the role that owns it.</summary>
    public string ConnectionString => ConnectionStringFor(options.Database);

    /// <summary>Starts the cluster, making it first when the folder is empty, and returns when it takes connections.</summary>
    /// <exception cref="PostgresSetupException">It cannot run here; the message says what to do.</exception>
    public static async Task<PrivatePostgres> Start(PostgresOptions options, ILogger log, CancellationToken ct)
    {
        try
        {
            return await StartIn(options, log, ct);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new PostgresSetupException(
                $"The database folder {options.Folder} cannot be used: {e.Message} Check that user '{Environment.UserName}' owns it, "
                + "that the disk is not full and that it is not mounted read-only.", e);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            throw new PostgresSetupException(
                $"The database in {options.Folder} does not accept the password kept beside it. "
                + "Restore the file admin-password from the backup the database came from.", e);
        }
    }

    private static async Task<PrivatePostgres> StartIn(PostgresOptions options, ILogger log, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var account = ServerUser.Choose();
        var cluster = await ClusterFolder.Take(options.Folder, account, log, ct);
        try
        {
            var programs = await PostgresBinaries.Find(options, account, cluster.Version, ct);
            var postgres = new PrivatePostgres(options, programs, account, cluster, log);
            await postgres.Open(ct);
            log.LogInformation("PostgreSQL {Version} ready on port {Port} in {Elapsed:0} ms, data in {Folder}",
                programs.Version, postgres.Port, Stopwatch.GetElapsedTime(began).TotalMilliseconds, cluster.Cluster);
            return postgres;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    public string ConnectionStringFor(string database) => Connect(database, Role, folder.Password, pooling: true);

    /// <summary>Makes a database that the host's role owns, as a copy of <paramref name="template"/> where one is named.</summary>
    public async Task CreateDatabase(string name, string? template = null, CancellationToken ct = default)
    {
        await using var connection = new NpgsqlConnection(Connect("postgres", Role, folder.Password, pooling: false));
        await connection.OpenAsync(ct);
        await Execute(connection, $"create database {Quote(name)}{(template is null ? "" : $" template {Quote(template)}")}", ct);
    }

    /// <summary>Stops the server cleanly: open transactions are rolled back, committed ones are on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
            return;
        await stopping.CancelAsync();
        await watch;
        NpgsqlConnection.ClearAllPools();
        await StopServer();
        folder.Dispose();
        stopping.Dispose();
    }

    /// <summary>Defaults of a new cluster; an operator may change them in postgresql.conf or by ALTER SYSTEM.</summary>
    private const string Settings = """

        # TechMarket's defaults for a small server
        shared_buffers = 256MB
        effective_cache_size = 1GB
        maintenance_work_mem = 128MB
        max_wal_size = 1GB
        wal_compression = on
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%m [%p] %d %a '
        log_filename = 'postgresql-%a.log'
        log_rotation_age = 1d
        log_rotation_size = 0
        log_truncate_on_rotation = on
        log_min_duration_statement = 1000
        log_lock_waits = on

        """;

    private async Task Open(CancellationToken ct)
    {
        if (folder.Version is null)
            await folder.Initialise(binaries, options.Durable, Settings, ct);
        else
            await folder.StopLeftOver(log, ct);
        try
        {
            await Run(folder.Port, ct);
            await EnsureRoleAndDatabase(ct);
        }
        catch
        {
            await StopServer();
            throw;
        }
        watch = KeepRunning();
    }

    private List<string> StartSettings(int port)
    {
        List<string> settings =
        [
            Invariant($"port={port}"), "listen_addresses=127.0.0.1", "unix_socket_directories=",
            Invariant($"max_connections={options.MaxConnections}"), "logging_collector=on", $"log_directory={folder.Logs}",
        ];
        // Not durable still survives the death of any process, only not that of the machine.
        settings.AddRange(options.Durable
            ? ["fsync=on", "synchronous_commit=on", "full_page_writes=on"]
            : ["fsync=off", "full_page_writes=off", "autovacuum=off", "shared_buffers=128MB"]);
        return settings;
    }

    /// <summary>Starts the server on the wanted port, or on another one when something else took it meanwhile.</summary>
    private async Task Run(int? wanted, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = wanted is { } known && attempt == 1 && IsFree(known) ? known : FreePort();
            server = await GuardedProcess.Launch(
                user.Command(binaries.Postgres, folder.Cluster, ["-D", folder.Cluster, .. StartSettings(port).SelectMany(x => (string[])["-c", x])]), "INT");
            if (await BecomesReady(server, ct))
            {
                Port = port;
                folder.Port = port;
                return;
            }
            if (attempt == PortAttempts)
                throw new PostgresSetupException(
                    $"PostgreSQL ended while starting (code {await server.Exited}). It said:{Environment.NewLine}{server.Output}"
                    + $"{Environment.NewLine}{folder.LastWords()}{Environment.NewLine}Its log is in {folder.Logs}.");
            // A killed predecessor's children may hold its shared memory for a moment longer.
            await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), ct);
            await folder.StopLeftOver(log, ct);
        }
    }

    /// <summary>Waits until connections are taken: after a crash the log is replayed first, which may take its time.</summary>
    private async Task<bool> BecomesReady(GuardedProcess process, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var nextNotice = TimeSpan.FromSeconds(10);
        while (!folder.Ready())
        {
            if (await Task.WhenAny(process.Exited, Task.Delay(20, ct)) == process.Exited)
                return false;
            ct.ThrowIfCancellationRequested();
            if (Stopwatch.GetElapsedTime(began) > nextNotice)
            {
                log.LogInformation("PostgreSQL is still recovering after {Seconds:0} s", nextNotice.TotalSeconds);
                nextNotice += TimeSpan.FromSeconds(10);
            }
        }
        return true;
    }

    /// <summary>The services work as a role that owns the databases but is no superuser; only this method is one.</summary>
    private async Task EnsureRoleAndDatabase(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(
            Connect("postgres", ClusterFolder.AdminRole, folder.AdminPassword, pooling: false));
        await connection.OpenAsync(ct);
        var verb = await Exists(connection, "select 1 from pg_roles where rolname = $1", Role, ct) ? "alter" : "create";
        await Execute(connection, $"{verb} role {Role} login createdb password '{folder.Password}'", ct);
        if (!await Exists(connection, "select 1 from pg_database where datname = $1", options.Database, ct))
            await Execute(connection, $"create database {Quote(options.Database)} owner {Role}", ct);
    }

    /// <summary>Starts the server again when it ends although nobody asked it to.</summary>
    private async Task KeepRunning()
    {
        var delay = TimeSpan.Zero;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var code = await server!.Exited.WaitAsync(stopping.Token);
                log.LogError("PostgreSQL ended unexpectedly (code {Code}); starting it again", code);
                await Task.Delay(delay, stopping.Token);
                delay = TimeSpan.FromSeconds(Math.Min(30, delay.TotalSeconds * 2 + 1));
                await folder.StopLeftOver(log, stopping.Token);
                await Run(Port, stopping.Token);
                NpgsqlConnection.ClearAllPools();
                log.LogInformation("PostgreSQL is ready again on port {Port}", Port);
                delay = TimeSpan.Zero;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (e is PostgresSetupException or IOException or UnauthorizedAccessException)
            {
                log.LogCritical(e, "PostgreSQL could not be started again; next try in {Seconds:0} s", delay.TotalSeconds);
            }
        }
    }

    private async Task StopServer()
    {
        if (server is null)
            return;
        foreach (var (signal, patience) in ServerProcesses.StopSteps)
        {
            server.Signal(signal);
            if (await Task.WhenAny(server.Exited, Task.Delay(patience)) == server.Exited)
                return;
            log.LogWarning("PostgreSQL did not stop within {Seconds:0} s", patience.TotalSeconds);
        }
    }

    private string Connect(string database, string role, string password, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = database,
        Username = role,
        Password = password,
        Pooling = pooling,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    private static async Task<bool> Exists(NpgsqlConnection connection, string sql, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
