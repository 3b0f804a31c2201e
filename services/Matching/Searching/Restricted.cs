using TechMarket.Platform.Security;

namespace TechMarket.Matching.Searching;

/// <summary>Needs shown to verified institutes alone exist for verified universities and institutes, and for bureau staff.</summary>
static class Restricted
{
    public static bool MayBeSeenBy(Visitor visitor) =>
        visitor.Caller is { Verified: true, OrganisationKind: OrganisationKinds.University or OrganisationKinds.Institute or OrganisationKinds.Bureau };
}
