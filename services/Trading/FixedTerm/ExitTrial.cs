using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The taker leaves before the trigger, without a fee, with a last report up to today.</summary>
static class ExitTrial
{
    /// <param name="Id">Named by the client, as of any report.</param>
    public sealed record LastReport(Guid Id, Money Sales, [StringLength(4000)] string? Note = null);

    /// <param name="Version">The uptake as the person saw it.</param>
    /// <param name="Last">Left out only when every day up to today has been reported.</param>
    public sealed record Request(long Version, [StringLength(2000, MinimumLength = 2)] string Reason, LastReport? Last = null);

    public static Task<Ok<GetUptake.Response>> Handle(
        UptakeId id, Request request, Caller caller, UptakeTurns turns, TradingDb db, CancellationToken ct) => turns.Take(
        id, UptakeSide.Taker, caller,
        async turn =>
        {
            var (uptake, now) = (turn.Uptake, turn.Now);
            var version = request.Version;
            if (request.Last is { } last && now < uptake.TrialEndsAt && uptake.Reporting && uptake.NextFrom <= ChinaTime.DayOf(now))
            {
                uptake.RequireVersion(version);
                await FileUsageReport.File(
                    uptake, last.Id, uptake.NextFrom, ChinaTime.DayOf(now), last.Sales, last.Note, true, caller, db, turn.Rules, now, ct);
                version = uptake.Version;
            }
            uptake.Exit(version, request.Reason.Trim(), now);
        },
        ct);
}
