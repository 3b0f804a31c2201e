using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>The unit's approver stands behind the terms; the bureau reviews them next.</summary>
static class ApproveSale
{
    /// <param name="Version">The sale as the person saw it.</param>
    public sealed record Request(long Version);

    public static async Task<Ok<GetSale.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockOwnSale(id, caller, ct, Roles.Approver);
        var now = clock.GetUtcNow();
        sale.Approve(request.Version, caller.PersonName, now);
        db.PublishChange(sale, null, profile.At(now), now);
        db.Audit(caller, "sale", id.Value, "approved", nameof(SaleState.UnitReview), sale.State.ToString(), data: sale.Terms, retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetSale.View(sale, caller, db, profile.At(now), now, ct));
    }
}
