using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.People;

/// <summary>A person turns two-step verification off, with the password.</summary>
static class TurnTotpOff
{
    public sealed record Request([property: StringLength(PasswordRules.MaximumLength, MinimumLength = 1)] string Password);

    public static async Task<NoContent> Handle(Request request, Caller caller, IdentityDb db, Passwords passwords, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var person = await Me.ProveAndLock(db, caller, request.Password, passwords, clock.GetUtcNow(), ct);
        person.TurnTotpOff();
        db.Audit(caller, "person", caller.PersonId, "totp-off");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
