using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>What waits for the caller here: organisations for the bureau's reviewer; their own unfinished verification for an administrator.</summary>
static class ListTodo
{
    private const int Most = 100;

    public sealed record Item(
        Guid Id, string Kind, string Title, string? Subject, string? Number, DateTimeOffset WaitingSince, DateTimeOffset? DueAt, string Link);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static async Task<Ok<Response>> Handle(Caller caller, IdentityDb db, CancellationToken ct)
    {
        var items = new List<Item>();
        if (caller is { OrganisationKind: OrganisationKinds.Bureau, Verified: true } && caller.Has(Roles.Reviewer))
        {
            var waiting = await db.Organisations.AsNoTracking().Where(o => o.Status == OrganisationStatus.Submitted)
                .OrderBy(o => o.SubmittedAt).Take(Most).ToListAsync(ct);
            items.AddRange(waiting.Select(o => new Item(
                o.Id.Value, "organisation-to-verify", o.Name, null, o.CreditCode, o.SubmittedAt!.Value, null, $"/workbench/verifications/{o.Id}")));
        }
        if (caller is { OrganisationKind: OrganisationKinds.Bureau, Verified: true } && caller.Has(Roles.Reviewer))
        {
            var changing = await db.Organisations.AsNoTracking().Where(o => o.ChangeRequestedAt != null).OrderBy(o => o.ChangeRequestedAt).Take(Most).ToListAsync(ct);
            items.AddRange(changing.Select(o => new Item(
                o.Id.Value, "organisation-change-to-decide", o.Name, o.Change!.Reason, o.CreditCode, o.ChangeRequestedAt!.Value, null, $"/workbench/verifications/{o.Id}")));
        }
        if (caller is { Organisation: { } here, Verified: true } && caller.Has(Roles.Administrator))
        {
            var id = new OrganisationId(here);
            var own = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == id, ct);
            if (own.Change is { Refusal: { } refusal } refused)
                items.Add(new Item(here, "organisation-change-refused", own.Name, refusal, null, refused.RequestedAt, null, "/workbench/organisation"));
        }
        if (caller is { Organisation: { } mine, Verified: false } && caller.Has(Roles.Administrator))
        {
            var id = new OrganisationId(mine);
            var own = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == id, ct);
            if (own.Status is OrganisationStatus.Registered or OrganisationStatus.Refused)
                items.Add(new Item(mine, "organisation-to-submit", own.Name, own.RefusalReason, null, own.DecidedAt ?? own.CreatedAt, null, "/workbench/organisation"));
        }
        return TypedResults.Ok(new Response(items));
    }
}
