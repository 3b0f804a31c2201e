using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Sessions;

/// <summary>A person ends one of their sessions from elsewhere, such as on a lost phone.</summary>
static class EndSession
{
    public static async Task<NoContent> Handle(SessionId id, Caller caller, IdentityDb db, LocalSessionExchange exchange, CancellationToken ct)
    {
        var me = new PersonId(caller.PersonId);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Sessions.Where(s => s.Id == id && s.PersonId == me).ExecuteDeleteAsync(ct) == 0) throw PlatformProblems.NotFound.Now();
        db.Audit(caller, "person", caller.PersonId, "session-ended", data: id, retention: "6m");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        exchange.Forget();
        return TypedResults.NoContent();
    }
}
