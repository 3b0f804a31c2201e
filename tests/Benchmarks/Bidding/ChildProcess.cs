using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TechMarket.Benchmarks.Bidding;

/// <summary>Another process of this program, so that those who measure do not share the runtime of what is measured.</summary>
internal static class ChildProcess
{
    /// <summary>Figures may be missing: nothing was measured.</summary>
    public static readonly JsonSerializerOptions Figures = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static async Task<string> Run(string command, string input)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        start.ArgumentList.Add(command);
        using var child = Process.Start(start)!;
        await child.StandardInput.WriteAsync(input);
        child.StandardInput.Close();
        var output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return child.ExitCode == 0 ? output : throw new InvalidOperationException($"{command} ended with {child.ExitCode}.");
    }
}
