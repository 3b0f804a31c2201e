using System.Runtime.InteropServices;

namespace TechMarket.Platform.Processes;

/// <summary>Signals to other processes; .NET itself sends only SIGKILL.</summary>
public static class Signals
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>A process that is already gone is no error.</summary>
    public static void Send(int pid, int signal) => _ = SendSignal(pid, signal);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int pid, int signal);
}
