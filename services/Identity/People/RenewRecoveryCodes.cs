using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.People;

/// <summary>A person takes new recovery codes; the old ones no longer work.</summary>
static class RenewRecoveryCodes
{
    public sealed record Request([property: StringLength(PasswordRules.MaximumLength, MinimumLength = 1)] string Password);

    public static async Task<Ok<ConfirmTotp.Response>> Handle(
        Request request, Caller caller, IdentityDb db, Passwords passwords, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var person = await Me.ProveAndLock(db, caller, request.Password, passwords, clock.GetUtcNow(), ct);
        var codes = person.RenewRecoveryCodes();
        db.Audit(caller, "person", caller.PersonId, "recovery-codes-renewed");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new ConfirmTotp.Response(codes));
    }
}
