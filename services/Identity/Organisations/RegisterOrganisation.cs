using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Members;
using TechMarket.Identity.Sessions;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>A person registers the organisation they act for and becomes its administrator.</summary>
static class RegisterOrganisation
{
    public sealed record Request(
        OrganisationId Id,
        [property: StringLength(Lengths.OrganisationName, MinimumLength = 2)] string Name,
        [property: StringLength(30)] string Kind,
        [property: RegularExpression("^[0-9]{6}$")] string AreaCode,
        [property: StringLength(Lengths.PersonName, MinimumLength = 1)] string ContactName,
        [property: StringLength(Lengths.Phone, MinimumLength = 5)] string ContactPhone,
        [property: StringLength(30)] string? CreditCode = null,
        [property: StringLength(10)] string? PartyNature = null,
        bool PublicInstitution = false)
    {
        internal Particulars Particulars => new(Name, Kind, CreditCode, PartyNature, AreaCode, PublicInstitution, ContactName, ContactPhone);
    }

    public static async Task<Created<GetProfile.Response>> Handle(
        Request request, Caller caller, IdentityDb db, LocalSessionExchange exchange, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var particulars = request.Particulars.Checked();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var person = await db.LockPerson(new PersonId(caller.PersonId), ct) ?? throw PlatformProblems.NotFound.Now();
        if (await db.Organisations.SingleOrDefaultAsync(o => o.Id == request.Id, ct) is { } known)
        {
            if (known.RegisteredBy != person.Id) throw PlatformProblems.NotFound.Now();
            return known.Version == 1 && known.Particulars == particulars ? Answer(known) : throw Problems.IdReused.Now();
        }
        if (particulars.CreditCode is { } code && await db.Organisations.AnyAsync(o => o.CreditCode == code && o.Status == OrganisationStatus.Verified, ct))
            throw Problems.CreditCodeTaken.Now();

        var organisation = Organisation.Register(request.Id, particulars, person.Id, now);
        var roles = RoleRules.OfRegistrant(organisation.Kind);
        RoleRules.RefuseRegistrarAndBroker(roles, await db.RolesElsewhere(person.Id, organisation.Id, ct));
        var membership = Membership.Join(organisation.Id, person.Id, roles, now);
        db.AddRange(organisation, membership);
        person.ActFor(organisation.Id);
        db.Publish(organisation.Fact(now));
        db.Publish(membership.Fact(person, now));
        db.Audit(caller, "organisation", organisation.Id.Value, "registered", null, organisation.Status.ToString(), data: particulars, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await db.Sessions.Where(s => s.PersonId == person.Id && s.OrganisationId == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.OrganisationId, organisation.Id), ct);
        await transaction.CommitAsync(ct);
        exchange.Forget();
        return Answer(organisation);
    }

    private static Created<GetProfile.Response> Answer(Organisation o) => TypedResults.Created($"/api/identity/organisations/{o.Id}/profile", GetProfile.Answer(o));
}
