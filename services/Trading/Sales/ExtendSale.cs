using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>Nobody qualified: the seller keeps the same announcement open for the region's step.</summary>
static class ExtendSale
{
    /// <param name="Version">The sale as the person saw it.</param>
    public sealed record Request(long Version);

    public static async Task<Ok<GetSale.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockOwnSale(id, caller, ct, Roles.Publisher, Roles.Approver);
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        sale.Extend(request.Version, rules, WorkingCalendar.China, now);
        await db.SetDeadline(CloseSale.Kind, id.Value, sale.EndsAt!.Value, ct);
        db.PublishChange(sale, SaleReasons.Extended, rules, now);
        db.Audit(caller, "sale", id.Value, "extended", nameof(SaleState.ClosedForRegistration), sale.State.ToString(), $"#{sale.Announced!.Extensions}", retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetSale.View(sale, caller, db, rules, now, ct));
    }
}
