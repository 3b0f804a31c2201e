using System.IO.Compression;
using Npgsql;
using TechMarket.SystemTests.Running;
using TechMarket.SystemTests.Telling;
using Xunit.Abstractions;

namespace TechMarket.SystemTests;

/// <summary>The deal across separate processes over RabbitMQ, with processes killed at the two moments that matter.</summary>
public sealed class DistributedTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_deal_crosses_processes_that_are_killed_before_delivery_and_before_commit()
    {
        await using var market = await DistributedMarket.Start(later: "Commissions");
        await using var books = new Books(market.Database);
        await using var story = await Story.Begin(market);

        // Committed, but the broker is away: the fact waits in the outbox of a service that then dies.
        story.Before = async step =>
        {
            if (step == "the bureau publishes the achievement") await market.Rabbit.StopNode();
        };
        await story.Publish();
        (await books.Count("listings", "outbox")).ShouldBeGreaterThan(0);
        await market.Kill("Listings");
        (await story.Hit()).ShouldBeNull();
        await market.Rabbit.StartNode();
        await market.Launch("Listings");
        await market.Ready();
        await Story.Eventually("the publication arrives after all", story.Hit, 120);
        (await books.Count("matching", "entry")).ShouldBe(1);
        await story.PostNeed();

        // Its queues were there before it was: nothing published until now is lost to the service that starts last.
        (await books.Count("commissions", "achievement")).ShouldBe(0);
        await market.Launch("Commissions");
        await market.Ready();
        await Story.Eventually<int>("the last service hears what went before", async () =>
            await books.Count("commissions", "achievement") == 1 && await books.Count("commissions", "demand") == 1 ? 0 : null);

        // Delivered, but not committed: the drafting of the contract waits for a lock when its service dies.
        await using var source = NpgsqlDataSource.Create(market.Database);
        await using var holder = await source.OpenConnectionAsync();
        NpgsqlTransaction? hold = null;
        story.Before = async step =>
        {
            if (step != "the notice passes") return;
            hold = await holder.BeginTransactionAsync();
            await using var command = new NpgsqlCommand("lock table contracts.inbox in exclusive mode", holder, hold);
            await command.ExecuteNonQueryAsync();
        };
        await story.Negotiate();
        await market.Kill("Trading");
        await market.Launch("Trading");
        await story.PassNotice();
        await Story.Eventually<int>("the contract's drafting waits for the lock", async () => await Waiting(source) ? 0 : null);
        await market.Kill("Contracts");
        await hold!.RollbackAsync();
        (await books.Count("contracts", "contract")).ShouldBe(0);
        await market.Launch("Contracts");
        await market.Ready();

        story.Before = _ => Task.CompletedTask;
        await story.SignContract();
        await market.Kill("Contracts");
        await market.Launch("Contracts");
        await story.Register();

        await books.Settled();
        await Story.Eventually<int>("the deal knows its registration", async () =>
            (await story.Publisher.Get($"/api/trading/deals/{story.DealId}")).Maybe("registrationNumber") is not null ? 0 : null);
        await books.HoldTogether();
        await books.NoticesAreNotDoubled();

        // Papers of three processes, each from its own database, become one file.
        using (var dossier = new ZipArchive(new MemoryStream(await story.Dossier(story.Approver)), ZipArchiveMode.Read))
        {
            foreach (var paper in new[] { "1-achievement/achievement.json", "4-deal/deal.json", $"6-registration/certificate-{story.RegistrationNumber}.pdf" })
                dossier.GetEntry(paper).ShouldNotBeNull(paper);
        }
        foreach (var (service, table) in new[]
        {
            ("listings", "achievement"), ("demands", "demand"), ("trading", "known_achievement"), ("trading", "negotiation"), ("trading", "deal"), ("contracts", "contract"),
            ("contracts", "registration"), ("contracts", "turnover_entry"), ("commissions", "deal"),
        })
        {
            (await books.Count(service, table)).ShouldBe(1, $"{service}.{table}");
        }
        output.WriteLine($"{story.Steps.Count} steps, {story.Repeats} repeated");
    }

    private static async Task<bool> Waiting(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            "select exists (select 1 from pg_locks l where l.relation = 'contracts.inbox'::regclass and not l.granted)");
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
