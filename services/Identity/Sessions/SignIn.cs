using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechMarket.Identity.People;

namespace TechMarket.Identity.Sessions;

/// <summary>A person signs in with e-mail address, password and, where it is on, a code of their authenticator app or a recovery code.</summary>
static class SignIn
{
    public sealed record Request(
        [property: StringLength(Lengths.Email, MinimumLength = 1)] string Email,
        [property: StringLength(PasswordRules.MaximumLength, MinimumLength = 1)] string Password,
        [property: StringLength(20)] string? Totp = null);

    public static async Task<Ok<GetSession.Response>> Handle(
        Request request, HttpContext context, IdentityDb db, Passwords passwords, SecretBox box, LocalSessionExchange exchange,
        IOptions<IdentityOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var attempts = await db.LockAttempts(request.Email, ct);
        attempts.Admit(now);
        var person = await db.LockPersonByEmail(request.Email, ct);
        var refusal = !passwords.Fits(person, request.Password) ? Problems.WrongCredentials
            : !person!.NeedsTotp ? null
            // Thrown without a save: the password was right, so nothing is counted, and nothing is forgiven either.
            : string.IsNullOrWhiteSpace(request.Totp) ? throw Problems.TotpRequired.Now()
            : person.UseSecondFactor(box.Open(person.TotpSecret!), request.Totp, now) ? null
            : Problems.WrongCode;
        if (refusal is not null)
        {
            if (person is not null) db.Audit(null, "person", person.Id.Value, attempts.LockedUntil is null ? "sign-in-refused" : "locked-out", reason: refusal.Code, retention: "6m");
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            throw refusal.Now();
        }

        db.Attempts.Remove(attempts);
        // Whatever session this browser had ends here: nobody can prepare a secret for somebody else to sign in under.
        var endedOne = await End(db, SessionCookie.Read(context), ct);
        var secret = Secrets.New();
        var session = Session.Begin(
            new SessionId(Guid.CreateVersion7()), person!.Id, await GetSession.FirstOrganisation(db, person, ct), secret,
            context.Request.Headers.UserAgent.ToString(), options.Value.SessionLength, now);
        db.Sessions.Add(session);
        db.Audit(Callers.Of(person), "person", person.Id.Value, "signed-in", retention: "6m");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (endedOne) exchange.Forget();
        SessionCookie.Write(context, secret);
        return TypedResults.Ok(await GetSession.Answer(db, session, secret, ct));
    }

    private static async Task<bool> End(IdentityDb db, string? secret, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(secret)) return false;
        var hash = Secrets.Hash(secret);
        return await db.Sessions.Where(s => s.SecretHash == hash).ExecuteDeleteAsync(ct) > 0;
    }
}
