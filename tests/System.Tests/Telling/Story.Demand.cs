using System.Text.Json;
using TechMarket.SystemTests.Running;

namespace TechMarket.SystemTests.Telling;

/// <summary>The enterprise's need, which the achievement answers.</summary>
sealed partial class Story
{
    public Guid DemandId { get; } = Guid.CreateVersion7();

    public string DemandUrl => $"/api/demands/{DemandId}";

    public object Need => new
    {
        title = "汽车轻量化高强度铝合金低压铸造工艺",
        type = "TECH_PROBLEM",
        keywords = new[] { "铝合金", "低压铸造", "轻量化" },
        fieldCode = "05",
        description = "需要面向汽车轻量化的高强度铝合金低压铸造工艺,缩短热处理时间,提高成品率,现有工艺废品率偏高。",
        indicators = "成品率不低于百分之九十五",
        cooperationWays = new[] { "LICENSE" },
        budget = Yuan(1_200_000m),
        wantedMaturity = 6,
        areaCode = "620502",
        validUntil = Today.AddMonths(6),
        visibility = "PUBLIC",
    };

    public Task<JsonElement> Demand() => Purchaser.Get(DemandUrl);

    public async Task PostNeed()
    {
        await Take("the enterprise writes its need", async () => await Purchaser.Find(DemandUrl) is not null, () => Purchaser.Put(DemandUrl, new { content = Need }));
        await Take(
            "the enterprise submits its need",
            async () => (await Demand()).Text("state") == "REVIEW",
            async () => await Purchaser.Post(DemandUrl + "/submit", new { version = (await Demand()).Number("version") }));
        await Take(
            "the bureau opens the need",
            async () => (await Demand()).Text("state") is not ("DRAFT" or "REVIEW"),
            async () => await Reviewer.Post(DemandUrl + "/publish", new { version = (await Demand()).Number("version") }));
    }
}
