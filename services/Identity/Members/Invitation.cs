namespace TechMarket.Identity.Members;

/// <summary>An administrator asks somebody, by e-mail address, to act for the organisation. The link holds the token; here is only its hash.</summary>
sealed class Invitation
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public InvitationId Id { get; private init; }
    public OrganisationId OrganisationId { get; private init; }
    public string Email { get; private init; } = "";
    public string EmailKey { get; private init; } = "";
    public IReadOnlyList<string> Roles { get; private init; } = [];
    public string TokenHash { get; private set; } = "";
    public string InvitedBy { get; private init; } = "";
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public static Invitation Send(
        InvitationId id, OrganisationId organisation, string email, IReadOnlyList<string> roles, string token, string by, DateTimeOffset now) => new()
        {
            Id = id,
            OrganisationId = organisation,
            Email = email.Trim(),
            EmailKey = People.Person.KeyOf(email),
            Roles = roles,
            TokenHash = Secrets.Hash(token),
            InvitedBy = by,
            CreatedAt = now,
            ExpiresAt = now + Life,
        };

    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && RevokedAt is null && now < ExpiresAt;

    /// <summary>Sent once more: the link before no longer works.</summary>
    public void Renew(string token, DateTimeOffset now)
    {
        if (!IsOpen(now)) throw Problems.InvitationOver.Now();
        (TokenHash, ExpiresAt) = (Secrets.Hash(token), now + Life);
    }

    public void Accept(string emailKey, DateTimeOffset now)
    {
        if (!IsOpen(now)) throw Problems.InvitationOver.Now();
        if (emailKey != EmailKey) throw Problems.InvitationForAnother.Now();
        AcceptedAt = now;
    }

    public void Revoke(DateTimeOffset now)
    {
        if (!IsOpen(now)) throw Problems.InvitationOver.Now();
        RevokedAt = now;
    }
}
