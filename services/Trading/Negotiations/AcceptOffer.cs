using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.Negotiations;

/// <summary>A side agrees to the other's open offer, named by its id. A public body's price is announced next; any other deal is concluded at once.</summary>
static class AcceptOffer
{
    public static async Task<Ok<GetNegotiation.Response>> Handle(
        NegotiationId id, OfferId offerId, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        var achievementId = await db.Negotiations.Where(n => n.Id == id).Select(n => (Guid?)n.AchievementId).SingleOrDefaultAsync(ct)
            ?? throw Problems.NegotiationNotFound.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var achievement = (await db.LockAchievement(achievementId, ct))!;
        var negotiation = (await db.LockNegotiation(id, ct))!;
        var actor = caller.ActorIn(negotiation);
        var now = clock.GetUtcNow();
        var from = negotiation.State;
        if (negotiation.Accept(actor, offerId, achievement.OwnerIsPublicInstitution, now))
        {
            if (!achievement.AllowsTalks) throw Problems.AchievementNotAvailable.With(("status", achievement.Status));
            var terms = negotiation.Agreed!.Terms;
            var exclusive = TermSheet.IsExclusive(terms);
            if (await db.Claims.AnyAsync(c => c.AchievementId == achievementId && c.ReleasedAt == null && (exclusive || c.Exclusive), ct))
                throw Problems.AchievementClaimed.Now();
            db.Claims.Add(new Claim { NegotiationId = id, AchievementId = achievementId, Exclusive = exclusive, MadeAt = now });
            db.Publish(new NegotiationAgreed(
                id.Value, negotiation.Number, achievementId, negotiation.AchievementTitle, negotiation.SellerId, negotiation.BuyerId, terms.Price,
                exclusive, negotiation.NoticeRequired, now));
            db.Audit(caller, "negotiation", id.Value, "accepted", from.ToString(), negotiation.State.ToString(), $"#{negotiation.Agreed.Round}", terms, "permanent");
            if (!negotiation.NoticeRequired) await ConcludeDeal.Of(negotiation, null, achievement, db, now, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        return TypedResults.Ok(await GetNegotiation.View(negotiation, caller, db, now, ct));
    }
}
