using TechMarket.Identity.People;
using TechMarket.Messages;

namespace TechMarket.Identity.Members;

/// <summary>A person acts for an organisation, with these roles.</summary>
sealed class Membership
{
    public OrganisationId OrganisationId { get; private init; }
    public PersonId PersonId { get; private init; }
    public IReadOnlyList<string> Roles { get; private set; } = [];

    /// <summary>False once the person has left; the row stays, so that the version goes on when they return.</summary>
    public bool Active { get; private set; }

    public long Version { get; private set; }
    public DateTimeOffset JoinedAt { get; private set; }

    public static Membership Join(OrganisationId organisation, PersonId person, IReadOnlyList<string> roles, DateTimeOffset now)
    {
        var membership = new Membership { OrganisationId = organisation, PersonId = person };
        membership.Return(roles, now);
        return membership;
    }

    public void Return(IReadOnlyList<string> roles, DateTimeOffset now)
    {
        if (Active) throw Problems.AlreadyMember.Now();
        (Active, Roles, JoinedAt) = (true, roles, now);
        Version++;
    }

    public void SetRoles(IReadOnlyList<string> roles)
    {
        Roles = roles;
        Version++;
    }

    public void Leave()
    {
        (Active, Roles) = (false, []);
        Version++;
    }

    /// <summary>The person is told anew to the other services, under another name or language.</summary>
    public void PersonChanged() => Version++;

    public MembershipChanged Fact(Person person, DateTimeOffset now) =>
        new(PersonId.Value, OrganisationId.Value, Version, person.Name, person.Email, person.Language, Roles, Active, now);
}
