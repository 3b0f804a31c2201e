using TechMarket.Messages;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The facts about offers and uptakes, in their one form.</summary>
static class FixedTermFacts
{
    public static FixedTermOfferChanged Of(FixedTermOffer offer, string? reason, DateTimeOffset now) => Of(offer, offer.State.Name(), reason, now);

    public static FixedTermOfferChanged Of(FixedTermOffer offer, string status, string? reason, DateTimeOffset now) => new(
        offer.Id.Value, offer.Version, offer.Number, offer.Kind.Name(), offer.AchievementId, offer.Subject.AchievementNumber, offer.Subject.AchievementTitle,
        offer.SellerId, offer.Subject.SellerName, offer.Exclusive, status, reason, offer.EndsAt, now);

    /// <param name="news">What happened, where the state alone does not say it: REPORT_FILED, REPORT_DISPUTED, REPORT_CONFIRMED.</param>
    public static UptakeChanged Of(Uptake uptake, string? news, string? reason, DateTimeOffset now) => new(
        uptake.Id.Value, uptake.Version, uptake.Number, uptake.OfferId.Value, uptake.OfferNumber, uptake.Kind.Name(), uptake.AchievementId,
        uptake.Subject.AchievementTitle, uptake.SellerId, uptake.Subject.SellerName, uptake.TakerId, uptake.Taker.Name, news ?? uptake.State.Name(),
        uptake.Price?.Price, uptake.State == UptakeState.PayDue ? uptake.PayBy : null, reason ?? uptake.EndReason, now);
}
