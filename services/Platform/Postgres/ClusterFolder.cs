using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using TechMarket.Platform.Processes;

namespace TechMarket.Platform.Postgres;

/// <summary>The folder of one private cluster, held by one host at a time.</summary>
sealed class ClusterFolder : IDisposable
{
    public const string AdminRole = "postgres";

    private readonly ServerUser user;
    private readonly FileStream hostLock;

    /// <summary>The folder the host was given: lock, passwords and port.</summary>
    private readonly string folder;

    private ClusterFolder(string folder, string root, ServerUser user, FileStream hostLock)
    {
        this.folder = folder;
        this.user = user;
        this.hostLock = hostLock;
        Cluster = Path.Combine(root, "cluster");
        Logs = Path.Combine(root, "log");
    }

    /// <summary>PostgreSQL's own data directory.</summary>
    public string Cluster { get; }
    public string Logs { get; }
    public string Password => Secret("password");
    public string AdminPassword => Secret("admin-password");

    private string PidFile => Path.Combine(Cluster, "postmaster.pid");
    private string PortFile => Path.Combine(folder, "port");

    /// <summary>The version that made the cluster, or null before the first start.</summary>
    public int? Version => File.Exists(Path.Combine(Cluster, "PG_VERSION"))
        ? int.Parse(File.ReadAllText(Path.Combine(Cluster, "PG_VERSION")), CultureInfo.InvariantCulture)
        : null;

    /// <summary>The port of the last start; a client that knew it finds the server again.</summary>
    public int? Port
    {
        get => File.Exists(PortFile) && int.TryParse(File.ReadAllText(PortFile), CultureInfo.InvariantCulture, out var port) ? port : null;
        set => File.WriteAllText(PortFile, $"{value}\n");
    }

    /// <summary>Takes the folder for this host alone; a second host is refused.</summary>
    public static async Task<ClusterFolder> Take(string path, ServerUser user, ILogger log, CancellationToken ct)
    {
        Directory.CreateDirectory(path);
        var real = RealPath.Of(Path.GetFullPath(path));
        var taken = Lock(real);
        try
        {
            var cluster = new ClusterFolder(real, await Root(real, user, log, ct), user, taken);
            await cluster.Prepare(ct);
            return cluster;
        }
        catch
        {
            await taken.DisposeAsync();
            throw;
        }
    }

    public void Dispose() => hostLock.Dispose();

    /// <summary>Makes the cluster. A first start that is cut off leaves nothing that looks like one.</summary>
    public async Task Initialise(PostgresBinaries binaries, bool durable, string settings, CancellationToken ct)
    {
        foreach (var abandoned in Directory.GetDirectories(Path.GetDirectoryName(Cluster)!, "cluster.new.*"))
            Directory.Delete(abandoned, recursive: true);
        var unfinished = $"{Cluster}.new.{Guid.CreateVersion7():N}";
        var passwordFile = Cluster + ".pwfile";
        WriteSecret(passwordFile, AdminPassword);
        try
        {
            await user.Own(passwordFile, ct);
            Directory.CreateDirectory(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            await user.Own(unfinished, ct);
            List<string> arguments =
            [
                "-D", unfinished, "-U", AdminRole, "--pwfile", passwordFile, "--auth=scram-sha-256",
                "--encoding=UTF8", "--locale=C.UTF-8",
            ];
            if (!durable)
                arguments.Add("--no-sync");
            var (exitCode, output) = await user.Run(binaries.InitDb, unfinished, arguments, ct);
            if (exitCode != 0)
                throw new PostgresSetupException($"PostgreSQL could not create its data folder {Cluster}: {output}");
            await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"), settings, ct);
            Directory.Move(unfinished, Cluster);
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    /// <summary>
    /// Ends what a killed host left running here. Holding the lock, no living host owns these processes, so they are
    /// asked to stop, and a pid file that names no process of this folder is removed before its number is reused.
    /// </summary>
    public async Task StopLeftOver(ILogger log, CancellationToken ct)
    {
        foreach (var (signal, patience) in ServerProcesses.StopSteps)
            if (await LeftOverGone(signal, patience, log, ct))
                break;
        File.Delete(PidFile);
    }

    private async Task<bool> LeftOverGone(int signal, TimeSpan patience, ILogger log, CancellationToken ct)
    {
        var running = ServerProcesses.WorkingIn(Cluster);
        if (running.Count == 0)
            return true;
        log.LogWarning("PostgreSQL of a host that was killed still runs in {Cluster}; stopping it", Cluster);
        // The postmaster passes a stop on to its children; without one, each child is told itself.
        var postmaster = Postmaster();
        foreach (var pid in running.Contains(postmaster) && signal != Signals.Kill ? [postmaster] : running)
            Signals.Send(pid, signal);
        for (var waited = TimeSpan.Zero; waited < patience; waited += TimeSpan.FromMilliseconds(20))
        {
            if (ServerProcesses.WorkingIn(Cluster).Count == 0)
                return true;
            await Task.Delay(20, ct);
        }
        return false;
    }

    /// <summary>The process that PostgreSQL's own pid file names, or 0.</summary>
    public int Postmaster() => PidLines() is [var pid, ..] && int.TryParse(pid, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Whether the server says in its pid file that it takes connections.</summary>
    public bool Ready() => PidLines() is [_, _, _, _, _, _, _, var state, ..] && state.Trim() == "ready";

    /// <summary>The last lines the server wrote to its log.</summary>
    public string LastWords() =>
        Directory.GetFiles(Logs).OrderByDescending(File.GetLastWriteTimeUtc).FirstOrDefault() is { } newest
            ? string.Join(Environment.NewLine, File.ReadLines(newest).TakeLast(12))
            : "";

    private string[] PidLines()
    {
        try
        {
            return File.ReadAllLines(PidFile);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static FileStream Lock(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException) && File.Exists(Path.Combine(folder, "host.lock")))
        {
            throw new PostgresSetupException(
                $"Another TechMarket host is already running on {folder}. Stop it first, or give this one its own data folder.", e);
        }
    }

    /// <summary>
    /// Where the server's files go: the folder itself, unless the host is root and a parent (such as /root) keeps the
    /// server's account out. Then a folder under /var/lib takes them, and the file <c>location</c> remembers it.
    /// </summary>
    private static async Task<string> Root(string folder, ServerUser user, ILogger log, CancellationToken ct)
    {
        var location = Path.Combine(folder, "location");
        if (File.Exists(location))
            return (await File.ReadAllTextAsync(location, ct)).Trim();
        File.SetUnixFileMode(folder, user.Name is null ? OwnerOnly : OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        if (await user.Reaches(folder, ct))
            return folder;
        if (File.Exists(Path.Combine(folder, "cluster", "PG_VERSION")))
            throw new PostgresSetupException(
                $"The account '{user.Name}', which runs PostgreSQL, may not enter {folder}. "
                + "Give its parent folders the right to pass (chmod o+x) or move the data folder below /var/lib or /srv.");
        var root = Path.Combine("/var/lib/techmarket/clusters", Guid.CreateVersion7().ToString("N"));
        Directory.CreateDirectory(root);
        await File.WriteAllTextAsync(location, root + "\n", ct);
        log.LogWarning(
            "The account {User}, which runs PostgreSQL, may not enter {Folder}; the database is kept in {Root} instead. "
            + "For a lasting installation choose a data folder below /var/lib or /srv", user.Name, folder, root);
        return root;
    }

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private async Task Prepare(CancellationToken ct)
    {
        Directory.CreateDirectory(Logs, OwnerOnly);
        await user.Own(Logs, ct);
        if (Version is not null)
        {
            // A folder restored from a copy may belong to whoever copied it.
            await user.Own(Cluster, ct);
            File.SetUnixFileMode(Cluster, OwnerOnly);
            foreach (var name in (string[])["password", "admin-password"])
                if (!File.Exists(Path.Combine(folder, name)))
                    throw new PostgresSetupException(
                        $"The file {Path.Combine(folder, name)} is missing, so the database beside it cannot be opened. "
                        + "Restore it from the backup of this folder (docs/operations.md).");
            return;
        }
        if (Directory.Exists(Cluster))
            throw new PostgresSetupException(
                $"{Cluster} exists but holds no PostgreSQL data: it is damaged or was restored in part. "
                + "Restore it whole from a backup, or remove it to begin with an empty database.");
        WriteSecret(Path.Combine(folder, "password"), RandomNumberGenerator.GetHexString(40, lowercase: true));
        WriteSecret(Path.Combine(folder, "admin-password"), RandomNumberGenerator.GetHexString(40, lowercase: true));
    }

    private string Secret(string name) => File.ReadAllText(Path.Combine(folder, name)).Trim();

    private static void WriteSecret(string path, string secret)
    {
        File.Delete(path);
        using var file = new StreamWriter(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        file.WriteLine(secret);
    }
}
