using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The taker takes its application back before the holder has answered.</summary>
static class TakeBackUptake
{
    /// <param name="Version">The uptake as the person saw it.</param>
    public sealed record Request(long Version, [StringLength(2000, MinimumLength = 2)] string Reason);

    public static Task<Ok<GetUptake.Response>> Handle(UptakeId id, Request request, Caller caller, UptakeTurns turns, CancellationToken ct) =>
        turns.Take(id, UptakeSide.Taker, caller, turn => turn.Uptake.TakeBack(request.Version, request.Reason.Trim(), turn.Now), ct);
}
