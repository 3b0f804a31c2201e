using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.People;

/// <summary>A person shows that their app gives right codes; two-step verification is on from here, and the recovery codes are shown once.</summary>
static class ConfirmTotp
{
    public sealed record Request([property: RegularExpression("^[0-9]{6}$")] string Code);

    public sealed record Response(IReadOnlyList<string> RecoveryCodes);

    public static async Task<Ok<Response>> Handle(Request request, Caller caller, IdentityDb db, SecretBox box, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var person = await Me.Lock(db, caller, ct);
        var secret = person.PendingTotpSecret is { } pending ? box.Open(pending) : null;
        var codes = person.ConfirmTotp(secret ?? [], request.Code, clock.GetUtcNow());
        db.Audit(caller, "person", caller.PersonId, "totp-on");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(codes));
    }
}
