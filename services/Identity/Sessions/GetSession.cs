using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechMarket.Identity.People;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Sessions;

/// <summary>The web app asks who is signed in here, and for whom they act. Nobody is an answer, too.</summary>
static class GetSession
{
    public sealed record SessionPerson(PersonId Id, string Name, string Email, string Language);

    public sealed record SessionOrganisation(OrganisationId Id, string Name, string Kind, string AreaCode, bool Verified);

    public sealed record SessionMembership(OrganisationId OrganisationId, string OrganisationName, string Kind, bool Verified, IReadOnlyList<string> Roles);

    public sealed record Response(
        bool SignedIn, SessionPerson? Person, SessionOrganisation? Organisation, IReadOnlyList<string> Roles, IReadOnlyList<SessionMembership> Memberships,
        string? AntiForgeryToken);

    public static async Task<Ok<Response>> Handle(
        HttpContext context, IdentityDb db, IOptions<IdentityOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var secret = SessionCookie.Read(context);
        if (await db.SessionOf(secret, clock.GetUtcNow(), options.Value.IdleTimeout, ct) is { } session)
            return TypedResults.Ok(await Answer(db, session, secret!, ct));
        if (secret is not null) SessionCookie.Clear(context);
        return TypedResults.Ok(new Response(false, null, null, [], [], null));
    }

    public static async Task<Response> Answer(IdentityDb db, Session session, string secret, CancellationToken ct)
    {
        var person = await db.People.SingleAsync(p => p.Id == session.PersonId, ct);
        var memberships = await Memberships(db, person.Id, ct);
        var current = memberships.FirstOrDefault(m => m.Organisation.Id == session.OrganisationId);
        return new Response(
            true,
            new SessionPerson(person.Id, person.Name, person.Email, person.Language),
            current?.Organisation,
            current?.Roles ?? [],
            [.. memberships.Select(m => new SessionMembership(m.Organisation.Id, m.Organisation.Name, m.Organisation.Kind, m.Organisation.Verified, m.Roles))],
            BrowserSession.AntiForgeryToken(secret));
    }

    /// <summary>The organisation to begin with: the last one, else the first joined.</summary>
    public static async Task<OrganisationId?> FirstOrganisation(IdentityDb db, Person person, CancellationToken ct)
    {
        var memberships = await Memberships(db, person.Id, ct);
        return (memberships.FirstOrDefault(m => m.Organisation.Id == person.LastOrganisationId) ?? memberships.FirstOrDefault())?.Organisation.Id;
    }

    private static async Task<List<Mine>> Memberships(IdentityDb db, PersonId person, CancellationToken ct)
    {
        var rows = await (from m in db.Memberships
                          join o in db.Organisations on m.OrganisationId equals o.Id
                          where m.PersonId == person && m.Active
                          orderby m.JoinedAt, o.Id
                          select new { m, o }).AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(r => new Mine(new SessionOrganisation(r.o.Id, r.o.Name, r.o.Kind, r.o.AreaCode, r.o.IsVerified), r.m.Roles))];
    }

    private sealed record Mine(SessionOrganisation Organisation, IReadOnlyList<string> Roles);
}
