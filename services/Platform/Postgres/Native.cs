using System.Runtime.InteropServices;
using System.Text;

namespace TechMarket.Platform.Postgres;

/// <summary>The three system calls .NET has no method for.</summary>
static class Native
{
    public const int SigInt = 2;
    public const int SigQuit = 3;
    public const int SigKill = 9;

    /// <summary>Sends a signal; a process that is already gone is no error.</summary>
    public static void Signal(int pid, int signal) => _ = Kill(pid, signal);

    /// <summary>The path without links, as /proc shows it.</summary>
    public static string RealPath(string path)
    {
        var resolved = RealPath(Encoding.UTF8.GetBytes(path + '\0'), 0);
        if (resolved == 0)
            return path;
        try
        {
            return Marshal.PtrToStringUTF8(resolved) ?? path;
        }
        finally
        {
            Free(resolved);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int pid, int signal);

    [DllImport("libc", EntryPoint = "realpath")]
    private static extern nint RealPath(byte[] path, nint buffer);

    [DllImport("libc", EntryPoint = "free")]
    private static extern void Free(nint pointer);
}
