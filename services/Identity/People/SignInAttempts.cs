namespace TechMarket.Identity.People;

/// <summary>
/// Failed attempts for one e-mail address, whether or not somebody has it: so the lock tells nobody which addresses have accounts.
/// An attempt counts before its password is looked at, so that many at once are not more guesses than one after the other.
/// </summary>
sealed class SignInAttempts
{
    public const int Allowed = 5;
    public static readonly TimeSpan LockLength = TimeSpan.FromMinutes(15);

    /// <summary>Hash of the address as it is compared.</summary>
    public string Key { get; init; } = "";

    public int Failures { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }
    public DateTimeOffset LastAt { get; private set; }

    public static string KeyOf(string email) => Secrets.Hash("sign-in:" + Person.KeyOf(email));

    /// <summary>Admits an attempt and counts it as failed until it has succeeded; refuses after the fifth failure for 15 minutes.</summary>
    public void Admit(DateTimeOffset now)
    {
        if (LockedUntil > now) throw Problems.LockedOut.With(("until", LockedUntil));
        if (LockedUntil is not null || now - LastAt > LockLength) Failures = 0;
        Failures++;
        LastAt = now;
        LockedUntil = Failures >= Allowed ? now + LockLength : null;
    }
}
