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
        var random = PowerCutter.Seeded(output);
        await using var market = await Market.Start();
        await using var story = await Story.Begin(market);
        // There are about forty steps; a cut at every second one leaves a few for the long wait of the notice.
        var cutter = new PowerCutter(market, random, PowerCuts, output, step => step == "the notice passes" || random.NextDouble() < 0.55);
        story.Before = cutter.Arm;
        await cutter.During(story.Tell);
        output.WriteLine($"{cutter.Cuts} kills, {story.Repeats} repeated commands, {story.Steps.Count} steps");

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
}
