using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>The unit's approver or the bureau's reviewer sends the terms back with a reason.</summary>
static class ReturnSale
{
    /// <param name="Version">The sale as the person saw it.</param>
    public sealed record Request(long Version, [StringLength(2000, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetSale.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var unit = !caller.IsBureau();
        var sale = unit ? await db.LockOwnSale(id, caller, ct, Roles.Approver) : await db.LockSaleForBureau(id, caller, ct);
        var now = clock.GetUtcNow();
        var from = sale.State;
        if ((from == SaleState.UnitReview) != unit) throw Problems.SaleWrongState.With(("state", from), ("step", SaleStep.Return));
        sale.Return(request.Version, new SaleReturn(unit ? "unit" : "platform", request.Reason.Trim(), caller.PersonName, now));
        db.PublishChange(sale, request.Reason, profile.At(now), now);
        db.Audit(caller, "sale", id.Value, "returned", from.ToString(), sale.State.ToString(), request.Reason, retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetSale.View(sale, caller, db, profile.At(now), now, ct));
    }
}
