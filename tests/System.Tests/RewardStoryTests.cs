using System.Text.Json;
using TechMarket.SystemTests.Running;
using TechMarket.SystemTests.Telling;

namespace TechMarket.SystemTests;

/// <summary>What the university does with the income of the first deal: a plan, its own public notice with an objection, and the plan in effect.</summary>
[Collection(ToldMarketTests.Name)]
public sealed class RewardStoryTests(ToldMarket told)
{
    private const string Root = "/api/commissions";

    private readonly Story story = told.Story;

    [Fact]
    public async Task The_income_is_divided_by_a_plan_that_was_announced_and_objected_to()
    {
        var id = Guid.CreateVersion7();
        var plan = new { id, dealId = story.DealId, content = Content(("MAIN_CONTRIBUTOR", "张某某", 4_000), ("UNIT", Story.University, 6_000)) };
        (await story.Publisher.Post(Root + "/reward-plans", plan)).Text("status").ShouldBe("DRAFT");
        (await story.Publisher.Post(Root + "/reward-plans", plan)).Text("status").ShouldBe("DRAFT");
        (await story.Publisher.Try(HttpMethod.Post, $"{Root}/reward-plans/{id}/submit", new { version = 1 })).Code.ShouldBe("commissions/reward-below-floor");
        await Put(id, Content(("MAIN_CONTRIBUTOR", "张某某", 5_000), ("TRANSFER_OFFICE", "技术转移办公室", 1_000), ("UNIT", Story.University, 4_000)));
        await Move(id, "submit", story.Publisher);
        (await story.Publisher.Try(HttpMethod.Post, $"{Root}/reward-plans/{id}/approve", new { version = 3 })).Status.ShouldBe(403);
        await Move(id, "approve", story.Approver);
        var number = (await Move(id, "publish", story.Publisher)).List("notices").Single().Text("number");
        number.ShouldStartWith("JL-");

        var notice = await story.Visitor.Get($"{Root}/reward-notices/{number}");
        (notice.Text("state"), notice.Text("registrationNumber"), notice.Flag("takesObjections")).ShouldBe(("RUNNING", story.RegistrationNumber, true));
        (await story.Visitor.Get(Root + "/reward-notices")).List("items").ShouldContain(n => n.Text("number") == number);
        var objection = Guid.CreateVersion7();
        var text = new { name = "赵某某", contact = "13800000000", reason = "主要完成人的名单不完整，请核实。" };
        await story.Visitor.Put($"{Root}/reward-notices/{number}/objections/{objection}", text);
        await story.Visitor.Put($"{Root}/reward-notices/{number}/objections/{objection}", text);
        var paused = await story.Visitor.Get($"{Root}/reward-notices/{number}");
        (paused.Text("state"), paused.List("objections").Count).ShouldBe(("PAUSED", 1));
        paused.ToString().ShouldNotContain("赵某某");
        await story.Approver.Post($"{Root}/reward-plans/{id}/objections/{objection}/decide", new { outcome = "REJECTED", reason = "经核实，名单以项目任务书为准。" });

        await Story.Eventually<int>("the notice passes and the plan takes effect", async () => (await Plan(id)).Text("status") == "EFFECTIVE" ? 0 : null, 150);
        (await story.Visitor.Get($"{Root}/reward-notices/{number}")).Text("state").ShouldBe("PASSED");
        var late = await story.Visitor.Try(HttpMethod.Put, $"{Root}/reward-notices/{number}/objections/{Guid.CreateVersion7()}", text);
        late.Code.ShouldBe("commissions/reward-notice-not-running");
        (await story.Purchaser.Find($"{Root}/reward-plans/{id}")).ShouldBeNull();
    }

    private Task<JsonElement> Plan(Guid id) => story.Publisher.Get($"{Root}/reward-plans/{id}");

    private async Task Put(Guid id, object content) =>
        await story.Publisher.Put($"{Root}/reward-plans/{id}", new { version = (await Plan(id)).Number("version"), content });

    private async Task<JsonElement> Move(Guid id, string step, Person by) =>
        await by.Post($"{Root}/reward-plans/{id}/{step}", new { version = (await Plan(id)).Number("version") });

    private static object Content(params (string Role, string Name, int BasisPoints)[] shares) => new
    {
        basis = "校发〔2026〕1号 科技成果转化管理办法",
        deductions = new[] { new { code = "DEAL_COST", amount = Story.Yuan(20_000m), note = "评估费" } },
        shares = shares.Select((s, place) => new { role = s.Role, name = s.Name, basisPoints = s.BasisPoints, leader = place == 0 }),
    };
}
