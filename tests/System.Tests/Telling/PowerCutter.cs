using TechMarket.SystemTests.Running;
using Xunit.Abstractions;

namespace TechMarket.SystemTests.Telling;

/// <summary>Kills the market a random moment after a step began, and starts it again over the same folder.</summary>
/// <param name="strikes">Whether the power fails during a step; asked while cuts are left.</param>
sealed class PowerCutter(Market market, Random random, int wanted, ITestOutputHelper output, Func<string, bool> strikes)
{
    private readonly SemaphoreSlim armed = new(0);
    private readonly int all = wanted;
    private int left = wanted;
    private volatile bool spent;

    public int Cuts { get; private set; }

    /// <summary>A seed that is written down, and can be given again by TECHMARKET_KILL_SEED.</summary>
    public static Random Seeded(ITestOutputHelper output)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TECHMARKET_KILL_SEED"), out var given) ? given : Random.Shared.Next(100_000);
        output.WriteLine($"TECHMARKET_KILL_SEED={seed}");
        return new Random(seed);
    }

    /// <summary>Cuts while something is told; what is left at its end is spent while the last facts travel.</summary>
    public async Task During(Func<Task> telling)
    {
        using var over = new CancellationTokenSource();
        var cutting = Run(over.Token);
        try
        {
            await telling();
            Spend();
            await cutting;
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAny(cutting);
        }
        Cuts.ShouldBe(all);
    }

    /// <summary>Called as a step begins: perhaps the power fails during it.</summary>
    public Task Arm(string step)
    {
        if (left > 0 && strikes(step))
        {
            left--;
            output.WriteLine($"cut during: {step}");
            armed.Release();
        }
        return Task.CompletedTask;
    }

    private void Spend()
    {
        while (left > 0)
        {
            left--;
            armed.Release();
        }
        spent = true;
        armed.Release();
    }

    private async Task Run(CancellationToken ct)
    {
        while (true)
        {
            await armed.WaitAsync(ct);
            if (spent && left == 0 && armed.CurrentCount == 0) return;
            await Task.Delay(random.Next(0, 250), ct);
            await market.Kill();
            Cuts++;
            await market.Run();
        }
    }
}
