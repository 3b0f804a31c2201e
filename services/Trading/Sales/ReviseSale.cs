using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>The seller changes announced terms, or tries again, perhaps at a lower price: reviewed and announced anew, the period starts again.</summary>
static class ReviseSale
{
    /// <param name="Version">The sale as the person saw it.</param>
    /// <param name="Reason">It is published with the new announcement.</param>
    public sealed record Request(long Version, [StringLength(2000, MinimumLength = 5)] string Reason);

    public static async Task<Ok<GetSale.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockOwnSale(id, caller, ct, Roles.Publisher, Roles.Approver);
        var now = clock.GetUtcNow();
        var from = sale.State;
        sale.Revise(request.Version, request.Reason.Trim(), now);
        db.PublishChange(sale, request.Reason.Trim(), profile.At(now), now);
        db.Audit(caller, "sale", id.Value, "revised", from.ToString(), sale.State.ToString(), request.Reason, retention: "5y");
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: TradingDb.OneRunningSale })
        {
            throw Problems.SaleRunning.Now();
        }
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetSale.View(sale, caller, db, profile.At(now), now, ct));
    }
}
