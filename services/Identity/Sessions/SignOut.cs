using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Sessions;

/// <summary>A person signs out of this browser.</summary>
static class SignOut
{
    public static async Task<NoContent> Handle(HttpContext context, Visitor visitor, IdentityDb db, LocalSessionExchange exchange, CancellationToken ct)
    {
        if (SessionCookie.Read(context) is { Length: > 0 } secret)
        {
            var hash = Secrets.Hash(secret);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var ended = await db.Sessions.Where(s => s.SecretHash == hash).ExecuteDeleteAsync(ct);
            if (ended > 0 && visitor.Caller is { } caller) db.Audit(caller, "person", caller.PersonId, "signed-out", retention: "6m");
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            exchange.Forget();
            SessionCookie.Clear(context);
        }
        return TypedResults.NoContent();
    }
}
