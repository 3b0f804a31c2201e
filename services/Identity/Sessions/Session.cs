namespace TechMarket.Identity.Sessions;

/// <summary>One sign-in of a person in one browser. The browser holds the secret; here is only its hash.</summary>
sealed class Session
{
    private const int DeviceLength = 200;

    public SessionId Id { get; private init; }
    public PersonId PersonId { get; private init; }

    /// <summary>The organisation the person acts for in this browser.</summary>
    public OrganisationId? OrganisationId { get; private set; }

    public string SecretHash { get; private init; } = "";

    /// <summary>What the browser says it is.</summary>
    public string Device { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset LastSeenAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private init; }

    public static Session Begin(
        SessionId id, PersonId person, OrganisationId? organisation, string secret, string device, TimeSpan length, DateTimeOffset now) => new()
        {
            Id = id,
            PersonId = person,
            OrganisationId = organisation,
            SecretHash = Secrets.Hash(secret),
            Device = device.Length > DeviceLength ? device[..DeviceLength] : device,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + length,
        };

    /// <summary>Ended by itself when unused for the idle time, and in any case at its absolute end.</summary>
    public bool IsAlive(DateTimeOffset now, TimeSpan idle) => now < ExpiresAt && now - LastSeenAt < idle;

    public void ActFor(OrganisationId organisation) => OrganisationId = organisation;
}
