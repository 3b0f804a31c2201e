using System.Text.Json;
using TechMarket.SystemTests.Running;

namespace TechMarket.SystemTests.Telling;

/// <summary>The achievement: written, approved by the unit, sent back once, published by the bureau.</summary>
sealed partial class Story
{
    public Guid AchievementId { get; } = Guid.CreateVersion7();

    public string AchievementNumber { get; private set; } = "";

    public string Title { get; } = "高强度铝合金低压铸造工艺" + Guid.CreateVersion7().ToString("N")[^6..];

    public string AchievementUrl => $"/api/listings/achievements/{AchievementId}";

    public object Content => new
    {
        title = Title,
        keywords = new[] { "铝合金", "低压铸造", "轻量化" },
        form = "PROCESS",
        fieldCode = "05",
        maturity = "PILOT",
        trl = 7,
        ipRights = new[] { new { kind = "INVENTION_PATENT", number = "ZL202010123456.7", owner = University, status = "GRANTED", expiresOn = "2040-03-01" } },
        holderUnits = new[] { University },
        completers = new[] { new { name = "张某某", order = 1, unit = University, shareRate = 0.6m }, new { name = "李某某", order = 2, unit = University, shareRate = 0.4m } },
        publicSummary = "一种面向汽车轻量化的高强度铝合金低压铸造工艺,缩短热处理时间并提高成品率。",
        transferWays = new[] { "ASSIGNMENT", "LICENSE" },
        pricingMode = "NEGOTIATED",
        expectedPrice = Yuan(1_000_000m),
        areaCode = "620502",
        secrecy = new { declared = true },
    };

    public const string Secret = "固溶处理温度五百二十八摄氏度,保温四小时。";

    public Task<JsonElement> Achievement() => Publisher.Get(AchievementUrl);

    public async Task Publish()
    {
        await WriteDraft();
        await Submit();
        await Approve();
        await Take(
            "the bureau sends the achievement back",
            async () => await StateOfAchievement() == "DRAFT",
            async () => await Reviewer.Post(AchievementUrl + "/return", new
            {
                version = await AchievementVersion(), reasonCode = "DESCRIPTION_UNCLEAR", reason = "请写明成品率的测算依据。",
            }));
        (await Achievement()).In("returned").Text("reason").ShouldBe("请写明成品率的测算依据。");
        await Submit();
        await Approve();
        await Take(
            "the bureau publishes the achievement",
            async () => await StateOfAchievement() == "PUBLISHED",
            async () => await Reviewer.Post(AchievementUrl + "/publish", new { version = await AchievementVersion() }));
        AchievementNumber = (await Achievement()).Text("number");
        AchievementNumber.ShouldStartWith("CG-");
    }

    public async Task WriteDraft()
    {
        await Take(
            "the publisher writes the draft",
            async () => await Publisher.Find(AchievementUrl) is not null,
            () => Publisher.Put(AchievementUrl, new { content = Content }));
        await Take(
            "the publisher writes the confidential detail",
            async () => (await Achievement()).Flag("hasConfidentialDetail"),
            async () => await Publisher.Put(AchievementUrl + "/confidential", new { text = Secret, version = await AchievementVersion() }));
    }

    public Task Submit() => Take(
        "the publisher submits the achievement",
        async () => await StateOfAchievement() == "UNIT_REVIEW",
        async () => await Publisher.Post(AchievementUrl + "/submit", new { version = await AchievementVersion() }));

    public Task Approve() => Take(
        "the unit approves the achievement",
        async () => await StateOfAchievement() == "PLATFORM_REVIEW",
        async () => await Approver.Post(AchievementUrl + "/approve", new { version = await AchievementVersion(), holderConfirmed = true, secrecyCleared = true }));

    /// <summary>The search hit of the achievement, once it is there.</summary>
    public async Task<JsonElement?> Hit()
    {
        var found = await Visitor.Get($"/api/matching/search?kind=achievement&q={Uri.EscapeDataString(Title)}&size=5");
        return found.List("items").Where(i => i.Id("id") == AchievementId).Select(i => (JsonElement?)i).FirstOrDefault();
    }

    public async Task<string> StateOfAchievement() => (await Achievement()).Text("state");

    public async Task<long> AchievementVersion() => (await Achievement()).Number("version");
}
