using TechMarket.Messages;
using TechMarket.Notifications.Notices;
using TechMarket.Notifications.People;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Reactions;

/// <summary>The bureau reviews, the seller hears how its sale goes.</summary>
sealed class OnSaleChanged(Notifier notifier, Recipients who) : IReaction<SaleChanged>
{
    public async Task React(SaleChanged fact, CancellationToken ct)
    {
        NoticeKind? kind = fact.Status switch
        {
            "SUBMITTED" => NoticeKinds.SaleReview,
            "RETURNED" => NoticeKinds.SaleReturned,
            "ANNOUNCED" => NoticeKinds.SaleAnnounced,
            "CLOSED_FOR_REGISTRATION" => NoticeKinds.SaleClosed,
            "BIDDING" => NoticeKinds.SaleGoesOn,
            "LAPSED" or "WITHDRAWN" => NoticeKinds.SaleEnded,
            // Talks, result and deal say so themselves.
            _ => null,
        };
        if (kind is null) return;
        (string, LocalText)[] words =
        [
            ("title", fact.AchievementTitle), ("number", fact.Number), ("who", fact.SellerName), ("reason", Words.Sale(fact.Reason)),
            ("mode", fact.Mode == "AUCTION" ? new LocalText("拍卖", "auction") : new LocalText("挂牌", "listed sale")),
            ("amount", fact.BasePrice is { } price ? Words.Of(price) : ""), ("until", fact.EndsAt is { } end ? Words.Of(end) : ""),
            ("step", new LocalText("进入竞价", "bidding begins")),
        ];
        var people = kind == NoticeKinds.SaleReview
            ? await who.BureauOf(fact.SellerId, Roles.Reviewer, ct)
            : await who.In(fact.SellerId, Negotiators.Deciders, ct);
        await notifier.Tell(fact, kind, people, Links.Sale(fact.SaleId), words, null, ct);
    }
}

/// <summary>The seller has a party to decide on; the party hears what was decided.</summary>
sealed class OnSalePartyChanged(Notifier notifier, Recipients who) : IReaction<SalePartyChanged>
{
    public async Task React(SalePartyChanged fact, CancellationToken ct)
    {
        LocalText status = fact.Status switch
        {
            "QUALIFIED" => new("资格审查通过", "qualified"),
            "REFUSED" => new("资格审查未通过", "refused"),
            "EXCLUDED" => new("未交保证金,不再参加", "out, for want of the deposit"),
            _ => new("报名已失效", "no longer valid"),
        };
        (string, LocalText)[] words =
        [
            ("title", fact.AchievementTitle), ("number", fact.SaleNumber), ("who", fact.PartyName), ("status", status), ("reason", Words.Sale(fact.Reason)),
        ];
        if (fact.Status == "REGISTERED")
            await notifier.Tell(fact, NoticeKinds.SalePartyRegistered, await who.In(fact.SellerId, Negotiators.Deciders, ct), Links.Sale(fact.SaleId), words, null, ct);
        else
            await notifier.Tell(fact, NoticeKinds.SalePartyDecided, await who.In(fact.PartyId, Negotiators.Any, ct), Links.SaleRegistration(fact.SaleId), words, null, ct);
    }
}

/// <summary>The party has a deposit to pay.</summary>
sealed class OnDepositDemanded(Notifier notifier, Recipients who) : IReaction<DepositDemanded>
{
    public async Task React(DepositDemanded fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.DepositDemanded, await who.In(fact.PartyId, Negotiators.Any, ct), Links.SaleRegistration(fact.SaleId),
        [("title", fact.AchievementTitle), ("number", fact.SaleNumber), ("amount", Words.Of(fact.Amount)), ("until", Words.Of(fact.DueAt))], null, ct);
}

/// <summary>The party hears what becomes of its deposit.</summary>
sealed class OnDepositDecided(Notifier notifier, Recipients who) : IReaction<DepositDecided>
{
    public async Task React(DepositDecided fact, CancellationToken ct)
    {
        LocalText status = fact.Decision switch
        {
            "APPLY" => new("抵作价款", "counts towards the price"),
            "FORFEIT" => new("不予退还", "forfeited"),
            _ => new("退还", "goes back"),
        };
        await notifier.Tell(
            fact, NoticeKinds.DepositDecided, await who.In(fact.PartyId, Negotiators.Any, ct), Links.SaleRegistration(fact.SaleId),
            [("status", status)], null, ct);
    }
}

/// <summary>The party hears that its deposit arrived.</summary>
sealed class OnDepositHeld(Notifier notifier, Recipients who) : IReaction<DepositHeld>
{
    public async Task React(DepositHeld fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.DepositHeld, await who.In(fact.PartyId, Negotiators.Any, ct), Links.SaleRegistration(fact.SaleId), [("amount", Words.Of(fact.Amount))], null, ct);
}

/// <summary>The party hears that its deposit left the market's hands.</summary>
sealed class OnDepositSettled(Notifier notifier, Recipients who) : IReaction<DepositSettled>
{
    public async Task React(DepositSettled fact, CancellationToken ct)
    {
        LocalText status = fact.Outcome switch
        {
            "APPLIED" => new("已抵作价款", "applied to the price"),
            "FORFEITED" => new("已没收", "forfeited"),
            _ => new("已退还", "returned"),
        };
        await notifier.Tell(
            fact, NoticeKinds.DepositSettled, await who.In(fact.PartyId, Negotiators.Any, ct), Links.SaleRegistration(fact.SaleId),
            [("amount", Words.Of(fact.Amount)), ("status", status), ("reference", fact.Reference)], null, ct);
    }
}

/// <summary>Bidders and seller follow the bidding room.</summary>
sealed class OnAuctionChanged(Notifier notifier, Recipients who) : IReaction<AuctionChanged>
{
    public async Task React(AuctionChanged fact, CancellationToken ct)
    {
        if (fact.Status == "CLOSED") return;
        LocalText status = fact.Status switch
        {
            "PAUSED" => new("暂停", "paused"),
            "CANCELLED" => new("取消", "cancelled"),
            _ => new("开始", "open"),
        };
        (string, LocalText)[] words =
        [
            ("title", fact.AchievementTitle), ("number", fact.Number), ("until", Words.Of(fact.OpensAt)), ("status", status), ("reason", Words.Auction(fact.Reason)),
        ];
        var kind = fact.Status == "SCHEDULED" ? NoticeKinds.AuctionSet : NoticeKinds.AuctionMoved;
        await notifier.Tell(fact, kind, await who.In([.. fact.BidderIds, fact.SellerId], Negotiators.Any, ct), Links.Auction(fact.Number), words, null, ct);
    }
}

/// <summary>The winner hears that it won.</summary>
sealed class OnAuctionClosed(Notifier notifier, Recipients who) : IReaction<AuctionClosed>
{
    public async Task React(AuctionClosed fact, CancellationToken ct)
    {
        if (fact is not { WinnerId: { } winner, Price: { } price }) return;
        await notifier.Tell(
            fact, NoticeKinds.AuctionWon, await who.In(winner, Negotiators.Any, ct), Links.SaleRegistration(fact.SaleId),
            [("number", fact.Number), ("amount", Words.Of(price))], null, ct);
    }
}
