using TechMarket.Messages;

namespace TechMarket.Commissions.Postings;

/// <summary>A need a lead may answer, as last heard.</summary>
sealed class Demand
{
    private Demand()
    {
    }

    public Demand(DemandPublished fact)
    {
        Id = fact.DemandId;
        Take(fact);
    }

    public Demand(DemandStatusChanged fact)
    {
        Id = fact.DemandId;
        Take(fact);
    }

    public Guid Id { get; private set; }
    public long Version { get; private set; }
    public string Number { get; private set; } = "";
    public string Title { get; private set; } = "";
    public Guid OwnerId { get; private set; }
    public string Status { get; private set; } = "";

    public bool IsOpen => Status is "OPEN" or "MATCHING";

    public void Take(DemandPublished fact)
    {
        if (fact.Version <= Version) return;
        (Version, Number, Title, OwnerId, Status) = (fact.Version, fact.Number, fact.Title, fact.OwnerId, fact.Status);
    }

    public void Take(DemandStatusChanged fact)
    {
        if (fact.Version <= Version) return;
        (Version, Number, Title, OwnerId, Status) = (fact.Version, fact.Number, fact.Title, fact.OwnerId, fact.Status);
    }
}
