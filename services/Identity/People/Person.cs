using System.Security.Cryptography;

namespace TechMarket.Identity.People;

/// <summary>Somebody who signs in. What they may do comes from their memberships, never from here.</summary>
sealed class Person
{
    public const int RecoveryCodeCount = 10;
    private const string RecoveryAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public PersonId Id { get; private init; }
    public string Name { get; private set; } = "";
    public string Email { get; private init; } = "";

    /// <summary>The address as it is compared: lower case.</summary>
    public string EmailKey { get; private init; } = "";

    public string PasswordHash { get; private set; } = "";

    /// <summary>zh or en.</summary>
    public string Language { get; private set; } = "zh";

    /// <summary>Encrypted; null when two-step verification is off.</summary>
    public string? TotpSecret { get; private set; }

    /// <summary>Encrypted; shown to the person, not yet confirmed by a code.</summary>
    public string? PendingTotpSecret { get; private set; }

    /// <summary>A code counts once: only codes of later time steps are taken.</summary>
    public long LastTotpStep { get; private set; }

    /// <summary>Hashes of the codes not used yet.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>The organisation to act for at the next sign-in.</summary>
    public OrganisationId? LastOrganisationId { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset PasswordChangedAt { get; private set; }

    public bool NeedsTotp => TotpSecret is not null;

    public static string KeyOf(string email) => email.Trim().ToLowerInvariant();

    public static Person SignUp(PersonId id, string name, string email, string passwordHash, string language, DateTimeOffset now) => new()
    {
        Id = id,
        Name = name.Trim(),
        Email = email.Trim(),
        EmailKey = KeyOf(email),
        PasswordHash = passwordHash,
        Language = language,
        CreatedAt = now,
        PasswordChangedAt = now,
    };

    public void Describe(string name, string language) => (Name, Language) = (name.Trim(), language);

    public void ActFor(OrganisationId? organisation) => LastOrganisationId = organisation;

    public void ChangePassword(string hash, DateTimeOffset now) => (PasswordHash, PasswordChangedAt) = (hash, now);

    /// <summary>The same password under a stronger hash.</summary>
    public void StrengthenHash(string hash) => PasswordHash = hash;

    public void BeginTotp(string protectedSecret)
    {
        if (NeedsTotp) throw Problems.TotpAlreadyOn.Now();
        PendingTotpSecret = protectedSecret;
    }

    /// <summary>Two-step verification is on once the app has shown a right code; that code is used up by it.</summary>
    /// <returns>The recovery codes, shown once.</returns>
    public IReadOnlyList<string> ConfirmTotp(byte[] secret, string code, DateTimeOffset now)
    {
        if (NeedsTotp) throw Problems.TotpAlreadyOn.Now();
        if (PendingTotpSecret is null) throw Problems.TotpNotBegun.Now();
        LastTotpStep = Totp.Match(secret, code, now, LastTotpStep) ?? throw Problems.WrongCode.Now();
        (TotpSecret, PendingTotpSecret) = (PendingTotpSecret, null);
        return RenewRecoveryCodes();
    }

    public IReadOnlyList<string> RenewRecoveryCodes()
    {
        if (!NeedsTotp) throw Problems.TotpOff.Now();
        var codes = Enumerable.Range(0, RecoveryCodeCount)
            .Select(_ => RandomNumberGenerator.GetString(RecoveryAlphabet, 5) + "-" + RandomNumberGenerator.GetString(RecoveryAlphabet, 5)).ToList();
        RecoveryCodes = [.. codes.Select(Secrets.Hash)];
        return codes;
    }

    public void TurnTotpOff()
    {
        if (!NeedsTotp) throw Problems.TotpOff.Now();
        (TotpSecret, PendingTotpSecret, RecoveryCodes) = (null, null, []);
    }

    /// <summary>Takes a code of the app, or a recovery code; each counts once.</summary>
    /// <param name="secret">Null when the stored secret cannot be read; then only a recovery code helps.</param>
    /// <returns>False when it is wrong, has passed or was used before.</returns>
    public bool UseSecondFactor(byte[]? secret, string code, DateTimeOffset now)
    {
        var given = code.Trim().ToLowerInvariant();
        if (secret is not null && Totp.Match(secret, given, now, LastTotpStep) is { } step)
        {
            LastTotpStep = step;
            return true;
        }
        var hash = Secrets.Hash(given);
        if (!RecoveryCodes.Contains(hash, StringComparer.Ordinal)) return false;
        RecoveryCodes = [.. RecoveryCodes.Where(c => c != hash)];
        return true;
    }
}
