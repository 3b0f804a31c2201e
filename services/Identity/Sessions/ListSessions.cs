using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Sessions;

/// <summary>A person sees where they are signed in.</summary>
static class ListSessions
{
    public sealed record Item(SessionId Id, string Device, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt, bool Current);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static async Task<Ok<Response>> Handle(
        HttpContext context, Caller caller, IdentityDb db, IOptions<IdentityOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var me = new PersonId(caller.PersonId);
        var current = Secrets.Hash(SessionCookie.Read(context) ?? "");
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.PersonId == me).OrderByDescending(s => s.LastSeenAt).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. sessions.Where(s => s.IsAlive(now, options.Value.IdleTimeout))
            .Select(s => new Item(s.Id, s.Device, s.CreatedAt, s.LastSeenAt, s.ExpiresAt, s.SecretHash == current))]));
    }
}
