using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Organisations;

/// <summary>What this service knows of an organisation of the market, as last heard.</summary>
sealed class Organisation
{
    private Organisation()
    {
    }

    public Organisation(OrganisationChanged fact)
    {
        Id = fact.OrganisationId;
        Take(fact);
    }

    public Guid Id { get; private set; }
    public long Version { get; private set; }
    public string Name { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public string? AreaCode { get; private set; }
    public bool Verified { get; private set; }

    /// <summary>May give a mandate and take part in deals.</summary>
    public bool IsClient => Verified && (Kind is OrganisationKinds.Enterprise or OrganisationKinds.University or OrganisationKinds.Institute);

    public bool IsBroker => Verified && (Kind is OrganisationKinds.BrokerAgency or OrganisationKinds.IndividualBroker);

    /// <summary>A person: the payer withholds income tax; everybody else gives an invoice.</summary>
    public bool IsIndividual => Kind == OrganisationKinds.IndividualBroker;

    public void Take(OrganisationChanged fact)
    {
        if (fact.Version <= Version) return;
        (Version, Name, Kind, AreaCode, Verified) = (fact.Version, fact.Name, fact.Kind, fact.AreaCode, fact.Verified);
    }
}
