using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TechMarket.Platform.Postgres;

namespace TechMarket.Platform.Tests.Postgres;

public sealed class PrivatePostgresTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"private-postgres-{Guid.CreateVersion7():N}");

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_first_start_makes_a_database_that_only_a_password_opens()
    {
        await using var postgres = await Start();

        (await Scalar(postgres.ConnectionString, "select current_database() || ' ' || current_user")).ShouldBe("market market");
        (await Scalar(postgres.ConnectionString, "show server_encoding")).ShouldBe("UTF8");
        (await Scalar(postgres.ConnectionString, "select rolsuper from pg_roles where rolname = current_user")).ShouldBe(false);
        var wrong = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "wrong" }.ConnectionString;
        (await Should.ThrowAsync<PostgresException>(() => Scalar(wrong, "select 1"))).SqlState.ShouldBe("28P01");
        var none = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = null }.ConnectionString;
        await Should.ThrowAsync<NpgsqlException>(() => Scalar(none, "select 1"));
        foreach (var secret in (string[])["password", "admin-password"])
            File.GetUnixFileMode(Path.Combine(folder, secret)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.ReadAllText(Path.Combine(folder, "port")).Trim().ShouldBe(postgres.Port.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_restart_keeps_data_and_connection_string()
    {
        string first;
        await using (var postgres = await Start())
        {
            first = postgres.ConnectionString;
            await Scalar(first, "create table kept (n int); insert into kept values (41), (1)");
        }

        await using var again = await Start();

        again.ConnectionString.ShouldBe(first);
        (await Scalar(again.ConnectionString, "select sum(n)::int from kept")).ShouldBe(42);
    }

    [Fact]
    public async Task A_stop_ends_every_process_and_frees_the_folder()
    {
        var postgres = await Start();
        await using var idle = new NpgsqlConnection(postgres.ConnectionString);
        await idle.OpenAsync();
        ServerPids().ShouldNotBeEmpty();

        await postgres.DisposeAsync();

        ServerPids().ShouldBeEmpty();
        File.Exists(Path.Combine(folder, "cluster", "postmaster.pid")).ShouldBeFalse();
        await postgres.DisposeAsync();
    }

    [Fact]
    public async Task A_killed_server_comes_back_by_itself_with_what_was_committed()
    {
        await using var postgres = await Start();
        await Scalar(postgres.ConnectionString, "create table kept (n int); insert into kept values (7)");
        var killed = Postmaster();

        Process.GetProcessById(killed).Kill();

        (await Eventually(postgres, "select n from kept")).ShouldBe(7);
        Postmaster().ShouldNotBe(killed);
    }

    [Fact]
    public async Task A_folder_whose_server_and_children_were_all_killed_opens_again()
    {
        string connectionString;
        await using (var postgres = await Start())
        {
            connectionString = postgres.ConnectionString;
            await Scalar(connectionString, "create table kept (n int); insert into kept values (7)");
        }
        // A pid file of a dead server whose number now belongs to another process: this one.
        await File.WriteAllTextAsync(
            Path.Combine(folder, "cluster", "postmaster.pid"), $"{Environment.ProcessId}\n{folder}/cluster\n0\n5432\n\n127.0.0.1\n\nready   \n");

        await using var again = await Start();

        (await Scalar(again.ConnectionString, "select n from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task A_server_left_by_a_killed_host_is_stopped_before_the_folder_is_used()
    {
        var former = await Start();
        await Scalar(former.ConnectionString, "create table kept (n int); insert into kept values (7)");
        var port = former.Port;
        await former.DisposeAsync();
        using var orphan = RunServerWithoutHost(port);
        await Scalar(former.ConnectionString, "insert into kept values (8)", patience: TimeSpan.FromSeconds(20));

        await using var next = await Start();

        orphan.WaitForExit(TimeSpan.FromSeconds(10)).ShouldBeTrue();
        (await Scalar(next.ConnectionString, "select sum(n)::int from kept")).ShouldBe(15);
    }

    [Fact]
    public async Task A_second_host_is_refused_and_the_first_is_not_disturbed()
    {
        await using var first = await Start();

        var refusal = await Should.ThrowAsync<PostgresSetupException>(Start);

        refusal.Message.ShouldContain("Another TechMarket host is already running");
        refusal.Message.ShouldContain(folder);
        (await Scalar(first.ConnectionString, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_folder_of_programs_is_named_with_what_to_do()
    {
        var empty = Directory.CreateDirectory(Path.Combine(folder, "no-programs")).FullName;

        var refusal = await Should.ThrowAsync<PostgresSetupException>(() =>
            Start(new PostgresOptions { Folder = folder, BinFolder = empty, Durable = false }));

        refusal.Message.ShouldContain(empty);
        refusal.Message.ShouldContain("there is no program 'postgres' in it");
        Directory.Exists(Path.Combine(folder, "cluster")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_made_by_another_version_is_refused_and_left_alone()
    {
        await (await Start()).DisposeAsync();
        var versionFile = Path.Combine(folder, "cluster", "PG_VERSION");
        await File.WriteAllTextAsync(versionFile, "12\n");

        var refusal = await Should.ThrowAsync<PostgresSetupException>(Start);

        refusal.Message.ShouldContain("made by PostgreSQL 12");
        (await File.ReadAllTextAsync(versionFile)).ShouldBe("12\n");
    }

    [Fact]
    public async Task A_folder_restored_in_part_is_refused_and_its_passwords_are_kept()
    {
        await (await Start()).DisposeAsync();
        File.Delete(Path.Combine(folder, "cluster", "PG_VERSION"));
        var password = await File.ReadAllTextAsync(Path.Combine(folder, "password"));

        var refusal = await Should.ThrowAsync<PostgresSetupException>(Start);

        refusal.Message.ShouldContain("holds no PostgreSQL data");
        (await File.ReadAllTextAsync(Path.Combine(folder, "password"))).ShouldBe(password);
    }

    [Fact]
    public async Task A_database_that_came_without_its_password_says_so_and_is_stopped_again()
    {
        await (await Start()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "admin-password"), "of another database\n");

        var refusal = await Should.ThrowAsync<PostgresSetupException>(Start);

        refusal.Message.ShouldContain("does not accept the password kept beside it");
        ServerPids().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_first_start_that_was_cut_off_is_begun_anew()
    {
        var half = Directory.CreateDirectory(Path.Combine(folder, "cluster.new.abandoned")).FullName;
        await File.WriteAllTextAsync(Path.Combine(half, "PG_VERSION"), "15\n");

        await using var postgres = await Start();

        (await Scalar(postgres.ConnectionString, "select 1")).ShouldBe(1);
        Directory.Exists(half).ShouldBeFalse();
    }

    [Fact]
    public async Task A_start_that_is_called_off_leaves_the_folder_free()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => PrivatePostgres.Start(
            new PostgresOptions { Folder = folder, Durable = false }, NullLogger.Instance, cancelled.Token));

        await using var postgres = await Start();
        (await Scalar(postgres.ConnectionString, "select 1")).ShouldBe(1);
    }

    private Task<PrivatePostgres> Start() => Start(new PostgresOptions { Folder = folder, Durable = false });

    private static Task<PrivatePostgres> Start(PostgresOptions options) =>
        PrivatePostgres.Start(options, NullLogger.Instance, CancellationToken.None);

    private int Postmaster() =>
        int.Parse(File.ReadLines(Path.Combine(folder, "cluster", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private List<int> ServerPids() => ServerProcesses.WorkingIn(Path.Combine(folder, "cluster"));

    /// <summary>What remains of a host that was killed where the kernel cannot stop the server for it.</summary>
    private Process RunServerWithoutHost(int port)
    {
        var owner = ServerUser.Choose();
        var postgres = PostgresBinaries.Find(new PostgresOptions { Folder = folder }, owner, null, CancellationToken.None)
            .GetAwaiter().GetResult().Postgres;
        return Process.Start(owner.Command(postgres, Path.Combine(folder, "cluster"),
            "-D", Path.Combine(folder, "cluster"), "-p", $"{port}", "-c", "unix_socket_directories="))!;
    }

    private static async Task<object?> Eventually(PrivatePostgres postgres, string sql)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(100))
        {
            try
            {
                return await Scalar(postgres.ConnectionString, sql);
            }
            catch (NpgsqlException) when (Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30))
            {
                continue;
            }
        }
    }

    private static async Task<object?> Scalar(string connectionString, string sql, TimeSpan patience = default)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(100))
        {
            try
            {
                await using var connection = new NpgsqlConnection(
                    new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
                await connection.OpenAsync();
                await using var command = new NpgsqlCommand(sql, connection);
                return await command.ExecuteScalarAsync();
            }
            catch (NpgsqlException) when (Stopwatch.GetElapsedTime(began) < patience)
            {
                continue;
            }
        }
    }
}
