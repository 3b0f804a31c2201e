using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Files;
using TechMarket.Platform.Security;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Appraisals;

/// <summary>The holder opens a report; the bureau too, when a sale that was submitted rests on it.</summary>
static class GetAppraisalFile
{
    public static async Task<IResult> Handle(AppraisalId id, HttpResponse response, Caller caller, TradingDb db, FileStore store, CancellationToken ct)
    {
        var report = await db.Appraisals.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (report is null || (report.OwnerId != caller.Organisation && !await Reviews(report, caller, db, ct))) throw Problems.AppraisalNotFound.Now();
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Stream(store.Open(report.File), report.File.ContentType, report.File.Name);
    }

    private static async Task<bool> Reviews(Appraisal report, Caller caller, TradingDb db, CancellationToken ct) =>
        caller.IsBureau() && (await db.Sales.AsNoTracking().Where(s => s.AchievementId == report.AchievementId).ToListAsync(ct))
            .Exists(s => s.BureauSees() && s.Terms.Basis.AppraisalId == report.Id.Value);
}
