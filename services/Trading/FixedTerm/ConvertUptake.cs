using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The taker concludes the deal at the price on record: contract, registration and payment follow with nothing typed twice.</summary>
static class ConvertUptake
{
    /// <param name="Price">The price the person saw.</param>
    public sealed record Request(Money Price);

    // There is one deal per uptake, so sending it twice concludes once.
    public static Task<Ok<GetUptake.Response>> Handle(
        UptakeId id, Request request, Caller caller, UptakeTurns turns, TradingDb db, CancellationToken ct) => turns.Take(
        id, UptakeSide.Taker, caller,
        async turn =>
        {
            var uptake = turn.Uptake;
            if (uptake.State == UptakeState.Converted && uptake.Price?.Price == request.Price) return;
            var dealId = new DealId(Guid.CreateVersion7());
            uptake.Convert(request.Price, dealId.Value, turn.Now);
            if (!turn.Achievement.AllowsTalks) throw Problems.AchievementNotAvailable.With(("status", turn.Achievement.Status));
            var notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == turn.Offer.NoticeId, ct);
            var terms = FixedTermTerms.DealTermsOf(turn.Offer.Kind, uptake.Terms, uptake.Price!.Sales, ChinaTime.DayOf(turn.Now));
            await ConcludeDeal.OfUptake(dealId, uptake, terms, notice, turn.Achievement, db, turn.Now, ct);
        },
        ct);
}
