using TechMarket.Testing;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Tests.Sales;

/// <summary>What waits, for whom, and where it leads.</summary>
public sealed class SaleTodoTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task Every_step_waits_for_the_one_who_takes_it()
    {
        var scene = await SaleScene.Of(app);
        var party = TradingApp.Buyer("甲公司");
        await scene.Put().Succeeds();
        await scene.AddDocument();
        await scene.Do(scene.Seller, "submit", new SubmitSale.Request(await scene.Version())).Succeeds();
        (await Kinds(scene.Approver)).ShouldBe(["sale-to-approve"]);
        (await Kinds(scene.Seller)).ShouldBeEmpty();
        await scene.Do(scene.Approver, "return", new ReturnSale.Request(await scene.Version(), "补充材料")).Succeeds();
        (await Kinds(scene.Seller)).ShouldBe(["sale-to-rewrite"]);
        await scene.HandIn();
        (await Kinds(scene.Bureau)).ShouldBe(["sale-to-review"]);
        await scene.Announce();
        (await Kinds(scene.Bureau)).ShouldBeEmpty();
        var id = await scene.Registered(party);
        (await Kinds(scene.Seller)).ShouldBe(["sale-party-to-decide"]);
        (await Kinds(scene.Approver)).ShouldBe(["sale-party-to-decide"]);
        var pay = (await app.As(party).GetAsync("/api/trading/todo").Read<GetTodo.Response>()).Items.ShouldHaveSingleItem();
        (pay.Kind, pay.Number, pay.Link).ShouldBe(("deposit-to-pay", (await scene.See()).Number, $"/workbench/trading/registrations/{scene.Id}"));
        await scene.Pay(party);
        (await Kinds(party)).ShouldBeEmpty();
        await scene.Decide(scene.Seller, id, false).Succeeds();
        await app.PassUntil((await scene.See()).EndsAt!.Value);
        (await Kinds(scene.Seller)).ShouldBe(["sale-to-decide"]);
        (await Kinds(TradingApp.Buyer("旁人"))).ShouldBeEmpty();

        async Task<List<string>> Kinds(TechMarket.Platform.Security.Caller caller) =>
            [.. (await app.As(caller).GetAsync("/api/trading/todo").Read<GetTodo.Response>()).Items.Where(i => i.Title == scene.Achievement.Title).Select(i => i.Kind)];
    }
}
