using TechMarket.Platform.Ids;

namespace TechMarket.Identity;

public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    public static bool TryParse(string? text, out PersonId id)
    {
        var understood = Guid.TryParse(text, out var value);
        id = new PersonId(value);
        return understood;
    }

    public override string ToString() => Value.ToString();
}

public readonly record struct OrganisationId(Guid Value) : ITypedId<OrganisationId>
{
    public static OrganisationId From(Guid value) => new(value);

    public static bool TryParse(string? text, out OrganisationId id)
    {
        var understood = Guid.TryParse(text, out var value);
        id = new OrganisationId(value);
        return understood;
    }

    public override string ToString() => Value.ToString();
}

public readonly record struct SessionId(Guid Value) : ITypedId<SessionId>
{
    public static SessionId From(Guid value) => new(value);

    public static bool TryParse(string? text, out SessionId id)
    {
        var understood = Guid.TryParse(text, out var value);
        id = new SessionId(value);
        return understood;
    }

    public override string ToString() => Value.ToString();
}

public readonly record struct InvitationId(Guid Value) : ITypedId<InvitationId>
{
    public static InvitationId From(Guid value) => new(value);

    public static bool TryParse(string? text, out InvitationId id)
    {
        var understood = Guid.TryParse(text, out var value);
        id = new InvitationId(value);
        return understood;
    }

    public override string ToString() => Value.ToString();
}

public readonly record struct ApiClientId(Guid Value) : ITypedId<ApiClientId>
{
    public static ApiClientId From(Guid value) => new(value);

    public static bool TryParse(string? text, out ApiClientId id)
    {
        var understood = Guid.TryParse(text, out var value);
        id = new ApiClientId(value);
        return understood;
    }

    public override string ToString() => Value.ToString();
}
