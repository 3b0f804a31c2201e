using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.Tests;

public sealed class GetTodoTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task Each_step_waits_for_the_one_whose_turn_it_is()
    {
        var seller = People.Of(OrganisationKinds.University, "蓝海大学", "330100", true, Roles.Publisher);
        var approver = seller.Colleague(Roles.Approver);
        var buyer = TradingApp.Buyer();
        var achievement = await app.Achievement(seller);
        var opened = await app.PostOpening(buyer, achievement.AchievementId, message: "想了解").Read<GetNegotiation.Response>();
        var room = new Room(app, opened.Id, seller, buyer);
        (await Kinds(seller)).ShouldBe(["invitation-to-answer", "messages-unread"], ignoreOrder: true);
        await app.As(seller).Post($"{room.Url}/messages/read", new ReadMessages.Request(1)).Succeeds();
        await room.TakeUp();
        (await Kinds(seller)).ShouldBeEmpty();
        (await Kinds(buyer)).ShouldBe(["nda-to-confirm"]);
        await room.ConfirmNda();
        (await Kinds(buyer)).ShouldBeEmpty();
        var offer = await room.Offer(seller);
        (await Kinds(buyer)).ShouldBe(["offer-to-answer"]);
        await room.Accept(buyer, offer).Succeeds();
        (await Kinds(seller)).ShouldBe(["notice-to-publish"]);
        var prepared = await room.Prepare();
        var published = await app.As(seller).Post($"/api/trading/unit-notices/{prepared.Id}/publish", new PublishNotice.Request(prepared.Version)).Read<GetUnitNotice.Response>();
        await new RunningNotice(app, room, published.Id, published.Number!, published.EndsAt!.Value).Object();
        (await Kinds(seller)).ShouldBeEmpty();
        (await Kinds(approver)).ShouldBe(["objection-to-decide"]);
        (await Kinds(buyer.Colleague(Roles.Broker))).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> Kinds(Caller caller) =>
        [.. (await app.As(caller).GetAsync("/api/trading/todo").Read<GetTodo.Response>()).Items.Select(i => i.Kind)];
}
