using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Notices;

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
        sale.Extend(request.Version, rules.ListingExtension, WorkingCalendar.China, now);
        await db.SetDeadline(CloseSale.Kind, id.Value, sale.EndsAt!.Value, ct);
        db.PublishChange(sale, SaleReasons.Extended, rules, now);
        db.Audit(caller, "sale", id.Value, "extended", nameof(SaleState.ClosedForRegistration), sale.State.ToString(), $"#{sale.Announced!.Extensions}", retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetSale.View(sale, caller, db, rules, now, ct));
    }
}

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

/// <summary>The seller ends a sale that found no transferee.</summary>
static class EndSale
{
    /// <param name="Version">The sale as the person saw it.</param>
    public sealed record Request(long Version, [StringLength(2000, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetSale.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockOwnSale(id, caller, ct, Roles.Publisher, Roles.Approver);
        var now = clock.GetUtcNow();
        var from = sale.Wait;
        sale.Lapse(request.Version, request.Reason.Trim(), now);
        db.PublishChange(sale, sale.EndReason, profile.At(now), now);
        db.Audit(caller, "sale", id.Value, "ended", from.ToString(), sale.State.ToString(), request.Reason, retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetSale.View(sale, caller, db, profile.At(now), now, ct));
    }
}

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

/// <summary>The bureau ends an announced sale for a cause it publishes (DOMAIN L-3); every deposit goes back.</summary>
static class TerminateSale
{
    /// <param name="Version">The sale as the person saw it.</param>
    public sealed record Request(long Version, [StringLength(2000, MinimumLength = 5)] string Reason);

    public static async Task<Ok<GetSale.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockSaleForBureau(id, caller, ct);
        var now = clock.GetUtcNow();
        var from = sale.State;
        sale.Terminate(request.Version, request.Reason.Trim(), now);
        db.PublishChange(sale, sale.EndReason, profile.At(now), now);
        db.Audit(caller, "sale", id.Value, "terminated", from.ToString(), sale.State.ToString(), request.Reason, retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetSale.View(sale, caller, db, profile.At(now), now, ct));
    }
}

/// <summary>An objection showed a mistake in the notice of the result: the seller publishes it corrected, for its full period.</summary>
static class CorrectResultNotice
{
    /// <param name="Procedure">How to object and how it is decided.</param>
    public sealed record Request(
        [StringLength(4000, MinimumLength = 10)] string Summary, [StringLength(4000, MinimumLength = 10)] string Procedure, bool RelatedParty,
        [StringLength(2000)] string? RelatedPartyStatement = null, [StringLength(2000)] string? PriceBasis = null);

    public static async Task<Ok<GetSale.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockOwnSale(id, caller, ct, Roles.Publisher);
        var last = await db.Notices.AsNoTracking().Where(n => n.SaleId == id).OrderByDescending(n => n.PreparedAt).ThenByDescending(n => n.Id).FirstOrDefaultAsync(ct);
        if (sale.State != SaleState.ResultNotice || last?.State != NoticeState.Revised)
            throw Problems.SaleWrongState.With(("state", sale.State), ("noticeState", last?.State));
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        var contents = new NoticeContents(
            request.Summary.Trim(), request.Procedure.Trim(), request.PriceBasis, request.RelatedParty, request.RelatedParty ? request.RelatedPartyStatement : null);
        await SaleNotices.Publish(sale, contents, db, rules, now, ct);
        db.Audit(caller, "sale", id.Value, "result-corrected", sale.State.ToString(), sale.State.ToString(), data: contents, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetSale.View(sale, caller, db, rules, now, ct));
    }
}
