namespace TechMarket.Identity;

/// <summary>Settings below <c>Identity:</c>.</summary>
sealed class IdentityOptions
{
    /// <summary>The issuer of tokens, and where services find its keys; the request's own address when empty.</summary>
    public string? Authority { get; set; }

    /// <summary>Holds the keys that encrypt signing keys and authenticator secrets at rest. All replicas share it; back it up apart from the database.</summary>
    public string? KeysFolder { get; set; }

    /// <summary>A session unused for this long has ended.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>A session ends after this long, used or not.</summary>
    public TimeSpan SessionLength { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long a key signs before the next one takes over.</summary>
    public TimeSpan SigningKeyLife { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Rounds of PBKDF2 with HMAC-SHA512; a stored hash with fewer is renewed at the next sign-in.</summary>
    public int PasswordIterations { get; set; } = 210_000;

    /// <summary>The first bureau of a new market: made once, verified, with an invitation for its administrator.</summary>
    public FirstBureauOptions FirstBureau { get; set; } = new();
}

/// <summary>Settings below <c>Identity:FirstBureau:</c>.</summary>
sealed class FirstBureauOptions
{
    public string? Name { get; set; }

    public string? AreaCode { get; set; }

    public string? AdministratorEmail { get; set; }
}
