using System.Globalization;
using TechMarket.Platform.Processes;

namespace TechMarket.Platform.Postgres;

/// <summary>PostgreSQL processes as the kernel shows them.</summary>
static class ServerProcesses
{
    /// <summary>A clean stop first; only a server that does not answer is stopped harder, and then recovers from its log.</summary>
    public static readonly (int Signal, TimeSpan Patience)[] StopSteps =
    [
        (Signals.Interrupt, TimeSpan.FromSeconds(60)),
        (Signals.Quit, TimeSpan.FromSeconds(15)),
        (Signals.Kill, TimeSpan.FromSeconds(5)),
    ];

    /// <summary>Every process of a server works inside its data directory, whatever became of its parent.</summary>
    public static List<int> WorkingIn(string cluster)
    {
        List<int> found = [];
        foreach (var entry in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(entry), CultureInfo.InvariantCulture, out var pid))
                continue;
            try
            {
                if (new FileInfo(Path.Combine(entry, "cwd")).LinkTarget == cluster
                    && File.ReadAllText(Path.Combine(entry, "comm")).StartsWith("postgres", StringComparison.Ordinal))
                    found.Add(pid);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The process ended meanwhile, or belongs to somebody else and so cannot be ours.
                continue;
            }
        }
        return found;
    }
}
