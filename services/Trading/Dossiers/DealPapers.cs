using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Web;
using TechMarket.Trading.Deals;
using TechMarket.Trading.FixedTerm;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Notices;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Dossiers;

/// <summary>The deal itself, where it stands, and what was heard of it since.</summary>
static class DealPapers
{
    public static async Task<IReadOnlyList<Stop>> Add(
        PaperFolder folder, Deal deal, Negotiation? talks, Sale? sale, Uptake? uptake, IReadOnlyList<PriceNotice> notices, TradingDb db, CancellationToken ct)
    {
        var progress = await db.DealProgress.AsNoTracking().SingleOrDefaultAsync(p => p.DealId == deal.Id.Value, ct);
        var achievement = await db.KnownAchievements.AsNoTracking().SingleAsync(a => a.Id == deal.AchievementId, ct);
        var stops = DealLine.Of(new DealCourse(achievement, talks, notices.Count > 0 ? notices[^1] : null, deal, progress, null, WithRoom: false, WithPapers: false, sale, uptake));
        var receipts = (progress?.Receipts ?? []).OrderBy(r => r.ConfirmedAt).ThenBy(r => r.PaymentId).ToList();
        var path = folder.Json("4-deal/deal.json", $"成交记录 {deal.Number}", new
        {
            deal.Number, deal.PricingMode, deal.AchievementNumber, deal.AchievementTitle, deal.Seller, deal.Buyer, deal.Price, deal.Terms, deal.RelatedParty, deal.ConcludedAt,
            Line = stops.Select(s => new { s.Key, State = s.State.Name(), s.At, s.Who, Document = s.Document?.Title, s.ReasonCode, Reason = folder.Say(s.Reason) }),
            Contract = progress?.ContractNumber, progress?.RegistrationNumber, progress?.VerificationCode, progress?.RegisteredAt, Receipts = receipts,
        });
        folder.Line("deal", deal.ConcludedAt, "成交", "Deal concluded", $"{deal.Number}　{DossierWords.Money(deal.Price)}", path);
        foreach (var receipt in receipts) folder.Line("deal", receipt.ConfirmedAt, "收款确认", "Payment confirmed", DossierWords.Money(receipt.Amount), path);
        return stops;
    }
}
