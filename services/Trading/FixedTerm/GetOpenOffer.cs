using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.FixedTerm;

/// <summary>Anyone reads a public offer: its terms, what they come to, whether a place is left. Who took it up is nobody's business.</summary>
static class GetOpenOffer
{
    public sealed record Notice(string Number, string State, DateTimeOffset EndsAt);

    /// <param name="TakesUp">It can be taken up now.</param>
    public sealed record Response(
        Guid Id, string Number, string Kind, string State, string AchievementNumber, string AchievementTitle, string SellerName, FixedTermForm.Terms Terms,
        bool Exclusive, int PlacesLeft, IReadOnlyList<PriceView> Examples, Notice? Notice, DateTimeOffset PublishedAt, DateTimeOffset? OpenedAt,
        DateTimeOffset EndsAt,
        DateTimeOffset? EndedAt, string? EndReason, bool TakesUp, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(string number, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        var offer = await db.FixedTermOffers.AsNoTracking().SingleOrDefaultAsync(o => o.Number == number, ct);
        if (offer?.PublishedAt is not { } published || !FixedTermSteps.Public.Contains(offer.State)) throw FixedTermProblems.OfferNotFound.Now();
        var now = clock.GetUtcNow();
        var taken = await db.Uptakes.CountAsync(u => u.OfferId == offer.Id && UptakeSteps.Places.Contains(u.State), ct);
        var left = Math.Max(0, offer.Terms.Places - taken);
        var notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == offer.NoticeId, ct);
        return TypedResults.Ok(new Response(
            offer.Id.Value, offer.Number, offer.Kind.Name(), offer.State.Name(), offer.Subject.AchievementNumber, offer.Subject.AchievementTitle,
            offer.Subject.SellerName, offer.Terms, offer.Exclusive, left, [.. PriceFormula.Examples(offer.Terms.Price).Select(PriceView.Of)],
            notice is { Number: { } announced, EndsAt: { } ends } ? new Notice(announced, notice.State.Name(), ends) : null, published, offer.OpenedAt,
            offer.EndsAt,
            offer.EndedAt, offer.EndReason, offer.Allows(FixedTermStep.TakeUp) && now < offer.EndsAt && left > 0, now));
    }
}
