using TechMarket.Messages;
using TechMarket.Payments.Payouts;
using TechMarket.Platform.Messaging;

namespace TechMarket.Payments.Parties;

/// <summary>What this service knows of an organisation, as last heard.</summary>
sealed class Party
{
    private Party()
    {
    }

    public Party(OrganisationChanged fact)
    {
        Id = fact.OrganisationId;
        Hear(fact);
    }

    public Guid Id { get; private set; }
    public long Version { get; private set; }
    public string Name { get; private set; } = "";

    public void Hear(OrganisationChanged fact)
    {
        if (fact.Version > Version) (Version, Name) = (fact.Version, fact.Name);
    }
}

/// <summary>Where an organisation wants to be paid.</summary>
sealed class PartyAccount
{
    private PartyAccount()
    {
    }

    public PartyAccount(Guid partyId) => PartyId = partyId;

    public Guid PartyId { get; private set; }
    public BankDetails Details { get; private set; } = null!;

    /// <summary>The organisation's connected account at Stripe, if it has one.</summary>
    public string? StripeAccount { get; private set; }

    public string ChangedBy { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }

    public void Change(BankDetails details, string? stripeAccount, string by, DateTimeOffset now) =>
        (Details, StripeAccount, ChangedBy, ChangedAt) = (details, stripeAccount, by, now);
}

/// <summary>Keeps the names of payers and payees.</summary>
sealed class OnOrganisationChanged(PaymentsDb db) : IReaction<OrganisationChanged>
{
    public async Task React(OrganisationChanged fact, CancellationToken ct)
    {
        if (await db.Parties.FindAsync([fact.OrganisationId], ct) is { } known) known.Hear(fact);
        else db.Parties.Add(new Party(fact));
    }
}
