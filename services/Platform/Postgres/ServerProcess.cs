using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace TechMarket.Platform.Postgres;

/// <summary>
/// The running server as a child of this host. It has its own session, so Ctrl-C in a terminal reaches the host alone,
/// and the kernel stops it should the host be killed.
/// </summary>
sealed class ServerProcess
{
    private readonly TaskCompletionSource<int> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder output = new();
    private readonly ProcessStartInfo command;
    private int id;

    private ServerProcess(ProcessStartInfo command) => this.command = command;

    /// <summary>The exit code, once the server has ended for whatever reason.</summary>
    public Task<int> Exited => exited.Task;

    /// <summary>What the server said before its log file took over.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString().Trim();
        }
    }

    public static async Task<ServerProcess> Launch(
        PostgresBinaries binaries, ServerUser user, string cluster, IEnumerable<string> settings)
    {
        List<string> line = [];
        if (FindOnPath("setsid") is { } setsid)
            line.Add(setsid);
        if (FindOnPath("setpriv") is { } setpriv)
            line.AddRange([setpriv, "--pdeathsig", "INT", "--"]);
        line.AddRange([binaries.Postgres, "-D", cluster]);
        foreach (var setting in settings)
            line.AddRange(["-c", setting]);

        var server = new ServerProcess(user.Command(line[0], cluster, line.Skip(1)));
        // The kernel counts the thread that made the child as its parent: this one lives as long as the server.
        new Thread(server.Live) { IsBackground = true, Name = "postgres" }.Start();
        await server.started.Task;
        return server;
    }

    public void Signal(int signal)
    {
        if (!Exited.IsCompleted)
            Native.Signal(id, signal);
    }

    private void Live()
    {
        try
        {
            using var process = new Process { StartInfo = command };
            process.OutputDataReceived += Keep;
            process.ErrorDataReceived += Keep;
            process.Start();
            id = process.Id;
            process.StandardInput.Close();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            started.SetResult();
            process.WaitForExit();
            exited.SetResult(process.ExitCode);
        }
        catch (Win32Exception e)
        {
            started.TrySetException(new PostgresSetupException($"PostgreSQL could not be started: {e.Message}", e));
        }
    }

    private void Keep(object sender, DataReceivedEventArgs e)
    {
        lock (output)
        {
            if (e.Data is not null && output.Length < 16_384)
                output.AppendLine(e.Data);
        }
    }

    private static string? FindOnPath(string program) =>
        ((string[])["/usr/bin", "/bin", "/usr/local/bin"]).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
