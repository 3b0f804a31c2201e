using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The taker reports use and sales of the next days, or corrects a report the holder has not confirmed.</summary>
static class FileUsageReport
{
    public sealed record Request(DateOnly From, DateOnly To, Money Sales, [StringLength(4000)] string? Note = null);

    // The client names the report, so sending it twice is one report.
    public static async Task<Ok<GetUptake.Response>> Handle(
        UptakeId id, Guid reportId, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var uptake = await db.LockAs(UptakeSide.Taker, id, caller, ct);
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        if (await File(uptake, reportId, request.From, request.To, request.Sales, request.Note, false, caller, db, rules, now, ct))
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        return TypedResults.Ok(await GetUptake.View(uptake, caller, db, rules, now, ct));
    }

    /// <summary>Files it and begins the holder's time to answer.</summary>
    internal static async Task<bool> File(
        Uptake uptake, Guid reportId, DateOnly from, DateOnly to, Money sales, string? note, bool final, Caller caller, TradingDb db, RuleSet rules,
        DateTimeOffset now, CancellationToken ct)
    {
        var filing = Guid.CreateVersion7();
        var words = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (!uptake.File(reportId, from, to, sales, words, final, filing, caller.PersonName, rules.FixedTermOffers.ReportReview, now)) return false;
        var report = uptake.Reports.Single(r => r.Id == reportId);
        db.FiledReports.Add(new FiledReport { Id = filing, UptakeId = uptake.Id });
        await db.SetDeadline(ConfirmBySilence.Kind, filing, report.AnswerBy, ct);
        UptakeCourse.Tell(uptake, "REPORT_FILED", report, caller, null, db, now);
        return true;
    }
}
