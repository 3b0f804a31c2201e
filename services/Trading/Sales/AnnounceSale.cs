using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Appraisals;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Sales;

/// <summary>
/// The bureau's reviewer confirms every point of the checklist and the sale is public. From here the achievement is kept for it:
/// talks that go on lapse, an agreement that stands is in the way.
/// </summary>
static class AnnounceSale
{
    /// <param name="NotDiscriminatory">The conditions favour or exclude nobody without need (DOMAIN L-4).</param>
    /// <param name="AuctionHouseVerified">Licence of the auction house and certificate of the auctioneer were verified; an auction sale needs it.</param>
    public sealed record Checklist(bool NotDiscriminatory, bool DocumentsComplete, bool BasePriceSupported, bool TransferClear, bool? AuctionHouseVerified = null);

    /// <param name="Version">The sale as the person saw it.</param>
    public sealed record Request(long Version, Checklist Checklist);

    public static async Task<Ok<GetSale.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var achievementId = await db.Sales.Where(s => s.Id == id).Select(s => (Guid?)s.AchievementId).SingleOrDefaultAsync(ct) ?? throw Problems.SaleNotFound.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var achievement = (await db.LockAchievement(achievementId, ct))!;
        var talks = await db.Negotiations.Where(n => n.AchievementId == achievementId && NegotiationSteps.Talking.Concat(new[] { NegotiationState.Stalled }).Contains(n.State))
            .OrderBy(n => n.Id).Select(n => n.Id).ToListAsync(ct);
        var negotiations = new List<Negotiation>();
        foreach (var talk in talks) negotiations.Add((await db.LockNegotiation(talk, ct))!);
        var sale = await db.LockSaleForBureau(id, caller, ct);
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        if (!achievement.AllowsTalks) throw Problems.AchievementNotAvailable.With(("status", achievement.Status));
        if (await db.Claims.AnyAsync(c => c.AchievementId == achievementId && c.ReleasedAt == null, ct)) throw Problems.AchievementClaimed.Now();
        var checks = request.Checklist;
        sale.Announce(
            request.Version, new SaleChecklist(checks.NotDiscriminatory, checks.DocumentsComplete, checks.BasePriceSupported, checks.TransferClear, checks.AuctionHouseVerified),
            caller.PersonName, rules, WorkingCalendar.China, now);
        await db.CheckAppraisal(sale, now, ct);
        await db.SetDeadline(CloseSale.Kind, id.Value, sale.EndsAt!.Value, ct);
        db.PublishChange(sale, null, rules, now);
        db.Audit(caller, "sale", id.Value, "announced", nameof(SaleState.Submitted), sale.State.ToString(), $"#{sale.Rounds.Count}", sale.Announced, "5y");
        foreach (var negotiation in negotiations.Where(n => n.Allows(NegotiationStep.Lapse)))
        {
            var from = negotiation.State;
            negotiation.Lapse(SystemReasons.ListedForSale, sale.Number, now);
            db.Publish(EndedFact.Of(negotiation));
            db.Audit(null, "negotiation", negotiation.Id.Value, "lapsed", from.ToString(), negotiation.State.ToString(), SystemReasons.ForAudit(negotiation.Ending!));
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetSale.View(sale, caller, db, rules, now, ct));
    }
}
