using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Negotiations;

/// <summary>A party reads what happened in a negotiation, from the audit trail.</summary>
static class GetHistory
{
    public sealed record Item(DateTimeOffset At, string Action, string? From, string? To, string? PersonName, string? OrganisationName, string? Reason);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static async Task<Ok<Response>> Handle(NegotiationId id, Caller caller, TradingDb db, CancellationToken ct)
    {
        var negotiation = await db.Negotiations.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct);
        if (negotiation?.SideOf(caller.Organisation) is null) throw Problems.NegotiationNotFound.Now();
        var items = await db.AuditTrail.AsNoTracking().Where(r => r.SubjectKind == "negotiation" && r.SubjectId == id.Value).OrderBy(r => r.Sequence)
            .Select(r => new Item(r.At, r.Action, r.FromState, r.ToState, r.PersonName, r.OrganisationName, r.Reason)).ToListAsync(ct);
        return TypedResults.Ok(new Response(items));
    }
}
