using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.FixedTerm;

/// <summary>Both sides and the bureau read what happened to an uptake, from the audit trail.</summary>
static class GetUptakeHistory
{
    public static async Task<Ok<GetSaleHistory.Response>> Handle(UptakeId id, Caller caller, TradingDb db, CancellationToken ct)
    {
        await db.ReadUptake(id, caller, ct);
        var items = await db.AuditTrail.AsNoTracking().Where(r => r.SubjectKind == "uptake" && r.SubjectId == id.Value).OrderBy(r => r.Sequence)
            .Select(r => new GetSaleHistory.Item(r.At, r.Action, r.FromState, r.ToState, r.PersonName, r.OrganisationName, r.Reason)).ToListAsync(ct);
        return TypedResults.Ok(new GetSaleHistory.Response(items));
    }
}
