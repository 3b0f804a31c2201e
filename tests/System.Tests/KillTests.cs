using TechMarket.SystemTests.Running;
using TechMarket.SystemTests.Telling;
using Xunit.Abstractions;

namespace TechMarket.SystemTests;

/// <summary>Twenty power cuts during one deal: the story completes, and everything took effect exactly once.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int PowerCuts = 20;

    [Fact]
    public async Task The_story_survives_twenty_kills_and_every_fact_takes_effect_once()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TECHMARKET_KILL_SEED"), out var given) ? given : Random.Shared.Next(100_000);
        output.WriteLine($"TECHMARKET_KILL_SEED={seed}");
        await using var market = await Market.Start();
        await using var story = await Story.Begin(market);
        using var over = new CancellationTokenSource();
        var cutter = new PowerCutter(market, new Random(seed), PowerCuts, output);
        story.Before = cutter.Arm;
        var cutting = cutter.Run(over.Token);
        try
        {
            await story.Tell();
            cutter.Spend();
            await cutting;
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAny(cutting);
        }
        output.WriteLine($"{cutter.Cuts} kills, {story.Repeats} repeated commands, {story.Steps.Count} steps");
        cutter.Cuts.ShouldBe(PowerCuts);

        await using (var books = new Books(market))
        {
            await books.Settled();
            await books.HoldTogether();
            await books.NoticesAreNotDoubled();
            (await books.Count("notifications", "notice", "kind = 'contract-registered'")).ShouldBeGreaterThan(0);
            foreach (var (service, table) in new[]
            {
                ("listings", "achievement"), ("demands", "demand"), ("trading", "negotiation"), ("trading", "notice"), ("trading", "deal"), ("contracts", "contract"),
                ("contracts", "registration"), ("contracts", "turnover_entry"), ("commissions", "mandate"), ("commissions", "lead"), ("commissions", "commission"),
                ("commissions", "earning"),
            })
            {
                (await books.Count(service, table)).ShouldBe(1, $"{service}.{table}");
            }
            (await books.Count("commissions", "payout")).ShouldBe(2);
            (await books.Count("trading", "offer")).ShouldBe(2);
            (await books.Count("contracts", "contract_version")).ShouldBe(2);
        }
        (await market.Stop()).ShouldBe(0);
        var (code, said) = await market.Command("verify-audit");
        said.ShouldContain("contracts: ");
        said.ShouldNotContain("BROKEN");
        code.ShouldBe(0);
    }

    /// <summary>Kills the market a random moment after a random step began, and starts it again over the same folder.</summary>
    private sealed class PowerCutter(Market market, Random random, int wanted, ITestOutputHelper output)
    {
        private readonly SemaphoreSlim armed = new(0);
        private int left = wanted;
        private volatile bool spent;

        public int Cuts { get; private set; }

        /// <summary>Called as a step begins: perhaps the power fails during it.</summary>
        public Task Arm(string step)
        {
            // There are about forty steps; a cut at every second one leaves a few for the long wait of the notice.
            if (left > 0 && (step == "the notice passes" || random.NextDouble() < 0.55))
            {
                left--;
                output.WriteLine($"cut during: {step}");
                armed.Release();
            }
            return Task.CompletedTask;
        }

        /// <summary>What is left when the story has ended is spent while the last facts travel.</summary>
        public void Spend()
        {
            while (left > 0)
            {
                left--;
                armed.Release();
            }
            spent = true;
            armed.Release();
        }

        public async Task Run(CancellationToken ct)
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
}
