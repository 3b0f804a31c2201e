using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>The seller takes back a sale that was never announced.</summary>
static class WithdrawSale
{
    /// <param name="Version">The sale as the person saw it.</param>
    public sealed record Request(long Version, [StringLength(2000, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetSale.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockOwnSale(id, caller, ct, Roles.Publisher);
        var now = clock.GetUtcNow();
        var from = sale.State;
        sale.Withdraw(request.Version, request.Reason.Trim(), now);
        db.PublishChange(sale, sale.EndReason, profile.At(now), now);
        db.Audit(caller, "sale", id.Value, "withdrawn", from.ToString(), sale.State.ToString(), request.Reason, retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetSale.View(sale, caller, db, profile.At(now), now, ct));
    }
}
