using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace TechMarket.SystemTests.Running;

/// <summary>Where the built product lies, and what a process of it needs.</summary>
static class Product
{
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    private static readonly string Configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;

    public static string Root { get; } = FindRoot();

    /// <summary>A command that runs one of the product's programs as built beside these tests.</summary>
    /// <param name="project">Its folder, for example <c>services/Listings</c>.</param>
    public static ProcessStartInfo Program(string project, string assembly, params string[] arguments)
    {
        var folder = Path.Combine(Root, project, "bin", Configuration, "net10.0");
        var dll = Path.Combine(folder, assembly + ".dll");
        if (!File.Exists(dll)) throw new FileNotFoundException($"{dll} is not built.", dll);
        var command = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [dll, .. arguments])
        {
            WorkingDirectory = folder,
        };
        // Many short lives: what is compiled is not measured and compiled again.
        command.Environment["DOTNET_TieredPGO"] = "0";
        command.Environment["DOTNET_gcServer"] = "0";
        command.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        command.Environment["RateLimits__SignInPerMinute"] = "100000";
        command.Environment["RateLimits__ChangesPerMinute"] = "100000";
        command.Environment["Identity__PasswordIterations"] = "1000";
        command.Environment["Trading__OfferShortest"] = "00:00:01";
        return command;
    }

    /// <summary>
    /// A port nobody listens on, given once. It lies below those the system hands to outgoing connections: a process that starts a minute later
    /// must still find it free.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(20_000, 32_000);
            if (!Given.TryAdd(port, true)) continue;
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "TechMarket.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("The tests do not lie in the repository.");
    }
}
