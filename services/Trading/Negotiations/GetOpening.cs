using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Negotiations;

/// <summary>Before asking to negotiate, a buyer sees for what, with which of its needs, and whether it can.</summary>
static class GetOpening
{
    public sealed record Demand(Guid Id, string Number, string Title);

    /// <param name="Obstacle">The code of the refusal that opening it would meet; null when it can be opened.</param>
    /// <param name="OpenNegotiationId">The organisation negotiates for it already.</param>
    public sealed record Response(
        Guid AchievementId, string Number, string Title, string OwnerName, string PublicSummary, string? PricingMode, string? Obstacle,
        Guid? OpenNegotiationId, IReadOnlyList<Demand> Demands);

    public static async Task<Ok<Response>> Handle(string achievementNumber, Caller caller, TradingDb db, CancellationToken ct)
    {
        caller.Require(Roles.Purchaser);
        var own = caller.OrganisationId;
        var achievement = await db.KnownAchievements.AsNoTracking().SingleOrDefaultAsync(a => a.Number == achievementNumber, ct)
            ?? throw Problems.AchievementNotFound.Now();
        var open = await db.Negotiations.Where(n => n.BuyerId == own && n.AchievementId == achievement.Id && !NegotiationSteps.Closed.Contains(n.State))
            .Select(n => (NegotiationId?)n.Id).SingleOrDefaultAsync(ct);
        var demands = await db.KnownDemands.Where(d => d.OwnerId == own).OrderByDescending(d => d.Number).Take(100)
            .Select(d => new Demand(d.Id, d.Number, d.Title)).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            achievement.Id, achievement.Number, achievement.Title, achievement.OwnerName, achievement.PublicSummary, achievement.PricingMode,
            OpenNegotiation.Obstacle(achievement, own)?.Code ?? (open is null ? null : Problems.AlreadyNegotiating.Code), open?.Value, demands));
    }
}
