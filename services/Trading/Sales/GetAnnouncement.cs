using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Web;
using TechMarket.Trading.Bidding;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.Sales;

/// <summary>Anyone reads an announced sale: what is sold, on which terms, until when, and how it ended; never who takes part.</summary>
static class GetAnnouncement
{
    /// <summary>An announcement that a later one took the place of.</summary>
    public sealed record Earlier(int Round, Money BasePrice, DateTimeOffset AnnouncedAt, DateTimeOffset EndsAt, DateTimeOffset? ReplacedAt, string? ReplacedBecause);

    public sealed record Result(string TransfereeName, Money Price, string PricingMode, bool ByPriority, string? NoticeNumber);

    /// <param name="UnderRevision">Its terms are being changed: registration is closed until they are announced anew.</param>
    public sealed record Response(
        Guid Id, string Number, string Mode, string State, string Wait, Guid AchievementId, string AchievementNumber, string AchievementTitle, string Summary,
        string FieldCode, IReadOnlyList<IpRight> IpRights, string SellerName, SaleForm.Terms Terms, IReadOnlyList<SaleForm.Document> Documents,
        GetSale.Period Length, int Round, int Extensions, DateTimeOffset AnnouncedAt, DateTimeOffset EndsAt, string ReviewedByName, bool UnderRevision,
        string? RevisionReason, IReadOnlyList<Earlier> Earlier, Guid? AuctionId, string? AuctionNumber, Result? Result, DateTimeOffset? EndedAt, string? EndReason,
        DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(string number, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        var sale = await db.Sales.AsNoTracking().SingleOrDefaultAsync(s => s.Number == number && s.AnnouncedAt != null, ct) ?? throw Problems.SaleNotFound.Now();
        var achievement = await db.KnownAchievements.AsNoTracking().SingleAsync(a => a.Id == sale.AchievementId, ct);
        var notice = await db.Notices.AsNoTracking().Where(n => n.SaleId == sale.Id && n.State != NoticeState.Revised && n.State != NoticeState.Cancelled)
            .OrderByDescending(n => n.PreparedAt).Select(n => n.Number).FirstOrDefaultAsync(ct);
        var auctionId = sale.AuctionId is { } room ? new AuctionId(room) : (AuctionId?)null;
        var auctionNumber = await db.Auctions.AsNoTracking().Where(a => a.Id == auctionId).Select(a => a.Number).FirstOrDefaultAsync(ct);
        var round = sale.Announced!;
        var revised = sale.State is SaleState.Draft or SaleState.UnitReview or SaleState.Submitted or SaleState.Returned;
        return TypedResults.Ok(new Response(
            sale.Id.Value, number, sale.Mode.Name(), sale.State.Name(), sale.Wait.Name(), sale.AchievementId, sale.Subject.AchievementNumber,
            sale.Subject.AchievementTitle, achievement.PublicSummary, achievement.FieldCode, achievement.IpRights, sale.Subject.SellerName,
            Public(round.Terms), SaleForm.From(round.Documents), new GetSale.Period(round.Length.Value, round.Length.Unit), round.Round, round.Extensions,
            round.AnnouncedAt, round.EndsAt, round.ReviewedByName, revised, revised ? sale.RevisionReason : null,
            [.. sale.Rounds.SkipLast(1).Select(r => new Earlier(r.Round, r.Terms.BasePrice, r.AnnouncedAt, r.EndsAt, r.ReplacedAt, r.ReplacedBecause))],
            sale.AuctionId, auctionNumber, ResultOf(sale, notice), sale.EndedAt, sale.EndReason, clock.GetUtcNow()));
    }

    /// <summary>That somebody has a right of first refusal is public, and why; who it is, is not (个人信息保护法 25).</summary>
    private static SaleForm.Terms Public(SaleTerms terms)
    {
        var form = SaleForm.From(terms);
        return form with { Priorities = [.. form.Priorities.Select(p => p with { Name = "" })] };
    }

    /// <summary>Public with its notice, not before, and no longer when it fell through.</summary>
    private static Result? ResultOf(Sale sale, string? notice) => sale is { Result: { } result, State: SaleState.ResultNotice or SaleState.Concluded }
        ? new Result(result.TransfereeName, result.Terms.Price, result.PricingMode, result.ByPriority, notice)
        : null;
}
