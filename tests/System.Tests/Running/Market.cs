using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using TechMarket.Platform.Data;
using TechMarket.Platform.Processes;

namespace TechMarket.SystemTests.Running;

/// <summary>The standalone product as its operator runs it: a process of its own on a free port over a data folder that is removed afterwards.</summary>
public sealed class Market : IMarket, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly string folder = Directory.CreateTempSubdirectory("techmarket-system-").FullName;
    private readonly int port = Product.FreePort();
    private readonly string sample;
    private GuardedProcess? process;

    private Market(string sample) => this.sample = sample;

    public Uri Address => new($"http://127.0.0.1:{port}");

    public string Folder => folder;

    /// <summary>What the process wrote since it was last started.</summary>
    public string Output => process?.Output ?? "";

    public TimeSpan LastStart { get; private set; }

    /// <param name="sample">Loads the shipped sample data, too.</param>
    public static async Task<Market> Start(bool sample = false)
    {
        var market = new Market(sample ? Path.Combine(Product.Root, "deploy", "sample") : "none");
        try
        {
            await market.Run();
            return market;
        }
        catch
        {
            await market.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it, the first time or again over the same folder, and returns when it says that it is ready.</summary>
    public async Task Run()
    {
        var began = Stopwatch.GetTimestamp();
        var starting = process = await GuardedProcess.Launch(Command("--sample", sample), "KILL");
        while (!starting.Output.Contains("Market ready: " + Address.ToString().TrimEnd('/'), StringComparison.Ordinal))
        {
            if (starting.Exited.IsCompleted) throw new InvalidOperationException($"The market ended while it started:\n{starting.Output}");
            if (Stopwatch.GetElapsedTime(began) > Patience) throw new TimeoutException($"The market did not become ready:\n{starting.Output}");
            await Task.Delay(50);
        }
        LastStart = Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Asks it to stop, as a service manager does; it ends by itself.</summary>
    public async Task<int> Stop()
    {
        process!.Signal(Signals.Terminate);
        return await process.Exited.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Ends it without a word, as a power cut does.</summary>
    public async Task Kill()
    {
        process!.Signal(Signals.Kill);
        await process.Exited;
    }

    public async Task<IReadOnlyList<Account>> Accounts()
    {
        await using var file = File.OpenRead(Path.Combine(folder, "demo-accounts.json"));
        return (await JsonSerializer.DeserializeAsync<List<Account>>(file, Json.Options))!;
    }

    public async Task Ready()
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(10) };
        var began = Stopwatch.GetTimestamp();
        while (!await Answers(client))
        {
            if (Stopwatch.GetElapsedTime(began) > Patience) throw new TimeoutException($"The market does not answer:\n{Output}");
            await Task.Delay(100);
        }
    }

    /// <summary>The command an operator runs beside or after the market, for example <c>verify-audit</c>.</summary>
    public async Task<(int Code, string Output)> Command(string name)
    {
        var command = await GuardedProcess.Launch(Command(["--sample", sample, name]), "KILL");
        var code = await command.Exited.WaitAsync(Patience);
        return (code, command.Output);
    }

    /// <summary>The database of the running market, to look at what no page shows.</summary>
    public NpgsqlDataSource Database()
    {
        string Read(string name) => File.ReadAllText(Path.Combine(folder, "postgres", name)).Trim();
        return NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = int.Parse(Read("port"), CultureInfo.InvariantCulture), Database = "market", Username = "market", Password = Read("password"),
            MaxPoolSize = 4,
        }.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { Exited.IsCompleted: false })
        {
            process.Signal(Signals.Terminate);
            if (await Task.WhenAny(process.Exited, Task.Delay(TimeSpan.FromSeconds(30))) != process.Exited) await Kill();
        }
        Directory.Delete(folder, recursive: true);
    }

    private ProcessStartInfo Command(params string[] more)
    {
        return Product.Program(
            "deploy/Standalone", "TechMarket.Standalone",
            ["--port", port.ToString(CultureInfo.InvariantCulture), "--data", folder, "--profile", "demo", .. more]);
    }

    private static async Task<bool> Answers(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
