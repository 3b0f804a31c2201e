using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Messages;
using TechMarket.Platform.Files;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;
using TechMarket.Rules;

namespace TechMarket.Trading.Appraisals;

/// <summary>The holder puts an appraisal report of its achievement on record, with the report itself.</summary>
static class RecordAppraisal
{
    /// <param name="method">MARKET, INCOME or COST.</param>
    /// <param name="value">In yuan, at most two decimals.</param>
    // The client names the report, so sending it twice is one report.
    public static async Task<Ok<ListAppraisals.Item>> Handle(
        AppraisalId id, IFormFile file, [FromForm] Guid achievementId, [FromForm] WireName<AppraisalMethod> method,
        [FromForm, StringLength(200, MinimumLength = 2)] string agency, [FromForm, StringLength(100, MinimumLength = 1)] string reportNumber,
        [FromForm] DateOnly reportedOn, [FromForm] DateOnly validUntil, [FromForm, RegularExpression(@"^\d{1,13}(\.\d{1,2})?$")] string value,
        [FromForm, StringLength(500, MinimumLength = 2)] string purpose, [FromForm, StringLength(100)] string? filingNumber, Caller caller, TradingDb db,
        FileStore store, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Publisher).RequireVerified();
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        if (await db.Appraisals.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is { } known)
        {
            if (known.OwnerId != caller.OrganisationId || known.ReportNumber != reportNumber.Trim()) throw Problems.IdReused.Now();
            return TypedResults.Ok(ListAppraisals.ItemOf(known, today));
        }
        if (!await db.KnownAchievements.AnyAsync(a => a.Id == achievementId && a.OwnerId == caller.OrganisationId, ct)) throw Problems.NotYourAchievement.Now();
        var amount = Money.Yuan(decimal.Parse(value, CultureInfo.InvariantCulture));
        if (amount.Amount <= 0) throw Problems.PriceNotPositive.Now();
        if (reportedOn > today || validUntil <= reportedOn) throw Problems.AppraisalDatesWrong.Now();
        await using var content = file.OpenReadStream();
        var appraisal = new Appraisal
        {
            Id = id, AchievementId = achievementId, OwnerId = caller.OrganisationId, Method = method.Value, Agency = agency.Trim(), ReportNumber = reportNumber.Trim(),
            ReportedOn = reportedOn, ValidUntil = validUntil, Value = amount, Purpose = purpose.Trim(),
            FilingNumber = string.IsNullOrWhiteSpace(filingNumber) ? null : filingNumber.Trim(), File = await store.Save(file.FileName, content, ct),
            RecordedByName = caller.PersonName, RecordedAt = clock.GetUtcNow(),
        };
        db.Appraisals.Add(appraisal);
        db.Audit(caller, "appraisal", id.Value, "recorded", data: new { appraisal.AchievementId, appraisal.ReportNumber, appraisal.Value, appraisal.File.Sha256 }, retention: "5y");
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw Problems.ReportOnRecord.With(("reportNumber", appraisal.ReportNumber));
        }
        return TypedResults.Ok(ListAppraisals.ItemOf(appraisal, today));
    }
}
