using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The holder and the bureau read what happened to an offer, from the audit trail.</summary>
static class GetFixedTermOfferHistory
{
    public static async Task<Ok<GetSaleHistory.Response>> Handle(FixedTermId id, Caller caller, TradingDb db, CancellationToken ct)
    {
        await db.ReadOffer(id, caller, ct);
        var items = await db.AuditTrail.AsNoTracking().Where(r => r.SubjectKind == "fixed-term-offer" && r.SubjectId == id.Value).OrderBy(r => r.Sequence)
            .Select(r => new GetSaleHistory.Item(r.At, r.Action, r.FromState, r.ToState, r.PersonName, r.OrganisationName, r.Reason)).ToListAsync(ct);
        return TypedResults.Ok(new GetSaleHistory.Response(items));
    }
}
