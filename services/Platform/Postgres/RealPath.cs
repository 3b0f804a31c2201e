using System.Runtime.InteropServices;
using System.Text;

namespace TechMarket.Platform.Postgres;

/// <summary>Paths without links, as /proc shows them.</summary>
static class RealPath
{
    public static string Of(string path)
    {
        var resolved = Resolve(Encoding.UTF8.GetBytes(path + '\0'), 0);
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

    [DllImport("libc", EntryPoint = "realpath")]
    private static extern nint Resolve(byte[] path, nint buffer);

    [DllImport("libc", EntryPoint = "free")]
    private static extern void Free(nint pointer);
}
