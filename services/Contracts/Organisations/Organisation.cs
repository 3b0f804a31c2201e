using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Organisations;

/// <summary>What this service remembers of an organisation: the newest it has heard.</summary>
sealed class Organisation
{
    private Organisation()
    {
    }

    public Guid Id { get; private set; }
    public long Version { get; private set; }
    public string Name { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public string? CreditCode { get; private set; }
    public string? Nature { get; private set; }
    public string? AreaCode { get; private set; }
    public bool Verified { get; private set; }

    public static Organisation From(OrganisationChanged fact)
    {
        var organisation = new Organisation { Id = fact.OrganisationId };
        organisation.Hear(fact);
        return organisation;
    }

    /// <summary>Older news is ignored.</summary>
    public void Hear(OrganisationChanged fact)
    {
        if (fact.Version <= Version) return;
        Version = fact.Version;
        Name = fact.Name;
        Kind = fact.Kind;
        CreditCode = fact.CreditCode;
        Nature = fact.PartyNature;
        AreaCode = fact.AreaCode;
        Verified = fact.Verified;
    }

    public Party AsParty() => new(Id, Name, Kind, CreditCode, Nature, AreaCode);
}

/// <summary>Which bureau registers whose contracts.</summary>
static class Competence
{
    /// <summary>R-1: an agency is competent for sellers whose seat lies in its area.</summary>
    public static bool Covers(string? agencyArea, string? sellerArea) =>
        agencyArea is not null && sellerArea is not null && Areas.IsWithin(sellerArea, agencyArea);

    /// <summary>The nearest of the competent agencies first: a county's before its city's.</summary>
    public static IReadOnlyList<Organisation> AgenciesFor(string? sellerArea, IEnumerable<Organisation> bureaus) =>
        [.. bureaus.Where(b => b.Kind == OrganisationKinds.Bureau && b.Verified && Covers(b.AreaCode, sellerArea))
            .OrderByDescending(b => b.AreaCode!.TrimEnd('0').Length).ThenBy(b => b.Id)];
}
