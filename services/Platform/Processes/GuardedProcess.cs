using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace TechMarket.Platform.Processes;

/// <summary>
/// A child that does not outlive this process: the kernel signals it should this process be killed. It has a session
/// of its own, so Ctrl-C in a terminal reaches this process alone, which then stops its children in order.
/// </summary>
public sealed class GuardedProcess
{
    private const int KeptOutput = 65_536;

    private readonly TaskCompletionSource<int> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder output = new();
    private readonly ProcessStartInfo command;

    private GuardedProcess(ProcessStartInfo command) => this.command = command;

    public int Id { get; private set; }

    /// <summary>The exit code, once the process has ended for whatever reason.</summary>
    public Task<int> Exited => exited.Task;

    /// <summary>The last of what the process wrote to its standard output and error.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString().Trim();
        }
    }

    /// <summary>Starts the command; its output is kept, its input is empty.</summary>
    /// <param name="deathSignal">What the kernel sends it when this process ends without having stopped it: INT, TERM, KILL.</param>
    /// <exception cref="Win32Exception">There is no such program, or it may not be run.</exception>
    public static async Task<GuardedProcess> Launch(ProcessStartInfo command, string deathSignal)
    {
        List<string> line = [];
        if (Find("setsid") is { } setsid)
            line.Add(setsid);
        if (Find("setpriv") is { } setpriv)
            line.AddRange([setpriv, "--pdeathsig", deathSignal, "--"]);
        line.AddRange([command.FileName, .. command.ArgumentList]);
        command.FileName = line[0];
        command.ArgumentList.Clear();
        foreach (var argument in line.Skip(1))
            command.ArgumentList.Add(argument);
        command.UseShellExecute = false;
        command.RedirectStandardInput = command.RedirectStandardOutput = command.RedirectStandardError = true;

        var process = new GuardedProcess(command);
        // The kernel counts the thread that made a child as its parent: this one lives as long as the child.
        new Thread(process.Live) { IsBackground = true, Name = Path.GetFileName(line[^1]) }.Start();
        await process.started.Task;
        return process;
    }

    public void Signal(int signal)
    {
        if (!Exited.IsCompleted)
            Signals.Send(Id, signal);
    }

    private void Live()
    {
        try
        {
            using var process = new Process { StartInfo = command };
            process.OutputDataReceived += Keep;
            process.ErrorDataReceived += Keep;
            process.Start();
            Id = process.Id;
            process.StandardInput.Close();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            started.SetResult();
            process.WaitForExit();
            exited.SetResult(process.ExitCode);
        }
        catch (Win32Exception e)
        {
            started.TrySetException(e);
        }
    }

    private void Keep(object sender, DataReceivedEventArgs e)
    {
        if (e.Data is null)
            return;
        lock (output)
        {
            output.AppendLine(e.Data);
            if (output.Length > KeptOutput)
                output.Remove(0, output.Length - KeptOutput);
        }
    }

    private static string? Find(string program) =>
        ((string[])["/usr/bin", "/bin", "/usr/local/bin"]).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
