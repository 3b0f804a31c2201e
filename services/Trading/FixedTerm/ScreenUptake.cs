using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The holder lets an applicant use the technology for free, or says why not. The free period begins with its yes.</summary>
static class ScreenUptake
{
    /// <param name="Version">The uptake as the person saw it.</param>
    /// <param name="Reason">Needed when it is refused.</param>
    public sealed record Request(long Version, bool Accepted, [StringLength(2000)] string? Reason = null);

    public static Task<Ok<GetUptake.Response>> Handle(
        UptakeId id, Request request, Caller caller, UptakeTurns turns, TradingDb db, CancellationToken ct) => turns.Take(
        id, UptakeSide.Holder, caller,
        async turn =>
        {
            var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
            var screening = new Screening(request.Accepted, reason, caller.PersonName, turn.Now);
            if (request.Accepted)
            {
                turn.Uptake.Accept(request.Version, screening, turn.Now);
                if (!turn.Achievement.AllowsTalks) throw Problems.AchievementNotAvailable.With(("status", turn.Achievement.Status));
                turn.Offer.RequireOpen(turn.Now);
                await db.RequirePlace(turn.Offer, ct);
            }
            else
            {
                if (reason is null) throw PlatformProblems.Malformed.With(("reason", "A refusal says why."));
                turn.Uptake.Refuse(request.Version, screening, turn.Now);
            }
        },
        ct);
}
