using System.Globalization;
using TechMarket.Messages;
using TechMarket.Notifications.Notices;
using TechMarket.Notifications.People;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Reactions;

/// <summary>Keeps who holds which role where.</summary>
sealed class OnMembershipChanged(NotificationsDb db) : IReaction<MembershipChanged>
{
    public async Task React(MembershipChanged fact, CancellationToken ct)
    {
        if (await db.Members.FindAsync([fact.PersonId, fact.OrganisationId], ct) is { } known) known.Take(fact);
        else db.Members.Add(new Member(fact));
    }
}

/// <summary>Keeps organisations and bureaus' areas; tells an organisation's people when it was verified.</summary>
sealed class OnOrganisationChanged(NotificationsDb db, Notifier notifier, Recipients who) : IReaction<OrganisationChanged>
{
    public async Task React(OrganisationChanged fact, CancellationToken ct)
    {
        var newlyVerified = fact is { Verified: true, Version: > 1 };
        if (await db.Organisations.FindAsync([fact.OrganisationId], ct) is { } known) newlyVerified = known.Take(fact);
        else db.Organisations.Add(new Organisation(fact));
        if (newlyVerified)
            await notifier.Tell(new { fact.OrganisationId, fact.Version }, NoticeKinds.OrganisationVerified, await who.Everybody(fact.OrganisationId, ct), Links.Workbench, [("title", fact.Name)], null, ct);
    }
}

/// <summary>Who has an account learns, once a day at most, that somebody tried to sign up with its address.</summary>
sealed class OnSignUpRepeated(Notifier notifier, Recipients who) : IReaction<SignUpRepeated>
{
    public async Task React(SignUpRepeated fact, CancellationToken ct) => await notifier.Tell(
        new { fact.PersonId, Day = fact.TriedAt.ToString("yyyyMMdd", CultureInfo.InvariantCulture) }, NoticeKinds.SignUpRepeated, await who.Person(fact.PersonId, ct),
        Links.Account, [("at", Words.Of(fact.TriedAt))], null, ct);
}

/// <summary>The reviewers of the bureau in charge have an organisation to verify.</summary>
sealed class OnVerificationRequested(Notifier notifier, Recipients who) : IReaction<VerificationRequested>
{
    public async Task React(VerificationRequested fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.VerificationRequested, await who.Bureau(fact.AreaCode, Roles.Reviewer, ct), Links.Verification(fact.OrganisationId),
        [("title", fact.Name)], fact.OrganisationId, ct);
}
