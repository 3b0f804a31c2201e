using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Files;
using TechMarket.Platform.Web;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.Sales;

/// <summary>Anyone browses the announced sales, those open for registration first.</summary>
static class ListAnnouncements
{
    public enum Phases
    {
        /// <summary>Registration is open.</summary>
        Open,

        /// <summary>Registration is closed, the result is not final.</summary>
        Running,
        Ended,
    }

    public sealed record Item(
        string Number, string Mode, string State, string AchievementNumber, string AchievementTitle, string SellerName, string Category,
        string? LicenceExclusivity, Money BasePrice, Money Deposit, string BiddingMethod, DateTimeOffset AnnouncedAt, DateTimeOffset EndsAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(
        TradingDb db, TimeProvider clock, CancellationToken ct, Phases? phase = null, [StringLength(100)] string? q = null, [Range(1, 100_000)] int page = 1,
        [Range(1, 100)] int size = 20)
    {
        var sales = db.Sales.AsNoTracking().Where(s => s.AnnouncedAt != null);
        if (phase is { } wanted)
        {
            sales = wanted switch
            {
                Phases.Open => sales.Where(s => s.State == SaleState.Announced),
                Phases.Ended => sales.Where(s => SaleSteps.Over.Contains(s.State)),
                _ => sales.Where(s => s.State != SaleState.Announced && !SaleSteps.Over.Contains(s.State)),
            };
        }
        if (!string.IsNullOrWhiteSpace(q))
        {
            var text = q.Trim();
            sales = sales.Where(s => s.Number == text
                || db.KnownAchievements.Any(a => a.Id == s.AchievementId && (a.Number == text || a.Title.Contains(text) || a.OwnerName.Contains(text))));
        }
        var total = await sales.CountAsync(ct);
        var rows = await sales.OrderBy(s => s.State == SaleState.Announced ? 0 : 1).ThenBy(s => s.EndsAt).ThenByDescending(s => s.AnnouncedAt).ThenBy(s => s.Id)
            .Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. rows.Select(ItemOf)], total, page, size, clock.GetUtcNow()));
    }

    private static Item ItemOf(Sale sale)
    {
        var round = sale.Announced!;
        return new Item(
            sale.Number, sale.Mode.Name(), sale.State.Name(), sale.Subject.AchievementNumber, sale.Subject.AchievementTitle, sale.Subject.SellerName,
            round.Terms.Transfer.Category, round.Terms.Transfer.LicenceExclusivity, round.Terms.BasePrice, round.Terms.Deposit, round.Terms.Bidding.Method.Name(),
            round.AnnouncedAt, round.EndsAt);
    }
}

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
        string? RevisionReason, IReadOnlyList<Earlier> Earlier, Guid? AuctionId, Result? Result, DateTimeOffset? EndedAt, string? EndReason,
        DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(string number, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        var sale = await db.Sales.AsNoTracking().SingleOrDefaultAsync(s => s.Number == number && s.AnnouncedAt != null, ct) ?? throw Problems.SaleNotFound.Now();
        var achievement = await db.KnownAchievements.AsNoTracking().SingleAsync(a => a.Id == sale.AchievementId, ct);
        var notice = await db.Notices.AsNoTracking().Where(n => n.SaleId == sale.Id && n.State != NoticeState.Revised && n.State != NoticeState.Cancelled)
            .OrderByDescending(n => n.PreparedAt).Select(n => n.Number).FirstOrDefaultAsync(ct);
        var round = sale.Announced!;
        var revised = sale.State is SaleState.Draft or SaleState.UnitReview or SaleState.Submitted or SaleState.Returned;
        return TypedResults.Ok(new Response(
            sale.Id.Value, number, sale.Mode.Name(), sale.State.Name(), sale.Wait.Name(), sale.AchievementId, sale.Subject.AchievementNumber,
            sale.Subject.AchievementTitle, achievement.PublicSummary, achievement.FieldCode, achievement.IpRights, sale.Subject.SellerName,
            SaleForm.From(round.Terms), SaleForm.From(round.Documents), new GetSale.Period(round.Length.Value, round.Length.Unit), round.Round, round.Extensions,
            round.AnnouncedAt, round.EndsAt, round.ReviewedByName, revised, revised ? sale.RevisionReason : null,
            [.. sale.Rounds.SkipLast(1).Select(r => new Earlier(r.Round, r.Terms.BasePrice, r.AnnouncedAt, r.EndsAt, r.ReplacedAt, r.ReplacedBecause))],
            sale.AuctionId, ResultOf(sale, notice), sale.EndedAt, sale.EndReason, clock.GetUtcNow()));
    }

    /// <summary>Public with its notice, not before, and no longer when it fell through.</summary>
    private static Result? ResultOf(Sale sale, string? notice) => sale is { Result: { } result, State: SaleState.ResultNotice or SaleState.Concluded }
        ? new Result(result.TransfereeName, result.Terms.Price, result.PricingMode, result.ByPriority, notice)
        : null;
}

/// <summary>Anyone opens a document that was announced with a sale.</summary>
static class GetAnnouncedDocument
{
    public static async Task<IResult> Handle(string number, Guid fileId, HttpResponse response, TradingDb db, FileStore store, CancellationToken ct)
    {
        var sale = await db.Sales.AsNoTracking().SingleOrDefaultAsync(s => s.Number == number && s.AnnouncedAt != null, ct) ?? throw Problems.SaleNotFound.Now();
        return GetSaleDocument.Send(sale.Announced!.Documents.FirstOrDefault(d => d.File.Id == fileId), response, store);
    }
}
