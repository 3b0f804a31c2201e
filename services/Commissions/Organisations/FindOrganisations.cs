using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Organisations;

/// <summary>A broker looks for the client or the fellow brokers of a mandate by name.</summary>
static class FindOrganisations
{
    public sealed record Item(Guid Id, string Name, string Kind, string? AreaCode);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static async Task<Ok<Response>> Handle(
        [StringLength(60)] string? q, [RegularExpression("client|broker")] string? side, Caller caller, CommissionsDb db, CancellationToken ct)
    {
        caller.Require(Roles.Broker);
        string[] kinds = side == "broker"
            ? [OrganisationKinds.BrokerAgency, OrganisationKinds.IndividualBroker]
            : [OrganisationKinds.Enterprise, OrganisationKinds.University, OrganisationKinds.Institute];
        var found = db.Organisations.Where(o => o.Verified && kinds.Contains(o.Kind));
        if (!string.IsNullOrWhiteSpace(q)) found = found.Where(o => EF.Functions.ILike(o.Name, "%" + q.Trim().Replace("%", "") + "%"));
        return TypedResults.Ok(new Response(
            await found.OrderBy(o => o.Name).Take(20).Select(o => new Item(o.Id, o.Name, o.Kind, o.AreaCode)).ToListAsync(ct)));
    }
}
