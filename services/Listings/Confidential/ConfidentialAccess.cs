using Microsoft.EntityFrameworkCore;
using TechMarket.Listings.Achievements;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Listings.Confidential;

/// <summary>Why a caller may read the confidential detail: as the holder, or bound by a negotiation's non-disclosure duty.</summary>
/// <param name="NegotiationId">Null for the holder's own people.</param>
sealed record ConfidentialAccess(Achievement Achievement, Guid? NegotiationId)
{
    public bool IsHolder => NegotiationId is null;

    /// <summary>Null when the caller may not; others' unpublished ones are not there at all.</summary>
    public static async Task<ConfidentialAccess?> Of(AchievementId id, Caller caller, ListingsDb db, CancellationToken ct)
    {
        var achievement = await db.Achievements.SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw Problems.NotFound.Now();
        var organisation = caller.OrganisationId;
        if (achievement.OwnerId == organisation) return new ConfidentialAccess(achievement, null);
        if (!achievement.WasPublished) throw Problems.NotFound.Now();
        var grant = await db.Negotiations.AsNoTracking()
            .Where(n => n.AchievementId == id && n.BuyerId == organisation && n.NdaConfirmedAt != null && n.EndedAt == null)
            .OrderBy(n => n.NdaConfirmedAt).FirstOrDefaultAsync(ct);
        return grant is null ? null : new ConfidentialAccess(achievement, grant.Id);
    }

    /// <summary>Logs this opening; the holder hears of every opening by others.</summary>
    public void Log(Caller caller, string? fileName, ListingsDb db, DateTimeOffset now)
    {
        db.Openings.Add(new Opening
        {
            Id = Guid.CreateVersion7(), AchievementId = Achievement.Id, PersonId = caller.PersonId, PersonName = caller.PersonName, OrganisationId = caller.OrganisationId,
            OrganisationName = caller.OrganisationName, NegotiationId = NegotiationId, FileName = fileName, OpenedAt = now,
        });
        if (NegotiationId is { } negotiation)
            db.Publish(new ConfidentialDetailOpened(
                Achievement.Id.Value, Achievement.Number!, Achievement.Public!.Title, Achievement.OwnerId, negotiation, caller.OrganisationId, caller.OrganisationName,
                caller.PersonId, now));
        db.Audit(caller, "achievement", Achievement.Id.Value, "open-confidential", reason: fileName, retention: "5y");
    }
}
