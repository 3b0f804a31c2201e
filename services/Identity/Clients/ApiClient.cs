namespace TechMarket.Identity.Clients;

/// <summary>A machine that acts for an organisation: a research information system, a data hub. Its secret is shown once.</summary>
sealed class ApiClient
{
    public ApiClientId Id { get; private init; }
    public OrganisationId OrganisationId { get; private init; }
    public string Name { get; private init; } = "";
    public IReadOnlyList<string> Roles { get; private init; } = [];
    public string SecretHash { get; private set; } = "";
    public string CreatedBy { get; private init; } = "";
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? LastUsedAt { get; private init; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public static ApiClient Create(
        ApiClientId id, OrganisationId organisation, string name, IReadOnlyList<string> roles, string secret, string by, DateTimeOffset now) => new()
        {
            Id = id,
            OrganisationId = organisation,
            Name = name.Trim(),
            Roles = roles,
            SecretHash = Secrets.Hash(secret),
            CreatedBy = by,
            CreatedAt = now,
        };

    /// <summary>The very creation sent again before the client was used: the first answer may be lost, so the secret is made anew.</summary>
    public void ShowAnotherSecret(string name, IReadOnlyList<string> roles, string secret)
    {
        if (name.Trim() != Name || !roles.SequenceEqual(Roles, StringComparer.Ordinal) || LastUsedAt is not null || RevokedAt is not null)
            throw Problems.IdReused.Now();
        SecretHash = Secrets.Hash(secret);
    }

    public bool Accepts(string secret) => RevokedAt is null && Secrets.Same(Secrets.Hash(secret), SecretHash);

    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null) throw Problems.ClientRevoked.Now();
        RevokedAt = now;
    }
}
