using System.Globalization;
using TechMarket.Messages;
using TechMarket.Notifications.Notices;
using TechMarket.Notifications.People;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Reactions;

/// <summary>Who negotiates for a party, on whichever side it stands.</summary>
static class Negotiators
{
    public static readonly string[] Any = [Roles.Publisher, Roles.Purchaser];
    public static readonly string[] Deciders = [Roles.Publisher, Roles.Purchaser, Roles.Approver];
}

/// <summary>The holder is asked to talk; the brokers whose lead it is hear of it.</summary>
sealed class OnNegotiationOpened(Notifier notifier, Recipients who) : IReaction<NegotiationOpened>
{
    public async Task React(NegotiationOpened fact, CancellationToken ct)
    {
        (string, LocalText)[] words = [("title", fact.AchievementTitle), ("number", fact.Number), ("who", fact.BuyerName)];
        if (fact.SaleId is not null)
        {
            // Nobody asked for these talks: both sides are told that they began.
            (string, LocalText)[] both = [("title", fact.AchievementTitle), ("number", fact.Number), ("mode", ""), ("step", new LocalText("进入协商", "talks begin"))];
            await notifier.Tell(fact, NoticeKinds.SaleGoesOn, await who.In([fact.SellerId, fact.BuyerId], Negotiators.Any, ct), Links.Negotiation(fact.NegotiationId), both, null, ct);
        }
        else await notifier.Tell(fact, NoticeKinds.NegotiationOpened, await who.In(fact.SellerId, Negotiators.Any, ct), Links.Negotiation(fact.NegotiationId), words, fact.BuyerId, ct);
        foreach (var leadId in fact.LeadIds)
            await notifier.Tell(fact, NoticeKinds.LeadInTalks, await who.BrokersOf([leadId], ct), Links.Lead(leadId), words, null, ct);
    }
}

/// <summary>The holder hears that the buyer took the duty.</summary>
sealed class OnNdaConfirmed(Notifier notifier, Recipients who) : IReaction<NdaConfirmed>
{
    public async Task React(NdaConfirmed fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.NdaConfirmed, await who.In(fact.SellerId, Negotiators.Any, ct),
        fact.SaleId is { } sale ? Links.Sale(sale) : Links.Negotiation(fact.NegotiationId),
        [("title", fact.AchievementTitle), ("who", fact.BuyerName)], fact.ConfirmedBy, ct);
}

/// <summary>The other party has a message.</summary>
sealed class OnNegotiationMessagePosted(Notifier notifier, Recipients who) : IReaction<NegotiationMessagePosted>
{
    public async Task React(NegotiationMessagePosted fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.MessagePosted, await who.In(fact.ToId, Negotiators.Any, ct), Links.Negotiation(fact.NegotiationId),
        [("title", fact.AchievementTitle), ("number", fact.Number), ("who", fact.FromName)], fact.FromId, ct);
}

/// <summary>The other party has an offer to answer.</summary>
sealed class OnOfferMade(Notifier notifier, Recipients who) : IReaction<OfferMade>
{
    public async Task React(OfferMade fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.OfferMade, await who.In(fact.ToId, Negotiators.Any, ct), Links.Negotiation(fact.NegotiationId),
        [
            ("title", fact.AchievementTitle), ("number", fact.Number), ("who", fact.FromName), ("amount", Words.Of(fact.Price)),
            ("round", fact.Round.ToString(CultureInfo.InvariantCulture)), ("until", Words.Of(fact.ExpiresAt)),
        ],
        fact.FromId, ct);
}

/// <summary>Both parties hear that they agree, and what follows.</summary>
sealed class OnNegotiationAgreed(Notifier notifier, Recipients who) : IReaction<NegotiationAgreed>
{
    public async Task React(NegotiationAgreed fact, CancellationToken ct)
    {
        LocalText next = fact.NoticeRequired
            ? new("卖方为公益性单位,先公示价格。", "The seller is a public body: the price is announced first.")
            : new("合同随即拟定。", "The contract is drafted next.");
        await notifier.Tell(
            fact, NoticeKinds.NegotiationAgreed, await who.In([fact.SellerId, fact.BuyerId], Negotiators.Deciders, ct), Links.Negotiation(fact.NegotiationId),
            [("title", fact.AchievementTitle), ("number", fact.Number), ("amount", Words.Of(fact.Price)), ("next", next)], null, ct);
    }
}

/// <summary>The party that did not end the talks hears of it; both when they ended by themselves.</summary>
sealed class OnNegotiationEnded(Notifier notifier, Recipients who) : IReaction<NegotiationEnded>
{
    public async Task React(NegotiationEnded fact, CancellationToken ct)
    {
        // A party of a sale that is out hears so by the sale.
        if (fact.SaleId is not null) return;
        await notifier.Tell(
            fact, NoticeKinds.NegotiationEnded, await who.In([fact.SellerId, fact.BuyerId], Negotiators.Any, ct), Links.Negotiation(fact.NegotiationId),
            [("title", fact.AchievementTitle), ("number", fact.Number), ("reason", Words.Ended(fact.ReasonCode, fact.Reason))], fact.EndedByOrganisationId, ct);
    }
}

/// <summary>Both parties follow the price notice; the holder decides objections.</summary>
sealed class OnPriceNoticeChanged(Notifier notifier, Recipients who) : IReaction<PriceNoticeChanged>
{
    public async Task React(PriceNoticeChanged fact, CancellationToken ct)
    {
        var kind = fact.Status switch
        {
            "RUNNING" => NoticeKinds.NoticeRunning,
            "PAUSED" => NoticeKinds.NoticePaused,
            "PASSED" => NoticeKinds.NoticePassed,
            _ => NoticeKinds.NoticeCancelled,
        };
        (string, LocalText)[] words =
        [
            ("title", fact.AchievementTitle), ("number", fact.Number), ("amount", Words.Of(fact.IntendedPrice)), ("until", Words.Of(fact.EndsAt)),
            ("reason", Words.Reason(fact.Reason)),
        ];
        var desk = fact.Status == "PAUSED" ? Links.PriceNoticeDesk(fact.NoticeId) : Links.PriceNotice(fact.Number);
        await notifier.Tell(fact, kind, await who.In(fact.SellerId, Negotiators.Deciders, ct), desk, words, null, ct);
        await notifier.Tell(fact, kind, await who.In(fact.BuyerId, Negotiators.Deciders, ct), Links.PriceNotice(fact.Number), words, null, ct);
    }
}

/// <summary>Both parties and the brokers hear of the deal.</summary>
sealed class OnDealConcluded(Notifier notifier, Recipients who) : IReaction<DealConcluded>
{
    public async Task React(DealConcluded fact, CancellationToken ct)
    {
        (string, LocalText)[] words =
        [
            ("title", fact.AchievementTitle), ("number", fact.Number), ("who", fact.Seller.Name), ("other", fact.Buyer.Name), ("amount", Words.Of(fact.Terms.Price)),
        ];
        var parties = await who.In([fact.Seller.OrganisationId, fact.Buyer.OrganisationId], Negotiators.Deciders, ct);
        await notifier.Tell(fact, NoticeKinds.DealConcluded, parties, Links.Deal(fact.DealId), words, null, ct);
        foreach (var leadId in fact.LeadIds)
            await notifier.Tell(fact, NoticeKinds.DealConcluded, await who.BrokersOf([leadId], ct), Links.Lead(leadId), words, null, ct);
    }
}
