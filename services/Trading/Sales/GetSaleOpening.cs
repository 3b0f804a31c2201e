using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Appraisals;

namespace TechMarket.Trading.Sales;

/// <summary>The seller opens the form of a new sale: what it could sell, and the region's rules for the terms.</summary>
static class GetSaleOpening
{
    private const int AtMost = 50;

    public sealed record Report(Guid Id, string ReportNumber, Money Value, DateOnly ValidUntil, bool Expired);

    public sealed record Achievement(Guid Id, string Number, string Title, IReadOnlyList<string> TransferWays, IReadOnlyList<Report> Appraisals);

    public sealed record Tier(decimal AbovePrice, GetSale.Period MinPeriod);

    public sealed record Extension(GetSale.Period Period, int MaxTimes);

    /// <param name="Notice">拍卖公告: the least length of an auction's announcement.</param>
    /// <param name="Viewing">拍卖标的展示.</param>
    /// <param name="UsualRate">Commission of a side above which is warned, and <paramref name="MaxRate"/> above which is refused.</param>
    public sealed record Auction(GetSale.Period Notice, GetSale.Period Viewing, decimal UsualRate, decimal MaxRate);

    /// <param name="DepositMinRate">A fraction of the base price.</param>
    /// <param name="StateTiers">Longer least periods for a state enterprise, by base price; empty for others.</param>
    public sealed record Rules(
        GetSale.Period MinPeriod, IReadOnlyList<Tier> StateTiers, decimal DepositMinRate, decimal DepositMaxRate, Extension Extension, GetSale.Period ResultNotice,
        GetSale.Period Decision, Auction Auction);

    public sealed record Response(IReadOnlyList<Achievement> Achievements, Rules Rules, bool UnitApproves);

    public static async Task<Ok<Response>> Handle(
        Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct, [StringLength(100)] string? q = null)
    {
        caller.Require(Roles.Publisher);
        var own = caller.OrganisationId;
        var now = clock.GetUtcNow();
        var free = db.KnownAchievements.AsNoTracking().Where(a => a.OwnerId == own && a.Status == "PUBLISHED"
            && !db.Sales.Any(s => s.AchievementId == a.Id && !SaleSteps.Over.Contains(s.State)));
        if (!string.IsNullOrWhiteSpace(q))
        {
            var text = q.Trim();
            free = free.Where(a => a.Number == text || a.Title.Contains(text));
        }
        var achievements = await free.OrderByDescending(a => a.PublishedAt).ThenBy(a => a.Id).Take(AtMost).ToListAsync(ct);
        var ids = achievements.Select(a => a.Id).ToList();
        var reports = await db.Appraisals.AsNoTracking().Where(a => ids.Contains(a.AchievementId)).OrderByDescending(a => a.ReportedOn).ToListAsync(ct);
        var today = ChinaTime.DayOf(now);
        var rules = profile.At(now);
        return TypedResults.Ok(new Response(
            [
                .. achievements.Select(a => new Achievement(
                    a.Id, a.Number, a.Title, a.TransferWays, [.. reports.Where(r => r.AchievementId == a.Id).Select(r => ReportOf(r, today))])),
            ],
            new Rules(
                Of(rules.ListingMinPeriod), caller.PartyNature == DraftSale.StateOwned ? [.. rules.StateAssetListing.Select(t => new Tier(t.AbovePrice, Of(t.MinPeriod)))] : [],
                rules.DepositRange.MinRate, rules.DepositRange.MaxRate, new Extension(Of(rules.ListingExtension.Period), rules.ListingExtension.MaxTimes),
                Of(rules.ResultNoticePeriod), Of(rules.SaleDecisionPeriod),
                new Auction(
                    Of(rules.AuctionNoticePeriod), Of(rules.AuctionViewingPeriod), rules.AuctionCommission.UsualRate, rules.AuctionCommission.MaxRate)),
            caller.OrganisationKind is OrganisationKinds.University or OrganisationKinds.Institute));
    }

    private static Report ReportOf(Appraisal report, DateOnly today) => new(report.Id.Value, report.ReportNumber, report.Value, report.ValidUntil, report.IsExpired(today));

    private static GetSale.Period Of(Period period) => new(period.Value, period.Unit);
}
