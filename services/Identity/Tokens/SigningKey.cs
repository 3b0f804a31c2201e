namespace TechMarket.Identity.Tokens;

/// <summary>A key that signs tokens for a while: published before it signs, and until its last token has died.</summary>
sealed class SigningKey
{
    public string Id { get; init; } = "";

    /// <summary>PKCS#8, encrypted.</summary>
    public string PrivateKey { get; init; } = "";

    /// <summary>The point on P-256, base64url.</summary>
    public string X { get; init; } = "";

    public string Y { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ActiveFrom { get; init; }
}

/// <summary>When which key signs.</summary>
static class KeySchedule
{
    /// <summary>Services look for new keys twice a day; a key is published this long before it signs.</summary>
    public static readonly TimeSpan Lead = TimeSpan.FromDays(2);

    /// <summary>Longer than any token lives.</summary>
    public static readonly TimeSpan AfterLife = TimeSpan.FromHours(1);

    public static SigningKey? Signer(IEnumerable<SigningKey> keys, DateTimeOffset now) =>
        keys.Where(k => k.ActiveFrom <= now).MaxBy(k => k.ActiveFrom);

    /// <summary>When a key to be made now would begin to sign; null when none is needed yet. The very first one signs at once.</summary>
    public static DateTimeOffset? NextActiveFrom(IReadOnlyCollection<SigningKey> keys, TimeSpan life, DateTimeOffset now)
    {
        if (Signer(keys, now) is not { } signer) return now;
        if (keys.Any(k => k.ActiveFrom > now)) return null;
        var due = signer.ActiveFrom + life;
        if (due - Lead > now) return null;
        return due > now + Lead ? due : now + Lead;
    }

    /// <summary>Keys whose successor has signed for so long that no token of theirs can be alive.</summary>
    public static IReadOnlyList<SigningKey> Dead(IReadOnlyCollection<SigningKey> keys, DateTimeOffset now) =>
        [.. keys.Where(k => keys.Any(later => later.ActiveFrom > k.ActiveFrom && later.ActiveFrom + AfterLife <= now))];
}
