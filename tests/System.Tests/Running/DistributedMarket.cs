using System.Diagnostics;
using System.Text.Json;
using TechMarket.Platform.Data;
using TechMarket.Platform.Processes;
using TechMarket.Testing;

namespace TechMarket.SystemTests.Running;

/// <summary>The market as a province runs it: every service and the gateway a process of its own, RabbitMQ between them.</summary>
public sealed class DistributedMarket : IMarket, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly string folder = Directory.CreateTempSubdirectory("techmarket-distributed-").FullName;
    private readonly Dictionary<string, int> ports = ComposedRoutes.Services.Append("Gateway").ToDictionary(s => s, _ => Product.FreePort(), StringComparer.Ordinal);
    private readonly Dictionary<string, GuardedProcess> running = new(StringComparer.Ordinal);

    private DistributedMarket(string database, TestRabbit rabbit) => (Database, Rabbit) = (database, rabbit);

    public string Database { get; }

    public TestRabbit Rabbit { get; }

    public Uri Address => AddressOf("Gateway");

    /// <param name="later">A service that is started later, by <see cref="Launch"/>.</param>
    public static async Task<DistributedMarket> Start(string later)
    {
        var database = await TestPostgres.NewDatabase();
        var market = new DistributedMarket(database, await TestRabbit.Start());
        try
        {
            await market.Prepare();
            await Task.WhenAll(market.ports.Keys.Where(s => s != later).Select(market.Launch));
            await market.Ready();
            return market;
        }
        catch
        {
            await market.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one service, the first time or again, and returns at once.</summary>
    public async Task Launch(string service)
    {
        var command = service == "Gateway" ? Product.Program("gateway", "TechMarket.Gateway") : Product.Program("services/" + service, "TechMarket." + service);
        Set(command, "ASPNETCORE_URLS", AddressOf(service).ToString());
        Set(command, "Bus__RabbitMq", service == "Gateway" ? "" : Rabbit.Uri.ToString());
        Configure(command);
        foreach (var other in ComposedRoutes.Services) Set(command, $"Services__{other.ToLowerInvariant()}", AddressOf(other).ToString());
        running[service] = await GuardedProcess.Launch(command, "KILL");
    }

    /// <summary>Ends a service without a word.</summary>
    public async Task Kill(string service)
    {
        running[service].Signal(Signals.Kill);
        await running[service].Exited;
    }

    public async Task<IReadOnlyList<Account>> Accounts()
    {
        await using var file = File.OpenRead(Path.Combine(folder, "demo-accounts.json"));
        return (await JsonSerializer.DeserializeAsync<List<Account>>(file, Json.Options))!;
    }

    public async Task Ready()
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var began = Stopwatch.GetTimestamp();
        foreach (var service in running.Keys.ToList())
        {
            while (!await Answers(client, service))
            {
                var process = running[service];
                if (process.Exited.IsCompleted && await process.Exited != 137)
                    throw new InvalidOperationException($"{service} ended:\n{process.Output}");
                if (Stopwatch.GetElapsedTime(began) > Patience) throw new TimeoutException($"{service} does not answer:\n{running[service].Output}");
                await Task.Delay(100);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in running.Values) process.Signal(Signals.Terminate);
        foreach (var process in running.Values)
        {
            if (await Task.WhenAny(process.Exited, Task.Delay(TimeSpan.FromSeconds(20))) != process.Exited) process.Signal(Signals.Kill);
            await process.Exited;
        }
        await Rabbit.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The standalone host makes the schemas and the demonstration's organisations once, as an operator who grows out of it would find them.</summary>
    private async Task Prepare()
    {
        var port = Product.FreePort();
        var command = Product.Program(
            "deploy/Standalone", "TechMarket.Standalone", "--port", $"{port}", "--data", folder, "--profile", "demo", "--sample", "none");
        Configure(command);
        var host = await GuardedProcess.Launch(command, "KILL");
        var began = Stopwatch.GetTimestamp();
        while (!host.Output.Contains("Market ready:", StringComparison.Ordinal))
        {
            if (host.Exited.IsCompleted || Stopwatch.GetElapsedTime(began) > Patience) throw new InvalidOperationException($"The database could not be prepared:\n{host.Output}");
            await Task.Delay(100);
        }
        await using (var books = new Telling.Books(Database)) await books.Settled();
        host.Signal(Signals.Terminate);
        await host.Exited;
    }

    private void Configure(ProcessStartInfo command)
    {
        Set(command, "ConnectionStrings__Market", Database);
        Set(command, "Market__Profile", "demo");
        Set(command, "Identity__Authority", AddressOf("Identity").ToString().TrimEnd('/'));
        Set(command, "Identity__KeysFolder", Path.Combine(folder, "keys"));
        Set(command, "Files__Folder", Path.Combine(folder, "files"));
        Set(command, "Matching__SnapshotFolder", Path.Combine(folder, "search"));
        Set(command, "Gateway__Secret", "between-gateway-and-identity");
    }

    private Uri AddressOf(string service) => new($"http://127.0.0.1:{ports[service]}");

    private static void Set(ProcessStartInfo command, string name, string value) => command.Environment[name] = value;

    private async Task<bool> Answers(HttpClient client, string service)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(AddressOf(service), "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
