using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Notices;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Negotiations;

/// <summary>A side steps back from the talks, or from an agreement whose price is not announced yet.</summary>
static class WithdrawNegotiation
{
    /// <param name="Version">The negotiation as the person saw it.</param>
    public sealed record Request(long Version, [StringLength(2000, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetNegotiation.Response>> Handle(
        NegotiationId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var achievementId = await db.Negotiations.Where(n => n.Id == id).Select(n => (Guid?)n.AchievementId).SingleOrDefaultAsync(ct)
            ?? throw Problems.NegotiationNotFound.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockAchievement(achievementId, ct);
        var negotiation = (await db.LockNegotiation(id, ct))!;
        var actor = caller.ActorIn(negotiation);
        var now = clock.GetUtcNow();
        var from = negotiation.State;
        negotiation.Withdraw(actor, request.Version, request.Reason, now);
        await db.ReleaseClaim(id.Value, now, ct);
        db.Notices.RemoveRange(await db.Notices.Where(n => n.NegotiationId == id && n.State == NoticeState.Prepared).ToListAsync(ct));
        db.Publish(EndedFact.Of(negotiation));
        await SaleTalks.Ended(negotiation, db, profile.At(now), now, ct);
        db.Audit(caller, "negotiation", id.Value, "withdrawn", from.ToString(), negotiation.State.ToString(), request.Reason, request);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetNegotiation.View(negotiation, caller, db, now, ct));
    }
}
