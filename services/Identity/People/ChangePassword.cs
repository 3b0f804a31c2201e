using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Sessions;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.People;

/// <summary>A person takes another password; every other session of theirs ends with it.</summary>
static class ChangePassword
{
    public sealed record Request(
        [property: StringLength(PasswordRules.MaximumLength, MinimumLength = 1)] string CurrentPassword,
        [property: StringLength(PasswordRules.MaximumLength, MinimumLength = 1)] string NewPassword);

    public static async Task<NoContent> Handle(
        Request request, HttpContext context, Caller caller, IdentityDb db, Passwords passwords, LocalSessionExchange exchange, TimeProvider clock,
        CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var person = await Me.ProveAndLock(db, caller, request.CurrentPassword, passwords, now, ct);
        person.ChangePassword(passwords.Take(request.NewPassword, person.Email, person.Name), now);
        var here = Secrets.Hash(SessionCookie.Read(context) ?? "");
        await db.Sessions.Where(s => s.PersonId == person.Id && s.SecretHash != here).ExecuteDeleteAsync(ct);
        db.Audit(caller, "person", caller.PersonId, "password-changed");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        exchange.Forget();
        return TypedResults.NoContent();
    }
}
