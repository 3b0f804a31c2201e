using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;
using TechMarket.Rules;

namespace TechMarket.Trading.Appraisals;

/// <summary>A holder sees the appraisal reports of its achievements; those whose validity is over are marked.</summary>
static class ListAppraisals
{
    /// <param name="Method">MARKET, INCOME or COST.</param>
    public sealed record Item(
        Guid Id, Guid AchievementId, string Method, string Agency, string ReportNumber, DateOnly ReportedOn, DateOnly ValidUntil, bool Expired, Money Value,
        string Purpose, string? FilingNumber, string FileName, string RecordedByName, DateTimeOffset RecordedAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct, Guid? achievementId = null, [Range(1, 100_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var own = caller.OrganisationId;
        var reports = db.Appraisals.AsNoTracking().Where(a => a.OwnerId == own);
        if (achievementId is { } achievement) reports = reports.Where(a => a.AchievementId == achievement);
        var total = await reports.CountAsync(ct);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var rows = await reports.OrderByDescending(a => a.ReportedOn).ThenByDescending(a => a.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. rows.Select(r => ItemOf(r, today))], total, page, size));
    }

    internal static Item ItemOf(Appraisal report, DateOnly today) => new(
        report.Id.Value, report.AchievementId, report.Method.Name(), report.Agency, report.ReportNumber, report.ReportedOn, report.ValidUntil, report.IsExpired(today),
        report.Value, report.Purpose, report.FilingNumber, report.File.Name, report.RecordedByName, report.RecordedAt);
}
