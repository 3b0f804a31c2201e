using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Sessions;

/// <summary>A person acts for another of their organisations from here on, in this browser and at the next sign-in.</summary>
static class SwitchOrganisation
{
    public sealed record Request(OrganisationId OrganisationId);

    public static async Task<Ok<GetSession.Response>> Handle(
        Request request, HttpContext context, Caller caller, IdentityDb db, LocalSessionExchange exchange, IOptions<IdentityOptions> options,
        TimeProvider clock, CancellationToken ct)
    {
        var secret = SessionCookie.Read(context);
        var session = await db.SessionOf(secret, clock.GetUtcNow(), options.Value.IdleTimeout, ct) ?? throw PlatformProblems.SignInNeeded.Now();
        if (session.OrganisationId == request.OrganisationId) return TypedResults.Ok(await GetSession.Answer(db, session, secret!, ct));
        if (!await db.Memberships.AnyAsync(m => m.PersonId == session.PersonId && m.OrganisationId == request.OrganisationId && m.Active, ct))
            throw Problems.NotAMember.Now();
        var person = await db.People.SingleAsync(p => p.Id == session.PersonId, ct);
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == request.OrganisationId, ct);
        session.ActFor(organisation.Id);
        person.ActFor(organisation.Id);
        db.Audit(caller, "person", person.Id.Value, "switched-organisation", caller.OrganisationName, organisation.Name, retention: "6m");
        await db.SaveChangesAsync(ct);
        exchange.Forget();
        return TypedResults.Ok(await GetSession.Answer(db, session, secret!, ct));
    }
}
