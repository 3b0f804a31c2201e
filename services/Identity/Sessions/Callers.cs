using TechMarket.Identity.Clients;
using TechMarket.Identity.Members;
using TechMarket.Identity.Organisations;
using TechMarket.Identity.People;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Sessions;

/// <summary>What the services are told of who asks.</summary>
static class Callers
{
    public static Caller Of(Person person) => new(person.Id.Value, person.Name, null, "", "", null, false, false, null, null, null, new HashSet<string>());

    /// <summary>A member acts for the organisation; anybody else only for themselves.</summary>
    public static Caller Of(Person person, Organisation? organisation, Membership? membership) =>
        organisation is not null && membership is { Active: true }
            ? For(organisation, person.Id.Value, person.Name, membership.Roles)
            : Of(person);

    /// <summary>A machine acts with its own roles, never with more than its organisation's kind has.</summary>
    public static Caller Of(ApiClient client, Organisation organisation) =>
        For(organisation, client.Id.Value, client.Name, client.Roles.Where(r => RoleRules.Of(organisation.Kind).Contains(r, StringComparer.Ordinal)));

    private static Caller For(Organisation o, Guid id, string name, IEnumerable<string> roles) => new(
        id, name, o.Id.Value, o.Name, o.Kind, o.AreaCode, o.IsVerified, o.PublicInstitution, o.CreditCode, o.PartyNature, o.SourceCode,
        roles.ToHashSet(StringComparer.Ordinal));
}
