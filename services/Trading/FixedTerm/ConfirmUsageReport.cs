using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The holder agrees with a report, disputed before or not: from here its figures stay, and the trigger is looked at.</summary>
static class ConfirmUsageReport
{
    /// <param name="Version">The uptake as the person saw it: nobody confirms figures that were changed meanwhile.</param>
    public sealed record Request(long Version);

    public static Task<Ok<GetUptake.Response>> Handle(
        UptakeId id, Guid reportId, Request request, Caller caller, UptakeTurns turns, TradingDb db, CancellationToken ct) => turns.Take(
        id, UptakeSide.Holder, caller,
        turn =>
        {
            var uptake = turn.Uptake;
            if (uptake.Reports.FirstOrDefault(r => r.Id == reportId) is { State: ReportState.Confirmed }) return;
            uptake.RequireVersion(request.Version);
            uptake.Confirm(reportId, caller.PersonName, turn.Now);
            UptakeCourse.Tell(uptake, "REPORT_CONFIRMED", uptake.Reports.Single(r => r.Id == reportId), caller, null, db, turn.Now);
        },
        ct);
}
