using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.People;
using TechMarket.Identity.Sessions;

namespace TechMarket.Identity.Resets;

/// <summary>Whoever holds the link takes a new password. Every session ends; two-step verification stays on.</summary>
static class UsePasswordReset
{
    public sealed record Request(
        [property: StringLength(Lengths.Secret, MinimumLength = 1)] string Token,
        [property: StringLength(PasswordRules.MaximumLength, MinimumLength = 1)] string NewPassword);

    public static async Task<NoContent> Handle(
        Request request, IdentityDb db, Passwords passwords, LocalSessionExchange exchange, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hash = Secrets.Hash(request.Token);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var personId = await db.PasswordResets.Where(r => r.TokenHash == hash).Select(r => (PersonId?)r.PersonId).SingleOrDefaultAsync(ct) ?? throw Problems.ResetOver.Now();
        var email = await db.People.Where(p => p.Id == personId).Select(p => p.Email).SingleAsync(ct);
        var attempts = await db.LockAttempts(email, ct);
        var person = await db.LockPerson(personId, ct) ?? throw Problems.ResetOver.Now();
        var reset = await db.PasswordResets.SingleOrDefaultAsync(r => r.TokenHash == hash, ct) ?? throw Problems.ResetOver.Now();
        reset.Use(now);
        person.ChangePassword(passwords.Take(request.NewPassword, person.Email, person.Name), now);
        db.Attempts.Remove(attempts);
        await db.Sessions.Where(s => s.PersonId == personId).ExecuteDeleteAsync(ct);
        db.Audit(Callers.Of(person), "person", personId.Value, "password-reset", data: reset.Id, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        exchange.Forget();
        return TypedResults.NoContent();
    }
}
