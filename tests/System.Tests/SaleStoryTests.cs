using System.Globalization;
using System.Text.Json;
using TechMarket.Messages;
using TechMarket.Platform.Processes;
using TechMarket.SystemTests.Running;
using TechMarket.SystemTests.Telling;
using Xunit.Abstractions;

namespace TechMarket.SystemTests;

/// <summary>
/// Listed sales from the announcement to the deal, by everybody's own client: three bidders in an ascending bidding with an extension
/// and a right of first refusal, whose market is killed meanwhile; beside it a Dutch one, a sealed one, one that ascends from sealed bids, an auction
/// under its reserve and one whose buyer does not sign. Then the money goes where it belongs while the market is killed again and again.
/// </summary>
public sealed class SaleStoryTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const decimal Reserve = 1_570_000m;
    private const int PowerCuts = 6;

    /// <summary>Nine deposits that go back, one that falls to a seller, one price.</summary>
    private const int Payouts = 11;

    private readonly List<Person> people = [];
    private Market market = null!;
    private Person equipment = null!;
    private Person materials = null!;
    private Person energy = null!;
    private Person finance = null!;
    private Person secondFinance = null!;

    public async Task InitializeAsync()
    {
        market = await Market.Start();
        equipment = await Join("purchaser", Story.Enterprise);
        materials = await Join("purchaser", Story.OtherEnterprise);
        energy = await Join("purchaser", Story.ThirdEnterprise);
        finance = await Join("finance", Story.City);
        secondFinance = await Join("finance", Story.City, 1);
    }

    public async Task DisposeAsync()
    {
        people.ForEach(p => p.Dispose());
        await market.DisposeAsync();
    }

    [Fact]
    public async Task Every_way_of_bidding_ends_as_it_should_and_every_deposit_goes_its_way_once()
    {
        await using var english = await Begin(SaleStory.Ascending(timedMinutes: 3));
        await english.Register(energy, claimsPriority: true);
        await using var dutch = await Begin(new
        {
            method = "DUTCH", steps = Array.Empty<object>(), leadMinutes = 1, ceilingPrice = Money.Yuan(1_200_000m), decrement = Money.Yuan(50_000m), intervalSeconds = 30, priorityMinutes = 1,
        });
        await using var sealedBids = await Begin(new { method = "SEALED", steps = Array.Empty<object>(), leadMinutes = 1, sealedMinutes = 2, priorityMinutes = 1 });
        await using var mixed = await Begin(SaleStory.SealedThenAscending);
        await using var auction = await Begin(SaleStory.Ascending(timedMinutes: 1), Reserve);
        await using var broken = await Begin(SaleStory.Ascending(timedMinutes: 1), SaleStory.BasePrice);
        SaleStory[] sales = [english, dutch, sealedBids, mixed, broken];

        // Who is qualified waits for the bidding at once: a short one could be over before the last of the others is qualified. The power is cut
        // in the ascending one, which opens last.
        var plays = new List<Task>();
        foreach (var (sale, play) in new (SaleStory, Func<SaleStory, Task>)[]
            {
                (dutch, Falling), (sealedBids, Sealed), (mixed, SealedThenAscending), (auction, UnderItsReserve), (broken, OverItsReserve),
            })
        {
            await sale.Qualify(finance, equipment, materials);
            plays.Add(play(sale));
        }
        await english.Qualify(finance, equipment, materials, energy);
        plays.Add(AscendingWithAKill(english));
        await Task.WhenAll(plays);

        foreach (var sale in sales)
        {
            await sale.Conclude();
            await LogHolds(sale);
        }
        await ChangedLogShows(english);
        await Deposits(english, energy, [equipment, materials]);
        await Deposits(sealedBids, materials, [equipment]);
        await Deposits(mixed, equipment, [materials]);

        await Settle(fulfilled: english, energy, broken, defaulter: equipment, givenUp: sealedBids);
        await Defaulted(broken);
    }

    /// <summary>
    /// The power fails as a contract takes effect or is given up, as a milestone is accepted, and while payouts are prepared, released and
    /// executed. Afterwards the ledger adds up, every deposit ended once and every payout left once.
    /// </summary>
    private async Task Settle(SaleStory fulfilled, Person winner, SaleStory broken, Person defaulter, SaleStory givenUp)
    {
        var random = PowerCutter.Seeded(output);
        // During which of the steps of that name.
        var targets = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            [$"{defaulter.Account!.Organisation} gives the contract up"] = 0, ["the buyer signs the contract"] = 0, ["the buyer accepts the milestone"] = 0,
            ["finance prepares a payout"] = random.Next(Payouts), ["a second person releases a payout"] = random.Next(Payouts),
            ["finance executes a payout"] = random.Next(Payouts / 2),
        };
        targets.Count.ShouldBe(PowerCuts);
        var cutter = new PowerCutter(market, random, PowerCuts, output, Strikes);
        fulfilled.Story.Before = cutter.Arm;
        var settlement = new Settlement(fulfilled.Story, finance, secondFinance);
        await cutter.During(async () =>
        {
            await settlement.GiveUp(broken, defaulter);
            // The seller's own doing: the buyer is not in default and gets everything back.
            await settlement.GiveUp(givenUp, givenUp.Story.Approver);
            await settlement.Fulfil(fulfilled, winner);
            await settlement.PayOut(Payouts);
        });
        output.WriteLine($"{cutter.Cuts} kills, {fulfilled.Story.Repeats} repeated commands");

        await using var books = new Books(market);
        await books.Settled();
        await books.HoldTogether();
        (await books.Count("trading", "deal")).ShouldBe(5);
        (await books.Count("contracts", "contract")).ShouldBe(5);
        foreach (var (kind, times) in new[] { ("DepositApplied", 1), ("DepositForfeited", 1), ("EscrowReleased", 1), ("PaidOut", Payouts) })
            (await books.Count("payments", "entry", $"kind = '{kind}'")).ShouldBe(times, kind);
        (await finance.Post("/api/payments/ledger/checks")).List("findings").ShouldBeEmpty();
        var deposits = (await finance.Get("/api/payments/deposits?size=100")).List("items");
        var ends = deposits.Where(d => d.Text("state") == "SETTLED").CountBy(d => d.Text("outcome")).ToDictionary();
        ends.ShouldBe(new Dictionary<string, int>(StringComparer.Ordinal) { ["RETURNED"] = Payouts - 2, ["APPLIED"] = 1, ["FORFEITED"] = 1 }, ignoreOrder: true);
        // Of the two whose contracts are still to be signed.
        deposits.Where(d => d.Text("state") != "SETTLED").Select(d => (d.Text("state"), d.Maybe("decision"))).ShouldBe([("HELD", null), ("HELD", null)]);

        bool Strikes(string step)
        {
            if (!targets.TryGetValue(step, out var before)) return false;
            if (before == 0) return targets.Remove(step);
            targets[step] = before - 1;
            return false;
        }
    }

    /// <summary>The buyer of an auction that did not sign is on record with what it will owe, and the lot can be put up again.</summary>
    private async Task Defaulted(SaleStory sale)
    {
        (await sale.Mine(equipment)).In("party").In("deposit").Text("outcome").ShouldBe("FORFEITED");
        (await sale.Mine(materials)).In("party").In("deposit").Text("outcome").ShouldBe("RETURNED");
        var seen = await sale.See();
        (seen.Text("state"), seen.Text("wait")).ShouldBe(("CLOSED_FOR_REGISTRATION", "DEFAULTED"));
        var first = seen.List("defaults").Single();
        var price = SaleStory.BasePrice + SaleStory.Step;
        (first.Text("buyerName"), first.Yuan("price"), first.Yuan("buyerCommission"), first.Yuan("sellerCommission"), first.Maybe("shortfall"))
            .ShouldBe((equipment.Account!.Organisation, price, price * 0.03m, price * 0.02m, null));
        var again = await sale.Story.Publisher.Post(sale.Url + "/revise", new { version = seen.Number("version"), reason = "买受人违约，重新拍卖。" });
        again.Text("state").ShouldBe("DRAFT");
    }

    private async Task AscendingWithAKill(SaleStory sale)
    {
        await sale.BiddingOpens();
        var first = Guid.CreateVersion7();
        (await sale.TryBid(equipment, SaleStory.BasePrice - SaleStory.Step)).Code.ShouldBe("trading/bid-too-low");
        (await sale.TryBid(equipment, SaleStory.BasePrice + 1)).Code.ShouldBe("trading/bid-off-ladder");
        (await sale.TryBid(equipment, SaleStory.BasePrice, first)).Ok.ShouldBeTrue();
        (await sale.TryBid(equipment, SaleStory.BasePrice, first)).Ok.ShouldBeTrue();
        (await sale.TryBid(equipment, SaleStory.BasePrice + SaleStory.Step, first)).Code.ShouldBe("trading/bid-id-reused");
        (await sale.TryBid(sale.Story.Publisher, SaleStory.BasePrice + SaleStory.Step)).Status.ShouldBe(403);

        // A power cut while a bid is under way: what was answered stays, what was not is sent again.
        await sale.Bid(materials, SaleStory.BasePrice + (3 * SaleStory.Step));
        var before = await sale.Standing();
        await Task.WhenAll(sale.Bid(equipment, SaleStory.BasePrice + (8 * SaleStory.Step), isLimit: true), Cut());
        var after = await sale.Standing();
        after.Number("seq").ShouldBeGreaterThan(before.Number("seq"));
        after.Yuan("top").ShouldBe(SaleStory.BasePrice + (4 * SaleStory.Step));

        await sale.Match(energy);
        // The limit behind the displaced bid answers at once; the holder of the right matches again until the limit is reached.
        for (var now = await sale.Standing(); now.Yuan("top") < SaleStory.BasePrice + (8 * SaleStory.Step); now = await sale.Standing()) await sale.Match(energy);
        if (!(await sale.Room(energy)).In("you").Flag("leading")) await sale.Match(energy);

        // A bid in the last half minute moves the end.
        var ends = (await sale.Standing()).In("endsAt").GetDateTimeOffset();
        await Until(ends - TimeSpan.FromSeconds(12));
        var top = (await sale.Standing()).Yuan("top") + SaleStory.Step;
        await sale.Bid(materials, top);
        (await sale.Standing()).In("endsAt").GetDateTimeOffset().ShouldBeGreaterThan(ends);
        await sale.Match(energy);

        var closed = await sale.BiddingCloses();
        closed.Yuan("top").ShouldBe(top);
        closed.Flag("leadsByMatch").ShouldBeTrue();
        (await sale.TryBid(equipment, top + SaleStory.Step)).Code.ShouldBe("trading/auction-ended");
        var result = await Story.Eventually<JsonElement>("the sale knows its result", async () => (await sale.See()).Maybe("result"));
        (result.Yuan("price"), result.Flag("byPriority"), result.Text("transfereeName")).ShouldBe((top, true, energy.Account!.Organisation));
    }

    private async Task Falling(SaleStory sale)
    {
        await sale.BiddingOpens();
        (await sale.TryBid(energy, 1_100_000m)).Code.ShouldBe("trading/bidder-not-qualified");
        // Takes the price it falls to, at most what the bid says.
        await Story.Eventually<int>("the price falls", async () => (await sale.Standing()) is { } now && (now.Text("state") != "OPEN" || now.Maybe("minimum")?.Text("amount") is { } price
            && decimal.Parse(price, CultureInfo.InvariantCulture) <= 1_150_000m) ? 0 : null);
        var price = (await sale.Standing()).Yuan("minimum");
        await sale.Bid(equipment, price);
        var closed = await sale.BiddingCloses();
        closed.Yuan("top").ShouldBeLessThanOrEqualTo(price);
    }

    private async Task Sealed(SaleStory sale)
    {
        await sale.BiddingOpens();
        (await sale.TryBid(equipment, 1_050_000m)).Ok.ShouldBeTrue();
        await sale.Bid(materials, 1_200_000m);
        (await sale.TryBid(equipment, 1_300_000m)).Code.ShouldBe("trading/sealed-bid-given");
        (await sale.Story.Visitor.Get(sale.RoomUrl + "/log")).ToString().ShouldNotContain("1200000");
        (await sale.BiddingCloses()).Yuan("top").ShouldBe(1_200_000m);
    }

    /// <summary>Who gave a sealed bid goes on openly from the highest of them; who gave none looks on.</summary>
    private async Task SealedThenAscending(SaleStory sale)
    {
        await sale.BiddingOpens();
        (await sale.Standing()).Text("phase").ShouldBe("SEALED");
        await sale.Bid(equipment, SaleStory.BasePrice + SaleStory.Step);
        await sale.Bid(materials, SaleStory.BasePrice + (4 * SaleStory.Step));
        (await sale.TryBid(equipment, SaleStory.BasePrice + (9 * SaleStory.Step))).Code.ShouldBe("trading/sealed-bid-given");
        (await sale.Room()).ToString().ShouldNotContain("1040000.00");
        await Story.Eventually<int>("the sealed bids are opened", async () => (await sale.Standing()).Text("phase") == "ASCENDING" ? 0 : null, 180);
        (await sale.Standing()).Yuan("top").ShouldBe(SaleStory.BasePrice + (4 * SaleStory.Step));
        (await sale.TryBid(equipment, SaleStory.BasePrice + (2 * SaleStory.Step))).Code.ShouldBe("trading/bid-too-low");
        await sale.Bid(equipment, SaleStory.BasePrice + (5 * SaleStory.Step));
        (await sale.BiddingCloses()).Yuan("top").ShouldBe(SaleStory.BasePrice + (5 * SaleStory.Step));
    }

    private async Task OverItsReserve(SaleStory sale)
    {
        await sale.BiddingOpens();
        await sale.Bid(materials, SaleStory.BasePrice);
        await sale.Bid(equipment, SaleStory.BasePrice + SaleStory.Step);
        (await sale.BiddingCloses()).Yuan("top").ShouldBe(SaleStory.BasePrice + SaleStory.Step);
    }

    /// <summary>The reserve price is in no answer before the close; a highest bid below it has no effect (拍卖法 50).</summary>
    private async Task UnderItsReserve(SaleStory sale)
    {
        await sale.BiddingOpens();
        await sale.Bid(materials, SaleStory.BasePrice + SaleStory.Step);
        var announcement = $"/api/trading/announcements/{(await sale.See()).Text("number")}";
        foreach (var answer in new[] { await sale.See(), await sale.Room(), await sale.Mine(materials), await sale.Story.Visitor.Get(announcement), await sale.Story.Visitor.Get(sale.RoomUrl + "/log") })
            answer.ToString().ShouldNotContain(Reserve.ToString(CultureInfo.InvariantCulture));
        (await sale.BiddingCloses()).Text("outcome").ShouldBe("UNDER_RESERVE");
        await Story.Eventually<int>("the seller is to decide", async () => (await sale.See()).Text("wait") == "UNDER_RESERVE" ? 0 : null);
        await sale.Story.Publisher.Post(sale.Url + "/end", new { version = (await sale.See()).Number("version"), reason = "未达保留价，不再拍卖。" });
        foreach (var bidder in new[] { equipment, materials }) (await sale.Mine(bidder)).In("party").In("deposit").Text("decision").ShouldBe("RETURN");
    }

    private async Task Cut()
    {
        await Task.Delay(20);
        await market.Kill();
        await market.Run();
    }

    /// <summary>Anybody recomputes the winner from the downloaded log.</summary>
    private async Task LogHolds(SaleStory sale)
    {
        var file = Path.Combine(market.Folder, $"{sale.AuctionId}.json");
        await File.WriteAllTextAsync(file, await sale.Log());
        var (code, said) = await Replay(file);
        output.WriteLine(said);
        code.ShouldBe(0);
        said.ShouldContain("Winner");
    }

    private async Task ChangedLogShows(SaleStory sale)
    {
        var file = Path.Combine(market.Folder, $"{sale.AuctionId}-changed.json");
        var log = await sale.Log();
        var at = log.IndexOf("\"hash\":\"", StringComparison.Ordinal) + 8;
        await File.WriteAllTextAsync(file, string.Concat(log.AsSpan(0, at), log[at] == '0' ? "1" : "0", log.AsSpan(at + 1)));
        (await Replay(file)).Code.ShouldBe(1);
    }

    private static async Task<(int Code, string Said)> Replay(string file)
    {
        var command = await GuardedProcess.Launch(Product.Program("services/Trading", "TechMarket.Trading", "replay", file), "KILL");
        return (await command.Exited.WaitAsync(TimeSpan.FromMinutes(2)), command.Output);
    }

    /// <summary>Who lost gets the deposit back; the winner's waits for the contract.</summary>
    private static async Task Deposits(SaleStory sale, Person winner, Person[] losers)
    {
        foreach (var loser in losers)
        {
            (await sale.Mine(loser)).In("party").In("deposit").Text("decision").ShouldBe("RETURN");
            await Story.Eventually<int>("payments give it back", async () =>
                (await loser.Get("/api/payments/my-money")).List("coming").Any(c => c.Text("kind") == "DEPOSIT_RETURN") ? 0 : null);
        }
        (await sale.Mine(winner)).In("party").In("deposit").Maybe("decision").ShouldBeNull();
        (await sale.Mine(winner)).In("party").Flag("won").ShouldBeTrue();
    }

    private async Task<SaleStory> Begin(object bidding, decimal? reserve = null)
    {
        var sale = new SaleStory(await Story.Begin(market), bidding, reserve);
        await sale.Story.Publish();
        await sale.Announce();
        // At once: the announcement of a demonstration is short.
        await sale.Register(equipment);
        await sale.Register(materials);
        return sale;
    }

    private async Task<Person> Join(string role, string organisation, int nth = 0)
    {
        var person = await Person.SignIn(market, role, organisation, nth);
        people.Add(person);
        return person;
    }

    private static async Task Until(DateTimeOffset time)
    {
        var left = time - TimeProvider.System.GetUtcNow();
        if (left > TimeSpan.Zero) await Task.Delay(left);
    }
}
