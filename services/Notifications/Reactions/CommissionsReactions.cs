using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Notifications.Notices;
using TechMarket.Notifications.People;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Reactions;

/// <summary>Client and brokers have a mandate to answer, or hear what became of it.</summary>
sealed class OnMandateChanged(Notifier notifier, Recipients who) : IReaction<MandateChanged>
{
    public async Task React(MandateChanged fact, CancellationToken ct)
    {
        // Between the proposal and the last acceptance nothing is new for the others.
        if (fact is { Status: "PROPOSED", Version: > 1 }) return;
        var client = await who.In(fact.ClientId, [Roles.Purchaser, Roles.Approver], ct);
        var brokers = await who.In([.. fact.BrokerIds ?? [fact.BrokerId]], [Roles.Broker], ct);
        await notifier.Tell(
            fact, fact.Status == "PROPOSED" ? NoticeKinds.MandateProposed : NoticeKinds.MandateAnswered, [.. client, .. brokers], Links.Mandate(fact.MandateId),
            [("who", fact.BrokerName), ("other", fact.ClientName), ("number", fact.Number), ("status", Words.Mandate(fact.Status))],
            fact.ChangedByOrganisationId, ct);
    }
}

/// <summary>The parties have a lead to answer; the brokers hear their answer.</summary>
sealed class OnLeadChanged(NotificationsDb db, Notifier notifier, Recipients who) : IReaction<LeadChanged>
{
    public async Task React(LeadChanged fact, CancellationToken ct)
    {
        IReadOnlyList<Guid> brokerIds = [.. fact.BrokerIds ?? [fact.BrokerId]];
        if (await db.Leads.FindAsync([fact.LeadId], ct) is null) db.Leads.Add(new LeadBrokers { LeadId = fact.LeadId, BrokerIds = brokerIds });
        (string, LocalText)[] words =
        [
            ("title", fact.AchievementTitle), ("number", fact.Number), ("who", fact.BrokerName), ("other", fact.ClientName), ("reason", fact.Reason ?? ""),
        ];
        var parties = await who.In([fact.ClientId, fact.SellerId], Negotiators.Deciders, ct);
        var brokers = await who.In([.. brokerIds], [Roles.Broker], ct);
        if (fact is { Status: "RECORDED", Version: 1 })
            await notifier.Tell(fact, NoticeKinds.LeadRecorded, parties, Links.Lead(fact.LeadId), words, fact.ChangedByOrganisationId, ct);
        else if (fact.Status == "ACCEPTED")
            await notifier.Tell(fact, NoticeKinds.LeadAccepted, brokers, Links.Lead(fact.LeadId), words, fact.ChangedByOrganisationId, ct);
        else if (fact.Status == "DISPUTED")
            await notifier.Tell(fact, NoticeKinds.LeadDisputed, [.. brokers, .. parties], Links.Lead(fact.LeadId), words, fact.ChangedByOrganisationId, ct);
    }
}

/// <summary>Each broker hears of its part; the payers' and the bureau's finance have something to pay.</summary>
sealed class OnCommissionEarned(NotificationsDb db, Notifier notifier, Recipients who) : IReaction<CommissionEarned>
{
    public async Task React(CommissionEarned fact, CancellationToken ct)
    {
        foreach (var share in fact.Shares)
        {
            await notifier.Tell(
                new { fact, share.BrokerId }, NoticeKinds.CommissionEarned, await who.In(share.BrokerId, [Roles.Broker], ct), Links.Commission(fact.CommissionId),
                Say(fact, share.Amount), null, ct);
        }
        var desk = await db.Organisations.Where(o => o.Kind == OrganisationKinds.Bureau).Select(o => o.Id).ToListAsync(ct);
        await notifier.Tell(
            fact, NoticeKinds.CommissionPayable, await who.In([.. fact.PayerIds, .. desk], [Roles.Finance], ct), Links.Commission(fact.CommissionId),
            Say(fact, fact.Total), null, ct);
    }

    private static (string, LocalText)[] Say(CommissionEarned fact, Money amount) => [("title", fact.Title), ("number", fact.Number), ("amount", Words.Of(amount))];
}

/// <summary>A broker hears that its part was paid.</summary>
sealed class OnCommissionPaid(Notifier notifier, Recipients who) : IReaction<CommissionPaid>
{
    public async Task React(CommissionPaid fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.CommissionPaid, await who.In(fact.BrokerId, [Roles.Broker], ct), Links.Commission(fact.CommissionId),
        [("number", fact.Number), ("amount", Words.Of(fact.Amount)), ("reference", fact.BankReference)], null, ct);
}

/// <summary>The approver has a plan or an objection to decide; the author hears what became of the plan, finance when there is something to pay.</summary>
sealed class OnRewardPlanChanged(Notifier notifier, Recipients who) : IReaction<RewardPlanChanged>
{
    public async Task React(RewardPlanChanged fact, CancellationToken ct)
    {
        var (kind, roles) = fact.Status switch
        {
            "SUBMITTED" => (NoticeKinds.RewardToApprove, new[] { Roles.Approver }),
            "OBJECTED" => (NoticeKinds.RewardObjected, [Roles.Approver, Roles.Publisher]),
            "EFFECTIVE" => (NoticeKinds.RewardMoved, [Roles.Publisher, Roles.Finance]),
            _ => (NoticeKinds.RewardMoved, [Roles.Publisher, Roles.Approver]),
        };
        await notifier.Tell(
            fact, kind, await who.In(fact.SellerId, roles, ct), Links.RewardPlan(fact.PlanId),
            [("title", fact.Title), ("number", fact.Number), ("notice", fact.NoticeNumber ?? ""), ("status", Words.RewardPlan(fact.Status)), ("reason", Words.Reason(fact.Reason))],
            fact.ChangedByPersonId, ct);
    }
}
