using TechMarket.Platform.Security;

namespace TechMarket.Identity.Members;

/// <summary>Which roles exist where, and which exclude each other.</summary>
static class RoleRules
{
    private static readonly string[] Seller = [Roles.Publisher, Roles.Approver, Roles.Purchaser, Roles.Finance, Roles.Administrator];
    private static readonly string[] Brokerage = [Roles.Broker, Roles.Finance, Roles.Administrator];

    private static readonly Dictionary<string, string[]> ByKind = new(StringComparer.Ordinal)
    {
        [OrganisationKinds.University] = Seller,
        [OrganisationKinds.Institute] = Seller,
        [OrganisationKinds.Enterprise] = Seller,
        [OrganisationKinds.BrokerAgency] = Brokerage,
        [OrganisationKinds.IndividualBroker] = Brokerage,
        [OrganisationKinds.Bureau] = [Roles.Registrar, Roles.Reviewer, Roles.Finance, Roles.Administrator],
        [OrganisationKinds.DataSource] = [Roles.Publisher, Roles.Administrator],
    };

    /// <summary>The roles people of this kind of organisation may hold.</summary>
    public static IReadOnlyList<string> Of(string kind) => ByKind[kind];

    /// <summary>What whoever registers an organisation holds in it at first.</summary>
    public static IReadOnlyList<string> OfRegistrant(string kind) => kind switch
    {
        OrganisationKinds.University or OrganisationKinds.Institute => [Roles.Publisher, Roles.Administrator],
        OrganisationKinds.Enterprise => [Roles.Purchaser, Roles.Administrator],
        OrganisationKinds.BrokerAgency or OrganisationKinds.IndividualBroker => [Roles.Broker, Roles.Administrator],
        OrganisationKinds.DataSource => [Roles.Publisher, Roles.Administrator],
        _ => [Roles.Administrator],
    };

    /// <summary>The roles in their usual order, each once; refuses roles the kind does not have.</summary>
    public static IReadOnlyList<string> Check(string kind, IEnumerable<string> roles)
    {
        var wanted = roles.ToHashSet(StringComparer.Ordinal);
        if (wanted.FirstOrDefault(r => !Roles.All.Contains(r, StringComparer.Ordinal)) is { } unknown) throw Problems.UnknownRole.With(("role", unknown));
        if (wanted.FirstOrDefault(r => !Of(kind).Contains(r, StringComparer.Ordinal)) is { } foreign)
            throw Problems.RoleNotForKind.With(("role", foreign), ("kind", kind), ("allowed", Of(kind)));
        return [.. Roles.All.Where(wanted.Contains)];
    }

    /// <summary>Who registers contracts may not live from them: registrar and broker exclude each other over all memberships of a person (DOMAIN R-8).</summary>
    public static void RefuseRegistrarAndBroker(IEnumerable<string> rolesHere, IEnumerable<string> rolesElsewhere)
    {
        var all = rolesHere.Concat(rolesElsewhere).ToHashSet(StringComparer.Ordinal);
        if (all.Contains(Roles.Registrar) && all.Contains(Roles.Broker)) throw Problems.RegistrarAndBroker.Now();
    }
}
