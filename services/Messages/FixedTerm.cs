using MassTransit;

namespace TechMarket.Messages;

/// <summary>A fixed-term offer (先用后转, 专利开放许可) moved on.</summary>
/// <param name="Kind">TRY_THEN_PAY or OPEN_LICENSE (DOMAIN 3.1).</param>
/// <param name="Exclusive">While it stands nobody else can get the achievement.</param>
/// <param name="Status">
/// SUBMITTED, RETURNED, NOTICE, PUBLISHED, EXPIRED, WITHDRAWN; RELEASED when an exclusive one that is over has stopped binding the achievement.
/// </param>
/// <param name="EndsAt">At that instant it can no longer be taken up.</param>
[MessageUrn("trading:fixed-term-offer-changed:1"), EntityName("trading.fixed-term-offer-changed.1")]
public sealed record FixedTermOfferChanged(
    Guid OfferId, long Version, string Number, string Kind, Guid AchievementId, string AchievementNumber, string AchievementTitle, Guid SellerId,
    string SellerName, bool Exclusive, string Status, string? Reason, DateTimeOffset EndsAt, DateTimeOffset ChangedAt);

/// <summary>An organisation's use of a fixed-term offer moved on.</summary>
/// <param name="Status">
/// APPLIED, REFUSED, WITHDRAWN, TRIAL, TRIGGERED, PAY_DUE, CONVERTED, EXITED, DEFAULTED, GUARANTEE_CLAIM; or what happened meanwhile:
/// REPORT_FILED, REPORT_DISPUTED, REPORT_CONFIRMED.
/// </param>
/// <param name="Price">Once it is reckoned.</param>
/// <param name="DueAt">By when the deal is concluded, while that is awaited.</param>
[MessageUrn("trading:uptake-changed:1"), EntityName("trading.uptake-changed.1")]
public sealed record UptakeChanged(
    Guid UptakeId, long Version, string Number, Guid OfferId, string OfferNumber, string Kind, Guid AchievementId, string AchievementTitle, Guid SellerId,
    string SellerName, Guid TakerId, string TakerName, string Status, Money? Price, DateTimeOffset? DueAt, string? Reason, DateTimeOffset ChangedAt);

/// <summary>Something of an uptake is due soon, or was due.</summary>
/// <param name="Matter">TRIAL_ENDS, REPORT_DUE, REPORT_OVERDUE or PAYMENT_DUE.</param>
[MessageUrn("trading:uptake-reminded:1"), EntityName("trading.uptake-reminded.1")]
public sealed record UptakeReminded(
    Guid UptakeId, string Number, string AchievementTitle, Guid SellerId, string SellerName, Guid TakerId, string TakerName, string Matter,
    DateTimeOffset DueAt, DateTimeOffset RemindedAt);
