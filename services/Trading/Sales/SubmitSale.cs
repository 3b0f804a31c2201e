using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Appraisals;

namespace TechMarket.Trading.Sales;

/// <summary>The seller hands the terms in: a university's or institute's approver looks first, then the bureau.</summary>
static class SubmitSale
{
    /// <param name="Version">The sale as the person saw it.</param>
    public sealed record Request(long Version);

    public static async Task<Ok<GetSale.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockOwnSale(id, caller, ct, Roles.Publisher);
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        var from = sale.State;
        sale.Submit(request.Version, caller.OrganisationKind is OrganisationKinds.University or OrganisationKinds.Institute, rules, caller.PersonId, now);
        await db.CheckAppraisal(sale, now, ct);
        if (sale.State == SaleState.Submitted) db.PublishChange(sale, null, rules, now);
        db.Audit(caller, "sale", id.Value, "submitted", from.ToString(), sale.State.ToString(), sale.RevisionReason, sale.Terms, "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetSale.View(sale, caller, db, rules, now, ct));
    }
}
