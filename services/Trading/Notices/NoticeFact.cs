using TechMarket.Messages;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Notices;

/// <summary>The fact that a notice moved, in its one form. Objectors never appear in it.</summary>
static class NoticeFact
{
    public static PriceNoticeChanged Of(PriceNotice notice, string? reason, DateTimeOffset now) => new(
        notice.Id.Value, notice.Version, notice.Number!, notice.NegotiationId?.Value ?? Guid.Empty, notice.Subject.AchievementId,
        notice.Subject.AchievementTitle, notice.SellerId, notice.Subject.SellerName, notice.Subject.BuyerId, notice.Subject.BuyerName,
        notice.Subject.Terms.Price, notice.Contents.RelatedParty, GetNegotiation.Code(notice.State), reason, notice.EndsAt!.Value, now);
}
