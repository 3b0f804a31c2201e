using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The holder calls on the guarantee of a taker in default.</summary>
static class ClaimGuarantee
{
    /// <param name="Version">The uptake as the person saw it.</param>
    public sealed record Request(long Version, [StringLength(4000, MinimumLength = 2)] string Statement);

    public static Task<Ok<GetUptake.Response>> Handle(UptakeId id, Request request, Caller caller, UptakeTurns turns, CancellationToken ct) =>
        turns.Take(
            id, UptakeSide.Holder, caller,
            turn => turn.Uptake.ClaimGuarantee(request.Version, new GuaranteeCall(request.Statement.Trim(), caller.PersonName, turn.Now), turn.Now), ct);
}
