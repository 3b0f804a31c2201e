using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechMarket.Identity.Tokens;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Sessions;

/// <summary>Knows at once who asks: reads the session, and keeps the answer for a few seconds or until something changes in this process.</summary>
sealed class LocalSessionExchange(IServiceScopeFactory scopes, TokenIssuer tokens, IOptions<IdentityOptions> options, TimeProvider clock) : ISessionExchange
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);
    private const int MostKept = 50_000;
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, SessionTicket Ticket)> known = new(StringComparer.Ordinal);
    private int generation;

    public async ValueTask<SessionTicket?> Exchange(string sessionSecret, CancellationToken ct)
    {
        var key = Secrets.Hash(sessionSecret);
        var now = clock.GetUtcNow();
        if (known.TryGetValue(key, out var kept) && kept.Until > now) return kept.Ticket;
        var readIn = Volatile.Read(ref generation);
        if (await Read(sessionSecret, now, ct) is not { } ticket)
        {
            known.TryRemove(key, out _);
            return null;
        }
        if (known.Count >= MostKept) known.Clear();
        known[key] = (now + Keep, ticket);
        // What changed while it was read may not be in it.
        if (readIn != Volatile.Read(ref generation)) known.TryRemove(key, out _);
        return ticket;
    }

    /// <summary>Something about people, roles or organisations has changed and is committed: everybody is looked up again.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref generation);
        known.Clear();
    }

    private async Task<SessionTicket?> Read(string secret, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if (await db.SessionOf(secret, now, options.Value.IdleTimeout, ct) is not { } session) return null;
        if (now - session.LastSeenAt >= SeenEvery)
            await db.Sessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), ct);
        var person = await db.People.SingleAsync(p => p.Id == session.PersonId, ct);
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.PersonId == session.PersonId && m.OrganisationId == session.OrganisationId && m.Active, ct);
        var organisation = membership is null ? null : await db.Organisations.SingleAsync(o => o.Id == membership.OrganisationId, ct);
        var claims = Callers.Of(person, organisation, membership).ToClaims().ToList();
        var (token, expiresAt) = await tokens.Issue(claims, ct);
        return new SessionTicket(claims, token, expiresAt);
    }
}
