using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Sessions;

/// <summary>A person signs out everywhere, here included.</summary>
static class EndAllSessions
{
    public static async Task<NoContent> Handle(HttpContext context, Caller caller, IdentityDb db, LocalSessionExchange exchange, CancellationToken ct)
    {
        var me = new PersonId(caller.PersonId);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Sessions.Where(s => s.PersonId == me).ExecuteDeleteAsync(ct);
        db.Audit(caller, "person", caller.PersonId, "signed-out-everywhere", retention: "6m");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        exchange.Forget();
        SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }
}
