using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace TechMarket.Identity.People;

/// <summary>Hashes and compares passwords; takes equally long whether or not there is an account.</summary>
sealed class Passwords
{
    private readonly PasswordHasher<Person> hasher;
    private readonly string nobodysHash;

    public Passwords(IOptions<IdentityOptions> options)
    {
        hasher = new PasswordHasher<Person>(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.PasswordIterations }));
        nobodysHash = hasher.HashPassword(null!, Secrets.New());
    }

    /// <summary>The hash of a new password; refuses one that is easy to guess.</summary>
    public string Take(string password, string email, string name) =>
        PasswordRules.Weakness(password, email, name) is { } reason
            ? throw Problems.WeakPassword.With(("reason", reason), ("minimumLength", PasswordRules.MinimumLength))
            : hasher.HashPassword(null!, password);

    /// <summary>Right for this person; false for nobody after the same work.</summary>
    public bool Fits(Person? person, string password)
    {
        var result = hasher.VerifyHashedPassword(null!, person?.PasswordHash ?? nobodysHash, password);
        if (person is null || result == PasswordVerificationResult.Failed) return false;
        if (result == PasswordVerificationResult.SuccessRehashNeeded) person.StrengthenHash(hasher.HashPassword(null!, password));
        return true;
    }
}
