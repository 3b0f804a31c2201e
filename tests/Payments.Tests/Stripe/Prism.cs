using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TechMarket.Platform.Processes;

namespace TechMarket.Payments.Tests.Stripe;

/// <summary>Prism over Stripe's description: answers what the description allows, refuses what it does not.</summary>
sealed class Prism : IAsyncDisposable
{
    /// <summary>Every call the adapter makes.</summary>
    public static readonly IReadOnlyList<(string Method, string Path)> Calls =
        [("post", "/v1/payment_intents"), ("post", "/v1/checkout/sessions"), ("post", "/v1/refunds"), ("post", "/v1/transfers"), ("get", "/v1/events")];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("techmarket-prism-");
    private readonly HttpClient client = new();
    private GuardedProcess? process;

    /// <summary>What keeps Prism from being used here, or null.</summary>
    public static string? Missing { get; } = Description.Find() is null ? Description.Absent
        : Program is null ? "Prism is not installed: npm ci in tests/Prism, as tests/run.sh does."
        : null;

    /// <summary>What it wrote against the requests so far.</summary>
    public IReadOnlyList<string> Violations =>
        [.. process!.Output.Split('\n').Where(line => line.Contains("[VALIDATOR]", StringComparison.Ordinal) && !line.Contains("success", StringComparison.Ordinal))];

    private static string? Program
    {
        get
        {
            for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            {
                var program = Path.Combine(at.FullName, "tests", "Prism", "node_modules", "@stoplight", "prism-cli", "dist", "index.js");
                if (File.Exists(program)) return program;
            }
            return null;
        }
    }

    public async Task Start()
    {
        var cut = Path.Combine(folder.FullName, "stripe.json");
        await File.WriteAllTextAsync(cut, Description.Cut(Calls).ToJsonString());
        var port = FakeStripe.FreePort();
        var command = new ProcessStartInfo("node", [Program!, "mock", "--errors", "--host", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), cut]);
        process = await GuardedProcess.Launch(command, "KILL");
        client.BaseAddress = new Uri($"http://127.0.0.1:{port}");
        var began = Stopwatch.GetTimestamp();
        while (!process.Output.Contains("Prism is listening", StringComparison.Ordinal))
        {
            if (process.Exited.IsCompleted) throw new InvalidOperationException($"Prism ended while it started:\n{process.Output}");
            if (Stopwatch.GetElapsedTime(began) > Patience) throw new TimeoutException($"Prism did not start:\n{process.Output}");
            await Task.Delay(100);
        }
    }

    /// <summary>What Prism says to a call, its form unfolded.</summary>
    public async Task<(HttpStatusCode Status, string Body)> Answer(FakeStripe.Call call)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), call.Path + call.Query);
        if (call.Authorization is not null) request.Headers.Add("Authorization", call.Authorization);
        if (call.Fields.Count > 0) request.Content = JsonContent.Create<JsonNode>(Description.Unfold(call.Fields));
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Signal(Signals.Kill);
            await process.Exited;
        }
        client.Dispose();
        folder.Delete(recursive: true);
    }
}

/// <summary>Skips where Prism or Stripe's description is not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WithPrismFactAttribute : FactAttribute
{
    public WithPrismFactAttribute() => Skip = Prism.Missing!;
}
