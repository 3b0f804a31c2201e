using System.Text.Json;
using TechMarket.SystemTests.Running;

namespace TechMarket.SystemTests.Telling;

/// <summary>The talks: non-disclosure, offer and counter-offer, agreement; then the public notice of the price and an objection to it.</summary>
sealed partial class Story
{
    public Guid NegotiationId { get; } = Guid.CreateVersion7();

    public Guid FirstOffer { get; } = Guid.CreateVersion7();

    /// <summary>Made by who looks on, when it tries what an expired offer is worth.</summary>
    public Guid ExpiredOffer { get; } = Guid.CreateVersion7();

    public Guid CounterOffer { get; } = Guid.CreateVersion7();

    public Guid ObjectionId { get; } = Guid.CreateVersion7();

    public Guid NoticeId { get; private set; }

    public string NoticeNumber { get; private set; } = "";

    public Guid DealId { get; private set; }

    public string DealNumber { get; private set; } = "";

    public string TalksUrl => $"/api/trading/negotiations/{NegotiationId}";

    public static object Terms(decimal price) => new
    {
        category = "XK01",
        price = Yuan(price),
        paymentMode = "INSTALMENTS",
        licenceExclusivity = "SOLE",
        milestones = new object[]
        {
            new { title = "合同生效后", amount = Yuan(price / 4) },
            new { title = "中试验收后", amount = Yuan(price - (price / 4)), dueOn = Today.AddMonths(6) },
        },
        territory = "中国境内",
        startsOn = Today.AddDays(1),
        endsOn = Today.AddYears(5),
        improvements = "改进成果归改进方所有,另一方可免费使用。",
    };

    public Task<JsonElement> Talks() => Purchaser.Get(TalksUrl);

    public async Task Negotiate()
    {
        await OpenTalks();
        await Offer("the enterprise makes an offer", Purchaser, FirstOffer, 600_000m);
        var message = Guid.CreateVersion7();
        await Take(
            "the university writes a message",
            async () => (await Talks()).Number("messageCount") > 1,
            () => Publisher.Put($"{TalksUrl}/messages/{message}", new { text = "价格请再考虑,中试费用由贵方承担。" }));
        await Offer("the university makes a counter-offer", Publisher, CounterOffer, Price);
        await Take(
            "the enterprise accepts the counter-offer",
            async () => (await Talks()).Maybe("agreedOfferId") is not null,
            () => Purchaser.Post($"{TalksUrl}/offers/{CounterOffer}/accept"));
    }

    /// <summary>Opened, taken up, non-disclosure confirmed.</summary>
    public async Task OpenTalks()
    {
        await Take(
            "the enterprise opens a negotiation",
            async () => await Purchaser.Find(TalksUrl) is not null,
            async () =>
            {
                // Trading hears of achievement and need by itself.
                await Eventually("the trading service knows achievement and need", async () =>
                {
                    var opened = await Purchaser.Try(
                        HttpMethod.Post, "/api/trading/negotiations",
                        new { id = NegotiationId, achievementId = AchievementId, demandId = DemandId, message = "希望洽谈许可。" });
                    return opened.Code is "trading/achievement-not-found" or "trading/demand-not-yours" ? null : (JsonElement?)opened.Succeeded();
                });
            });
        await Take("the university takes the negotiation up", async () => (await Talks()).Text("state") == "NDA_PENDING", () => Publisher.Post(TalksUrl + "/take-up"));
        await Take(
            "the enterprise confirms the non-disclosure duty",
            async () => (await Talks()).Maybe("nda") is not null,
            async () => await Purchaser.Post(TalksUrl + "/nda", new { hash = (await Purchaser.Get(TalksUrl + "/nda")).Text("hash"), name = "王采购" }));
    }

    public Task Offer(string step, Person by, Guid id, decimal price) => Take(
        step,
        async () => (await Talks()).List("offers").Any(o => o.Id("id") == id),
        () => by.Put($"{TalksUrl}/offers/{id}", new { terms = Terms(price) }));

    public async Task PassNotice()
    {
        await PublishNotice();
        var notice = $"/api/trading/notices/{NoticeNumber}";
        await Take(
            "somebody objects to the notice",
            async () => (await Visitor.Get(notice)).List("objections").Count > 0,
            () => Visitor.Put($"{notice}/objections/{ObjectionId}", new { name = "赵某某", contact = "13800000000", reason = "拟交易价格明显低于同类成果。" }));
        await Take(
            "the unit rejects the objection",
            async () => (await Visitor.Get(notice)).Text("state") is "RUNNING" or "PASSED",
            () => Approver.Post($"/api/trading/unit-notices/{NoticeId}/objections/{ObjectionId}/decide", new { outcome = "REJECTED", reason = "经核实,价格以评估为依据。" }));
        await Announce("the notice passes");
        var deal = await Eventually("the notice passes and the deal is concluded", async () => (await Talks()).Maybe("deal"), 150);
        (DealId, DealNumber) = (deal.Id("id"), deal.Text("number"));
        DealNumber.ShouldStartWith("JY-");
    }

    public async Task PublishNotice()
    {
        await Take(
            "the university prepares the price notice",
            async () => (await Publisher.Get(TalksUrl)).Maybe("currentNotice") is not null,
            () => Publisher.Put(TalksUrl + "/notice", new
            {
                summary = "高强度铝合金低压铸造工艺,许可给受让方使用。", procedure = "公示期内可实名提出异议,由未参与洽谈的审批人员核实并公布决定。", relatedParty = false,
                priceBasis = "协议定价,参考评估值。",
            }));
        NoticeId = (await Publisher.Get(TalksUrl)).In("currentNotice").Id("id");
        await Take(
            "the university publishes the notice",
            async () => (await Notice()).Text("state") != "PREPARED",
            async () => await Publisher.Post($"/api/trading/unit-notices/{NoticeId}/publish", new { version = (await Notice()).Number("version") }));
        NoticeNumber = (await Notice()).Text("number");
    }

    private Task<JsonElement> Notice() => Publisher.Get($"/api/trading/unit-notices/{NoticeId}");
}
