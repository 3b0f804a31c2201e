using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Identity.People;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Tokens;

/// <summary>
/// A person re-enters the password, and the code where it is on, for one purpose: signing one very document. The proof is a token that
/// the service which asked for it checks by itself (电子签名法 13: sole control of the signature's data at the time of signing).
/// </summary>
static class ProveCredential
{
    /// <param name="Purpose">What it is for, for example <c>sign:{documentSha256}</c>; the proof is good for nothing else.</param>
    public sealed record Request(
        [property: StringLength(PasswordRules.MaximumLength, MinimumLength = 1)] string Password,
        [property: StringLength(200, MinimumLength = 1), RegularExpression("^[a-z]+:[0-9a-zA-Z:-]+$")] string Purpose,
        [property: StringLength(20)] string? Totp = null);

    public sealed record Response(string Proof, DateTimeOffset ExpiresAt);

    public static async Task<Ok<Response>> Handle(
        Request request, Caller caller, IdentityDb db, Passwords passwords, SecretBox box, TokenIssuer tokens, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var person = await Me.ProveAndLock(db, caller, request.Password, passwords, now, ct);
        if (person.NeedsTotp)
        {
            if (string.IsNullOrWhiteSpace(request.Totp)) throw Problems.TotpRequired.Now();
            if (!person.UseSecondFactor(box.Open(person.TotpSecret!), request.Totp, now)) throw await CountWrongCode(db, person.Email, now, ct);
        }
        db.Audit(caller, "person", caller.PersonId, "credential-proven", reason: request.Purpose);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        var (proof, expiresAt) = await tokens.Issue(
            [
                new Claim(MarketClaims.Person, caller.PersonId.ToString()),
                new Claim(CredentialProof.PurposeClaim, request.Purpose),
            ],
            CredentialProof.Audience,
            ct);
        return TypedResults.Ok(new Response(proof, expiresAt));
    }

    /// <summary>A wrong code counts like a failed sign-in, though the password was right.</summary>
    private static async Task<ProblemException> CountWrongCode(IdentityDb db, string email, DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        (await db.LockAttempts(email, ct)).Admit(now);
        await db.SaveChangesAsync(ct);
        await db.Database.CommitTransactionAsync(ct);
        return Problems.WrongCode.Now();
    }
}
