using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The holder says what is wrong with a report; it counts for nothing until it is corrected or confirmed after all.</summary>
static class DisputeUsageReport
{
    /// <param name="Filing">The figures the person saw.</param>
    public sealed record Request(Guid Filing, [StringLength(2000, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetUptake.Response>> Handle(
        UptakeId id, Guid reportId, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var uptake = await db.LockAs(UptakeSide.Holder, id, caller, ct);
        var now = clock.GetUtcNow();
        uptake.Dispute(reportId, request.Filing, request.Reason.Trim(), caller.PersonName, now);
        UptakeCourse.Tell(uptake, "REPORT_DISPUTED", uptake.Reports.Single(r => r.Id == reportId), caller, request.Reason.Trim(), db, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetUptake.View(uptake, caller, db, profile.At(now), now, ct));
    }
}
