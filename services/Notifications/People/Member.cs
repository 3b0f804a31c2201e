using TechMarket.Messages;

namespace TechMarket.Notifications.People;

/// <summary>A person in an organisation, with the roles that decide what concerns them there.</summary>
sealed class Member
{
    private Member()
    {
    }

    public Member(MembershipChanged fact)
    {
        PersonId = fact.PersonId;
        OrganisationId = fact.OrganisationId;
        Take(fact);
    }

    public Guid PersonId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public long Version { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string Language { get; private set; } = "zh";
    public IReadOnlyList<string> Roles { get; private set; } = [];
    public bool Active { get; private set; }

    public void Take(MembershipChanged fact)
    {
        if (fact.Version <= Version) return;
        (Version, Name, Email, Language, Roles, Active) = (fact.Version, fact.PersonName, fact.Email, fact.Language, [.. fact.Roles], fact.Active);
    }
}
