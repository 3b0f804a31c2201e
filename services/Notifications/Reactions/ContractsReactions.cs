using TechMarket.Messages;
using TechMarket.Notifications.Notices;
using TechMarket.Notifications.People;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Reactions;

/// <summary>Both parties have a contract to check, confirm and sign.</summary>
sealed class OnContractDrafted(Notifier notifier, Recipients who) : IReaction<ContractDrafted>
{
    public async Task React(ContractDrafted fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.ContractDrafted, await who.In([fact.SellerId, fact.BuyerId], Negotiators.Deciders, ct), Links.Contract(fact.ContractId),
        [("title", fact.Title), ("number", fact.Number)], null, ct);
}

/// <summary>The party that has not signed yet hears that the other has.</summary>
sealed class OnContractSigned(Notifier notifier, Recipients who) : IReaction<ContractSigned>
{
    public async Task React(ContractSigned fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.ContractSigned, await who.In([fact.SellerId, fact.BuyerId], Negotiators.Deciders, ct), Links.Contract(fact.ContractId),
        [("title", fact.Title), ("number", fact.Number), ("who", fact.SignedByName)], fact.SignedById, ct);
}

/// <summary>Both parties hear that the contract is in effect; the seller can file it.</summary>
sealed class OnContractEffective(Notifier notifier, Recipients who) : IReaction<ContractEffective>
{
    public async Task React(ContractEffective fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.ContractEffective, await who.In([fact.SellerId, fact.BuyerId], Negotiators.Deciders, ct), Links.Contract(fact.ContractId),
        [("title", fact.Title), ("number", fact.Number), ("amount", Words.Of(fact.ContractAmount))], null, ct);
}

/// <summary>The party that did not end the contract hears that it ended.</summary>
sealed class OnContractEnded(Notifier notifier, Recipients who) : IReaction<ContractEnded>
{
    public async Task React(ContractEnded fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.ContractEnded, await who.In([fact.SellerId, fact.BuyerId], Negotiators.Deciders, ct), Links.Contract(fact.ContractId),
        [("title", fact.Title), ("number", fact.Number), ("outcome", Words.ContractOutcome(fact.Outcome)), ("reason", Words.Reason(fact.Reason))],
        fact.EndedByOrganisationId, ct);
}

/// <summary>The registrars have work, or the seller hears what became of its filing.</summary>
sealed class OnRegistrationChanged(Notifier notifier, Recipients who) : IReaction<RegistrationChanged>
{
    public async Task React(RegistrationChanged fact, CancellationToken ct)
    {
        (string, LocalText)[] words =
        [
            ("title", fact.Title), ("number", fact.ContractNumber), ("reason", Words.Reason(fact.Reason)),
            ("until", fact.DueAt is { } due ? Words.Of(due) : new LocalText("未定", "not set")),
        ];
        var forRegistrars = fact.Status switch
        {
            "SUBMITTED" => NoticeKinds.RegistrationQueued,
            "SECOND_REVIEW" => NoticeKinds.RegistrationSecond,
            _ => null,
        };
        if (forRegistrars is not null)
        {
            await notifier.Tell(
                fact, forRegistrars, await who.BureauOf(fact.SellerId, Roles.Registrar, ct), Links.RegistrationDesk(fact.RegistrationId), words, null, ct);
            return;
        }
        var forSeller = fact.Status switch
        {
            "RETURNED_FOR_CORRECTION" => NoticeKinds.RegistrationReturned,
            "ACCEPTED" => NoticeKinds.RegistrationAccepted,
            "REFUSED" => NoticeKinds.RegistrationRefused,
            _ => null,
        };
        if (forSeller is not null)
            await notifier.Tell(fact, forSeller, await who.In(fact.SellerId, Negotiators.Deciders, ct), Links.Registration(fact.RegistrationId), words, null, ct);
    }
}

/// <summary>Both parties hear that the contract is registered.</summary>
sealed class OnContractRegistered(Notifier notifier, Recipients who) : IReaction<ContractRegistered>
{
    public async Task React(ContractRegistered fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.ContractRegistered, await who.In([fact.SellerId, fact.BuyerId], Negotiators.Deciders, ct), Links.Contract(fact.ContractId),
        [("title", fact.Title), ("number", fact.ContractNumber), ("registration", fact.RegistrationNumber), ("amount", Words.Of(fact.TechnicalAmount))], null, ct);
}

/// <summary>The seller hears that the buyer confirmed its payment.</summary>
sealed class OnContractPaymentConfirmed(Notifier notifier, Recipients who) : IReaction<ContractPaymentConfirmed>
{
    public async Task React(ContractPaymentConfirmed fact, CancellationToken ct) => await notifier.Tell(
        fact, NoticeKinds.PaymentConfirmed, await who.In(fact.SellerId, [Roles.Publisher, Roles.Finance], ct), Links.Contract(fact.ContractId),
        [("number", fact.ContractNumber), ("amount", Words.Of(fact.Amount))], fact.BuyerId, ct);
}
