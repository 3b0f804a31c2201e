using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Mandates;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Leads;

/// <summary>A broker who wants to introduce an achievement sees under which mandates it can, and to which open needs of the client.</summary>
static class PrepareLead
{
    public sealed record AchievementCard(Guid Id, string Number, string Title, Guid OwnerId, string OwnerName, bool Open);

    public sealed record DemandCard(Guid Id, string Number, string Title);

    /// <param name="NamesOtherParty">The client holds the achievement: the broker names whom it is introduced to.</param>
    /// <param name="AlreadyRecordedAt">The achievement was introduced to this client before, by whomever.</param>
    public sealed record MandateCard(
        Guid Id, string Number, Guid ClientId, string ClientName, bool NamesOtherParty, DateTimeOffset? AlreadyRecordedAt, IReadOnlyList<DemandCard> Demands);

    public sealed record Response(AchievementCard Achievement, IReadOnlyList<MandateCard> Mandates);

    public static async Task<Ok<Response>> Handle(Guid achievementId, Caller caller, CommissionsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Broker);
        var (own, now) = (caller.OrganisationId, clock.GetUtcNow());
        var achievement = await db.Achievements.FindAsync([achievementId], ct);
        if (achievement is null || achievement.OwnerName.Length == 0) throw Problems.AchievementNotOpen.Now();
        var agreed = await db.Mandates.AsNoTracking()
            .Where(m => m.Status == MandateStatus.Agreed && m.Brokers.Any(b => b.BrokerId == own)).OrderBy(m => m.ClientName).ToListAsync(ct);
        var mandates = agreed.Where(m => m.IsInForce(now)).ToList();
        var clients = mandates.Select(m => m.ClientId).ToList();
        var demands = await db.Demands.AsNoTracking().Where(d => clients.Contains(d.OwnerId)).OrderBy(d => d.Number).ToListAsync(ct);
        var recorded = await db.Leads.AsNoTracking()
            .Where(l => l.AchievementId == achievementId && clients.Contains(l.BuyerId) && !l.Superseded && l.ProtectedUntil > now)
            .ToDictionaryAsync(l => l.BuyerId, l => l.RecordedAt, ct);
        return TypedResults.Ok(new Response(
            new AchievementCard(achievement.Id, achievement.Number, achievement.Title, achievement.OwnerId, achievement.OwnerName, achievement.IsOpen),
            [.. mandates.Select(m => new MandateCard(
                m.Id.Value, m.Number, m.ClientId, m.ClientName, m.ClientId == achievement.OwnerId,
                recorded.TryGetValue(m.ClientId, out var at) ? at : null,
                [.. demands.Where(d => d.OwnerId == m.ClientId && d.IsOpen).Take(50).Select(d => new DemandCard(d.Id, d.Number, d.Title))]))]));
    }
}
