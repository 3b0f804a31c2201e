using MassTransit;

namespace TechMarket.Messages;

/// <summary>A listed sale (挂牌) or an auction sale (拍卖) moved on.</summary>
/// <param name="Mode">LISTING or AUCTION (DOMAIN 3.1).</param>
/// <param name="Status">
/// SUBMITTED, RETURNED, ANNOUNCED, CLOSED_FOR_REGISTRATION, NEGOTIATING, BIDDING, RESULT_NOTICE, CONCLUDED, LAPSED, WITHDRAWN.
/// </param>
/// <param name="BiddingType">ENGLISH, DUTCH, SEALED or SEALED_THEN_ENGLISH: the method the announcement names if several qualify.</param>
[MessageUrn("trading:sale-changed:1"), EntityName("trading.sale-changed.1")]
public sealed record SaleChanged(
    Guid SaleId, long Version, string Number, string Mode, Guid AchievementId, string AchievementNumber, string AchievementTitle, Guid SellerId,
    string SellerName, string Status, Money? BasePrice, string? BiddingType, DateTimeOffset? EndsAt, string? Reason, DateTimeOffset ChangedAt);

/// <summary>An interested party of a sale moved on.</summary>
/// <param name="Status">REGISTERED, QUALIFIED, REFUSED, WITHDRAWN or EXCLUDED.</param>
[MessageUrn("trading:sale-party-changed:1"), EntityName("trading.sale-party-changed.1")]
public sealed record SalePartyChanged(
    Guid SaleId, string SaleNumber, string AchievementTitle, Guid SellerId, Guid PartyId, string PartyName, string Status, string? Reason,
    DateTimeOffset ChangedAt);

/// <summary>A party of a sale owes its bid deposit (保证金).</summary>
[MessageUrn("trading:deposit-demanded:1"), EntityName("trading.deposit-demanded.1")]
public sealed record DepositDemanded(
    Guid DepositId, Guid SaleId, string SaleNumber, string AchievementTitle, Guid SellerId, Guid PartyId, string PartyName, Money Amount,
    DateTimeOffset DueAt, DateTimeOffset DemandedAt);

/// <summary>The sale decided what becomes of a deposit. Said once for every deposit that is held.</summary>
/// <param name="Decision">RETURN, APPLY (towards the price) or FORFEIT.</param>
/// <param name="DealId">The deal it is applied to.</param>
/// <param name="DueAt">Until when the profile wants it settled.</param>
[MessageUrn("trading:deposit-decided:1"), EntityName("trading.deposit-decided.1")]
public sealed record DepositDecided(
    Guid DepositId, Guid SaleId, Guid PartyId, string Decision, Guid? DealId, string Reason, DateTimeOffset DueAt, DateTimeOffset DecidedAt);

/// <summary>A bidding room was scheduled, opened, paused, resumed or ended.</summary>
/// <param name="Status">SCHEDULED, OPEN, PAUSED, CLOSED or CANCELLED.</param>
/// <param name="BidderIds">The qualified bidders: for their notices only, never shown.</param>
[MessageUrn("trading:auction-changed:1"), EntityName("trading.auction-changed.1")]
public sealed record AuctionChanged(
    Guid AuctionId, long Version, string Number, Guid SaleId, string AchievementTitle, Guid SellerId, string Type, string Status, DateTimeOffset OpensAt,
    DateTimeOffset? EndsAt, string? Reason, IReadOnlyList<Guid> BidderIds, DateTimeOffset ChangedAt);

/// <summary>The bidding is over and its result is final.</summary>
/// <param name="Outcome">SOLD, NO_BID or UNDER_RESERVE.</param>
/// <param name="ByPriority">The winner matched the highest bid by its right of first refusal.</param>
/// <param name="LogHash">The hash of the last entry of the public log (lower-case hex).</param>
[MessageUrn("trading:auction-closed:1"), EntityName("trading.auction-closed.1")]
public sealed record AuctionClosed(
    Guid AuctionId, string Number, Guid SaleId, string Outcome, Guid? WinnerId, Money? Price, bool ByPriority, string LogHash, DateTimeOffset ClosedAt);
