using TechMarket.Messages;
using TechMarket.Notifications.Notices;
using TechMarket.Notifications.People;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Reactions;

/// <summary>The unit's approvers, then the bureau's reviewers, have an achievement to review.</summary>
sealed class OnAchievementSubmitted(Notifier notifier, Recipients who) : IReaction<AchievementSubmitted>
{
    public async Task React(AchievementSubmitted fact, CancellationToken ct)
    {
        (string, LocalText)[] words = [("title", fact.Title), ("who", fact.OwnerName)];
        if (fact.Stage == "unit")
            await notifier.Tell(fact, NoticeKinds.AchievementUnitReview, await who.In(fact.OwnerId, [Roles.Approver], ct), Links.AchievementReview(fact.AchievementId), words, fact.SubmittedBy, ct);
        else
            await notifier.Tell(fact, NoticeKinds.AchievementPlatformReview, await who.BureauOf(fact.OwnerId, Roles.Reviewer, ct), Links.AchievementReview(fact.AchievementId), words, fact.SubmittedBy, ct);
    }
}

/// <summary>Its authors correct a returned achievement.</summary>
sealed class OnAchievementReturned(Notifier notifier, Recipients who) : IReaction<AchievementReturned>
{
    public async Task React(AchievementReturned fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.AchievementReturned, await who.In(fact.OwnerId, [Roles.Publisher], ct), Links.Achievement(fact.AchievementId),
        [("title", fact.Title), ("reason", fact.Reason)], null, ct);
}

/// <summary>The holder hears once that its achievement is public; changes of the text and imports are no news.</summary>
sealed class OnAchievementPublished(Notifier notifier, Recipients who) : IReaction<AchievementPublished>
{
    public async Task React(AchievementPublished fact, CancellationToken ct)
    {
        if (fact.Source is not null) return;
        await notifier.Tell(
            new { fact.AchievementId }, NoticeKinds.AchievementPublished, await who.In(fact.OwnerId, [Roles.Publisher, Roles.Approver], ct),
            Links.PublicAchievement(fact.Number), [("title", fact.Title), ("number", fact.Number)], null, ct);
    }
}

/// <summary>The holder hears that its achievement is not shown any more.</summary>
sealed class OnAchievementStatusChanged(Notifier notifier, Recipients who) : IReaction<AchievementStatusChanged>
{
    public async Task React(AchievementStatusChanged fact, CancellationToken ct)
    {
        if (fact.Status is not ("SUSPENDED" or "ARCHIVED")) return;
        await notifier.Tell(
            fact, NoticeKinds.AchievementSuspended, await who.In(fact.OwnerId, [Roles.Publisher, Roles.Approver], ct), Links.Achievement(fact.AchievementId),
            [("title", fact.Title), ("number", fact.Number), ("reason", Words.Reason(fact.Reason))], null, ct);
    }
}

/// <summary>The holder hears who read its confidential detail.</summary>
sealed class OnConfidentialDetailOpened(Notifier notifier, Recipients who) : IReaction<ConfidentialDetailOpened>
{
    public async Task React(ConfidentialDetailOpened fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.ConfidentialOpened, await who.In(fact.OwnerId, [Roles.Publisher, Roles.Approver], ct), Links.Negotiation(fact.NegotiationId),
        [("title", fact.Title), ("number", fact.Number), ("who", fact.OpenedByOrganisation)], fact.OpenedBy, ct);
}
