using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The taker keeps the technology: the price is due (trigger DECISION).</summary>
static class DecideTrial
{
    /// <param name="Version">The uptake as the person saw it.</param>
    public sealed record Request(long Version);

    public static Task<Ok<GetUptake.Response>> Handle(UptakeId id, Request request, Caller caller, UptakeTurns turns, CancellationToken ct) =>
        turns.Take(id, UptakeSide.Taker, caller, turn => turn.Uptake.Decide(request.Version, turn.Rules.FixedTermOffers.ReportDue, turn.Now), ct);
}
