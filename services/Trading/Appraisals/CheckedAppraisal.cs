using Microsoft.EntityFrameworkCore;
using TechMarket.Rules;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Appraisals;

/// <summary>A base price that rests on an appraisal rests on a report of this very achievement whose validity is not over.</summary>
static class CheckedAppraisal
{
    public static async Task CheckAppraisal(this TradingDb db, Sale sale, DateTimeOffset now, CancellationToken ct)
    {
        if (sale.Terms.Basis.AppraisalId is not { } named) return;
        var id = new AppraisalId(named);
        var report = await db.Appraisals.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.AchievementId == sale.AchievementId, ct)
            ?? throw Problems.AppraisalNotFound.Now();
        if (report.IsExpired(ChinaTime.DayOf(now))) throw Problems.AppraisalExpired.With(("validUntil", report.ValidUntil));
    }
}
