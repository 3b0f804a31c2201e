using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Deals;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Negotiations;

/// <summary>A side agrees to the other's open offer, named by its id. A public body's price, or a sale's result, is announced next; any other deal is concluded at once.</summary>
static class AcceptOffer
{
    public static async Task<Ok<GetNegotiation.Response>> Handle(
        NegotiationId id, OfferId offerId, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var achievementId = await db.Negotiations.Where(n => n.Id == id).Select(n => (Guid?)n.AchievementId).SingleOrDefaultAsync(ct)
            ?? throw Problems.NegotiationNotFound.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var achievement = (await db.LockAchievement(achievementId, ct))!;
        var negotiation = (await db.LockNegotiation(id, ct))!;
        var actor = caller.ActorIn(negotiation);
        var now = clock.GetUtcNow();
        var from = negotiation.State;
        if (negotiation.Accept(actor, offerId, achievement.OwnerIsPublicInstitution || negotiation.SaleId is not null, now))
        {
            if (!achievement.AllowsTalks) throw Problems.AchievementNotAvailable.With(("status", achievement.Status));
            if (negotiation.SaleId is null && await db.Reserved(achievementId, ct)) throw Problems.AchievementInSale.Now();
            var terms = negotiation.Agreed!.Terms;
            var exclusive = TermSheet.IsExclusive(terms);
            if (await db.Claims.AnyAsync(c => c.AchievementId == achievementId && c.ReleasedAt == null && (exclusive || c.Exclusive), ct))
                throw Problems.AchievementClaimed.Now();
            db.Claims.Add(new Claim { AgreementId = id.Value, AchievementId = achievementId, Exclusive = exclusive, MadeAt = now });
            db.Publish(new NegotiationAgreed(
                id.Value, negotiation.Number, achievementId, negotiation.AchievementTitle, negotiation.SellerId, negotiation.BuyerId, terms.Price,
                exclusive, negotiation.NoticeRequired, now));
            db.Audit(caller, "negotiation", id.Value, "accepted", from.ToString(), negotiation.State.ToString(), $"#{negotiation.Agreed.Round}", terms, "permanent");
            if (negotiation.SaleId is not null)
            {
                negotiation.BeginNotice(actor, now);
                await SaleTalks.Agreed(negotiation, db, profile.At(now), now, ct);
            }
            else if (!negotiation.NoticeRequired) await ConcludeDeal.Of(negotiation, null, achievement, db, now, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        return TypedResults.Ok(await GetNegotiation.View(negotiation, caller, db, now, ct));
    }
}
