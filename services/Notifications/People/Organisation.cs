using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.People;

/// <summary>An organisation as last heard: its name, kind and area.</summary>
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

    /// <summary>Posts in bulk for others: a notice per row would help nobody.</summary>
    public bool IsDataSource => Kind == OrganisationKinds.DataSource;

    /// <returns>True when the organisation is verified now and was not before.</returns>
    public bool Take(OrganisationChanged fact)
    {
        if (fact.Version <= Version) return false;
        var newlyVerified = fact.Verified && !Verified && fact.Version > 1;
        (Version, Name, Kind, AreaCode, Verified) = (fact.Version, fact.Name, fact.Kind, fact.AreaCode, fact.Verified);
        return newlyVerified;
    }
}

/// <summary>The brokers behind a lead, so that what becomes of it reaches them.</summary>
sealed class LeadBrokers
{
    public required Guid LeadId { get; init; }
    public required IReadOnlyList<Guid> BrokerIds { get; init; }
}
