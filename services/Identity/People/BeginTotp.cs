using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Identity.People;

/// <summary>A person begins two-step verification: a secret for their authenticator app, as a QR code and as text.</summary>
static class BeginTotp
{
    public sealed record Request([property: StringLength(PasswordRules.MaximumLength, MinimumLength = 1)] string Password);

    public sealed record Response(string Secret, string Uri, string QrSvg);

    public static async Task<Ok<Response>> Handle(
        Request request, Caller caller, IdentityDb db, Passwords passwords, SecretBox box, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var person = await Me.ProveAndLock(db, caller, request.Password, passwords, clock.GetUtcNow(), ct);
        var secret = Totp.NewSecret();
        person.BeginTotp(box.Lock(secret));
        db.Audit(caller, "person", caller.PersonId, "totp-begun");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        var uri = Totp.Uri(secret, profile.MarketName.Zh, person.Email);
        return TypedResults.Ok(new Response(Totp.Text(secret), uri, QrCode.Svg(uri)));
    }
}
