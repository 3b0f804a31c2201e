namespace TechMarket.Identity.Resets;

/// <summary>A link with which a person who forgot the password takes another: once, within a day. Here is only the hash of its token.</summary>
sealed class PasswordReset
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public Guid Id { get; private init; }
    public PersonId PersonId { get; private init; }
    public string TokenHash { get; private init; } = "";
    public string IssuedBy { get; private init; } = "";
    public DateTimeOffset ExpiresAt { get; private init; }
    public DateTimeOffset? UsedAt { get; private set; }

    public static PasswordReset Issue(Guid id, PersonId person, string token, string by, DateTimeOffset now) =>
        new() { Id = id, PersonId = person, TokenHash = Secrets.Hash(token), IssuedBy = by, ExpiresAt = now + Life };

    public void Use(DateTimeOffset now)
    {
        if (UsedAt is not null || now >= ExpiresAt) throw Problems.ResetOver.Now();
        UsedAt = now;
    }
}
