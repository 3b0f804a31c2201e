using TechMarket.Messages;
using TechMarket.Notifications.Notices;
using TechMarket.Notifications.People;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Reactions;

/// <summary>The bureau's reviewers have a need to review.</summary>
sealed class OnDemandSubmitted(Notifier notifier, Recipients who) : IReaction<DemandSubmitted>
{
    public async Task React(DemandSubmitted fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.DemandReview, await who.BureauOf(fact.OwnerId, Roles.Reviewer, ct), Links.DemandReview(fact.DemandId),
        [("title", fact.Title), ("who", fact.OwnerName)], fact.SubmittedBy, ct);
}

/// <summary>Its authors correct a returned need.</summary>
sealed class OnDemandReturned(Notifier notifier, Recipients who) : IReaction<DemandReturned>
{
    public async Task React(DemandReturned fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.DemandReturned, await who.In(fact.OwnerId, [Roles.Purchaser], ct), Links.Demand(fact.DemandId),
        [("title", fact.Title), ("reason", fact.Reason)], null, ct);
}

/// <summary>The enterprise hears once that its need is open; changes of the text and imports are no news.</summary>
sealed class OnDemandPublished(Notifier notifier, Recipients who) : IReaction<DemandPublished>
{
    public async Task React(DemandPublished fact, CancellationToken ct)
    {
        if (fact.Source is not null) return;
        await notifier.Tell(
            new { fact.DemandId }, NoticeKinds.DemandPublished, await who.In(fact.OwnerId, [Roles.Purchaser], ct), Links.PublicDemand(fact.Number),
            [("title", fact.Title), ("number", fact.Number)], null, ct);
    }
}

/// <summary>The enterprise hears that its need has run out.</summary>
sealed class OnDemandStatusChanged(Notifier notifier, Recipients who) : IReaction<DemandStatusChanged>
{
    public async Task React(DemandStatusChanged fact, CancellationToken ct)
    {
        if (fact.Status != "EXPIRED") return;
        await notifier.Tell(
            fact, NoticeKinds.DemandExpired, await who.In(fact.OwnerId, [Roles.Purchaser], ct), Links.Demand(fact.DemandId),
            [("title", fact.Title), ("number", fact.Number)], null, ct);
    }
}

/// <summary>Both sides hear that they fit each other.</summary>
sealed class OnMatchFound(Notifier notifier, Recipients who) : IReaction<MatchFound>
{
    private const int TermsShown = 5;

    public async Task React(MatchFound fact, CancellationToken ct)
    {
        var terms = new LocalText(string.Join('、', fact.Terms.Take(TermsShown)), string.Join(", ", fact.Terms.Take(TermsShown)));
        await notifier.Tell(
            fact, NoticeKinds.MatchForDemand, await who.In(fact.DemandOwnerId, [Roles.Purchaser], ct), Links.PublicAchievement(fact.AchievementNumber),
            [("title", fact.DemandTitle), ("other", fact.AchievementTitle), ("terms", terms)], null, ct);
        await notifier.Tell(
            fact, NoticeKinds.MatchForAchievement, await who.In(fact.AchievementOwnerId, [Roles.Publisher], ct), Links.PublicDemand(fact.DemandNumber),
            [("title", fact.AchievementTitle), ("other", fact.DemandTitle), ("terms", terms)], null, ct);
    }
}
