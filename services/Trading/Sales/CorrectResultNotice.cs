using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.Sales;

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
