using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using TechMarket.SystemTests.Running;

namespace TechMarket.SystemTests.Telling;

/// <summary>One listed sale or auction, from an announcement over registration, deposits and bidding to its deal. Every step can be taken again.</summary>
/// <param name="bidding">The announced way of bidding, as the form sends it.</param>
/// <param name="reserve">The secret reserve price of an auction by a licensed house; a sale without one is listed.</param>
sealed class SaleStory(Story story, object bidding, decimal? reserve = null) : IAsyncDisposable
{
    public const decimal BasePrice = 1_000_000m;
    public const decimal Step = 10_000m;
    private const decimal Deposit = 100_000m;

    /// <summary>Ascending by one step, with an extension of half a minute.</summary>
    public static object Ascending(int timedMinutes) =>
        new { method = "ENGLISH", steps = Steps, leadMinutes = 1, timedMinutes, extensionSeconds = 30, priorityMinutes = 1 };

    /// <summary>One sealed bid each, then ascending from the highest among those who gave one.</summary>
    public static object SealedThenAscending => new
    {
        method = "SEALED_THEN_ENGLISH", steps = Steps, leadMinutes = 1, sealedMinutes = 1, timedMinutes = 1, extensionSeconds = 30, priorityMinutes = 1,
    };

    private static object[] Steps => [new { from = Story.Yuan(BasePrice), amount = Story.Yuan(Step) }];

    public Story Story => story;

    public Guid Id { get; } = Guid.CreateVersion7();

    public Guid AuctionId { get; private set; }

    public string Url => $"/api/trading/sales/{Id}";

    private bool IsAuction => reserve is not null;

    public string RoomUrl => $"/api/trading/auctions/{AuctionId}";

    public Task<JsonElement> See() => story.Publisher.Get(Url);

    public Task<JsonElement> Room(Person? by = null) => (by ?? story.Visitor).Get(RoomUrl);

    public Task<JsonElement> Mine(Person bidder) => bidder.Get(Url + "/registration");

    public async Task<JsonElement> Standing() => (await Room()).In("standing");

    /// <summary>Written, handed in, approved by the unit, checked and announced by the bureau.</summary>
    public async Task Announce()
    {
        await story.Take("the publisher drafts the sale", async () => await story.Publisher.Find(Url) is not null, () => Story.Eventually<int>(
            "the trading service knows the achievement", async () =>
            {
                var drafted = await story.Publisher.Try(HttpMethod.Put, Url, Draft());
                if (drafted.Code == "trading/achievement-not-found") return null;
                drafted.Succeeded();
                return 0;
            }));
        await story.Take("the publisher adds a document", async () => (await See()).List("documents").Count > 0, async () => await story.Publisher.Post(Url + "/documents", await Document()));
        await story.Take("the publisher submits the sale", async () => await State() == "UNIT_REVIEW", async () => await story.Publisher.Post(Url + "/submit", new { version = await Version() }));
        await story.Take("the unit approves the sale", async () => await State() == "SUBMITTED", async () => await story.Approver.Post(Url + "/approve", new { version = await Version() }));
        await story.Take("the bureau announces the sale", async () => await State() == "ANNOUNCED", async () => await story.Reviewer.Post(
            Url + "/announce",
            new
            {
                version = await Version(),
                checklist = new { notDiscriminatory = true, documentsComplete = true, basePriceSupported = true, transferClear = true, auctionHouseVerified = IsAuction ? true : (bool?)null },
            }));
    }

    /// <summary>Confirms non-disclosure, looks closer and registers; the first claims the announced right of first refusal when it says so.</summary>
    public async Task Register(Person bidder, bool claimsPriority = false)
    {
        await story.Take(
            "a bidder confirms the non-disclosure duty", async () => (await Mine(bidder)).Maybe("party") is { } party && party.Flag("ndaConfirmed"),
            async () => await bidder.Post(Url + "/nda", new { hash = (await bidder.Get(Url + "/nda")).Text("hash"), name = "王采购" }));
        await story.Take(
            "a bidder registers", async () => (await Mine(bidder)).Maybe("party")?.Text("state") == "REGISTERED",
            () => bidder.Put(Url + "/registration", new
            {
                acceptsTerms = true, statement = "依法设立，具备实施条件。", relatedParty = false, contactName = "王采购", contactPhone = "13900000000",
                priorityBasis = claimsPriority ? "合作完成单位" : null,
            }));
    }

    /// <summary>Finance takes the statement on which the deposits came in, the seller qualifies everybody.</summary>
    public async Task Qualify(Person finance, params Person[] bidders)
    {
        foreach (var bidder in bidders)
        {
            await Story.Eventually<int>("the deposit is held", async () =>
            {
                if ((await Mine(bidder)).In("party").In("deposit").Maybe("heldAt") is not null) return 0;
                await Settlement.UploadStatement(finance);
                return null;
            });
            var party = (await Mine(bidder)).In("party");
            await story.Take(
                "the seller qualifies a bidder", async () => (await Mine(bidder)).In("party").Text("state") == "QUALIFIED",
                () => story.Publisher.Post(
                    $"{Url}/parties/{party.Id("id")}/decide", new { qualified = true, reason = "符合公告条件。", priorityRank = party.Maybe("priorityBasis") is null ? (int?)null : 1 }));
        }
    }

    /// <summary>The announcement ends, the room is set and opens.</summary>
    public async Task BiddingOpens()
    {
        AuctionId = await Story.Eventually("the bidding is set", async () => (await See()).Maybe("auctionId")?.GetGuid(), 240);
        await Story.Eventually<int>("the bidding opens", async () =>
        {
            var now = await Standing();
            now.Text("state").ShouldBeOneOf("SCHEDULED", "OPEN");
            return now.Text("state") == "OPEN" ? 0 : null;
        }, 180);
    }

    /// <summary>Takes a bid, whatever becomes of the first answer.</summary>
    public async Task Bid(Person bidder, decimal amount, bool isLimit = false) => (await Stubbornly(
        bidder, $"bids/{Guid.CreateVersion7()}", isLimit ? new { limit = Story.Yuan(amount), confirm = true } : new { amount = Story.Yuan(amount), confirm = true })).Succeeded();

    public async Task Match(Person bidder) => (await Stubbornly(bidder, $"matches/{Guid.CreateVersion7()}", new { })).Succeeded();

    public Task<Answer> TryBid(Person bidder, decimal amount, Guid? id = null) =>
        Stubbornly(bidder, $"bids/{id ?? Guid.CreateVersion7()}", new { amount = Story.Yuan(amount), confirm = true });

    public Task<JsonElement> BiddingCloses() => Story.Eventually<JsonElement>("the bidding closes", async () => await Standing() is { } now && now.Text("state") == "CLOSED" ? now : null, 300);

    /// <summary>The notice of the result passes and the deal is concluded.</summary>
    public async Task<JsonElement> Conclude()
    {
        var sale = await Story.Eventually<JsonElement>("the deal is concluded", async () => await See() is { } now && now.Maybe("deal") is not null ? now : null, 240);
        sale.Text("state").ShouldBe("CONCLUDED");
        return sale;
    }

    /// <summary>The contract that was drafted from the deal.</summary>
    /// <returns>The deal's id.</returns>
    public async Task<Guid> TakeContract()
    {
        var deal = (await See()).In("deal").Id("id");
        await story.TakeContractOf(deal);
        return deal;
    }

    /// <summary>The log as anybody downloads it.</summary>
    public async Task<string> Log() => Encoding.UTF8.GetString(await story.Visitor.Download(RoomUrl + "/log.json", "application/json"));

    public ValueTask DisposeAsync() => story.DisposeAsync();

    private async Task<Answer> Stubbornly(Person bidder, string what, object body)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await bidder.Try(HttpMethod.Put, $"{RoomUrl}/{what}", body);
            }
            catch (LostAnswerException) when (attempt < 60)
            {
                await story.MarketIsReady();
            }
        }
    }

    private async Task<string> State() => (await See()).Text("state");

    private async Task<long> Version() => (await See()).Number("version");

    private async Task<MultipartFormDataContent> Document()
    {
        var file = new ByteArrayContent("%PDF-1.7 a document"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        return new MultipartFormDataContent
        {
            { file, "file", "certificate.pdf" }, { new StringContent("权利证书"), "title" }, { new StringContent((await Version()).ToString(CultureInfo.InvariantCulture)), "version" },
        };
    }

    private object Draft() => new
    {
        achievementId = story.AchievementId, mode = IsAuction ? "AUCTION" : "LISTING", terms = Terms(), reservePrice = reserve is { } secret ? Story.Yuan(secret) : null,
    };

    private static object House()
    {
        var now = TimeProvider.System.GetUtcNow();
        return new
        {
            house = new { name = "正和拍卖有限公司", creditCode = "91350200776049653A", licenceNumber = "拍批证字第620001号", licenceValidUntil = Story.Today.AddYears(1) },
            auctioneer = new { name = "钱拍卖师", certificateNumber = "6200123" },
            viewing = new { place = "技术转移中心一楼", from = now, until = now.AddSeconds(150) },
            hasReserve = true, buyerRate = 0.03m, sellerRate = 0.02m,
        };
    }

    private object Terms() => new
    {
        transfer = new
        {
            category = "ZR01", paymentMode = "LUMP_SUM", payments = new[] { new { title = "合同生效后一次付清", rate = 1.0m } }, improvements = "改进成果归改进方所有。",
        },
        basePrice = Story.Yuan(BasePrice),
        basis = new { kind = "INQUIRY", statement = "三家公开询价的中位数。" },
        length = IsAuction ? 3 : 2,
        conditions = new[] { "依法设立的企业法人" },
        documentsWanted = new[] { "营业执照" },
        deposit = Story.Yuan(Deposit),
        bidding,
        priorities = new[] { new { rank = 1, name = "某某公司", basis = "合作完成单位" } },
        contact = "技术转移办公室 0938-0000000",
        auction = IsAuction ? House() : null,
    };
}
