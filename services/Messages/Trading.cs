using MassTransit;

namespace TechMarket.Messages;

/// <summary>A buyer opened a negotiation (协议定价) with the holder of an achievement.</summary>
/// <param name="LeadIds">Brokers' leads that cover this buyer and achievement.</param>
/// <param name="SaleId">The sale that found only this party; the talks began by themselves.</param>
[MessageUrn("trading:negotiation-opened:1"), EntityName("trading.negotiation-opened.1")]
public sealed record NegotiationOpened(
    Guid NegotiationId, string Number, Guid AchievementId, string AchievementTitle, Guid SellerId, string SellerName, Guid BuyerId, string BuyerName,
    Guid? DemandId, IReadOnlyList<Guid> LeadIds, DateTimeOffset OpenedAt, Guid? SaleId = null);

/// <summary>The buyer confirmed the non-disclosure duty: its people may read the confidential detail.</summary>
/// <param name="NegotiationId">The party's registration, when it is a sale it looks at.</param>
/// <param name="SaleId">The sale it looks at; null in a negotiation.</param>
[MessageUrn("trading:nda-confirmed:1"), EntityName("trading.nda-confirmed.1")]
public sealed record NdaConfirmed(
    Guid NegotiationId, string Number, Guid AchievementId, string AchievementTitle, Guid SellerId, Guid BuyerId, string BuyerName, Guid ConfirmedBy,
    DateTimeOffset ConfirmedAt, Guid? SaleId = null);

/// <summary>A party wrote to the other in a negotiation. The text itself stays there.</summary>
[MessageUrn("trading:negotiation-message-posted:1"), EntityName("trading.negotiation-message-posted.1")]
public sealed record NegotiationMessagePosted(
    Guid NegotiationId, string Number, string AchievementTitle, Guid MessageId, Guid FromId, string FromName, Guid ToId, DateTimeOffset PostedAt);

/// <summary>A party put a new version of the term sheet on the table.</summary>
[MessageUrn("trading:offer-made:1"), EntityName("trading.offer-made.1")]
public sealed record OfferMade(
    Guid NegotiationId, string Number, string AchievementTitle, Guid OfferId, int Round, Guid FromId, string FromName, Guid ToId, Money Price,
    DateTimeOffset ExpiresAt, DateTimeOffset OfferedAt);

/// <summary>Both parties agreed on one version of the term sheet.</summary>
/// <param name="Exclusive">Nobody else can get the achievement meanwhile (assignment, exclusive or sole licence).</param>
/// <param name="NoticeRequired">The seller is a public body: the price is announced first (转化法 18).</param>
[MessageUrn("trading:negotiation-agreed:1"), EntityName("trading.negotiation-agreed.1")]
public sealed record NegotiationAgreed(
    Guid NegotiationId, string Number, Guid AchievementId, string AchievementTitle, Guid SellerId, Guid BuyerId, Money Price, bool Exclusive,
    bool NoticeRequired, DateTimeOffset AgreedAt);

/// <summary>A negotiation ended without a deal; what it had reserved is free again.</summary>
/// <param name="Outcome">DECLINED, WITHDRAWN, NOTICE_CANCELLED or LAPSED.</param>
/// <param name="ReasonCode">A code of DeclineReason (DOMAIN 5.6), if one was given; of LAPSED, STALLED, ACHIEVEMENT_WITHDRAWN, SOLD_TO_ANOTHER or LISTED_FOR_SALE.</param>
/// <param name="SaleId">Set when it was no negotiation but the access of an interested party of that sale.</param>
[MessageUrn("trading:negotiation-ended:1"), EntityName("trading.negotiation-ended.1")]
public sealed record NegotiationEnded(
    Guid NegotiationId, string Number, Guid AchievementId, string AchievementTitle, Guid SellerId, Guid BuyerId, Guid? DemandId, string Outcome,
    string? ReasonCode, string? Reason, bool WasAgreed, Guid? EndedByOrganisationId, DateTimeOffset EndedAt, Guid? SaleId = null);

/// <summary>The public price notice (公示) began, paused for an objection, runs again, passed or was cancelled.</summary>
/// <param name="Status">RUNNING, PAUSED, PASSED, CANCELLED, or REVISED when a corrected notice will take its place.</param>
[MessageUrn("trading:price-notice-changed:1"), EntityName("trading.price-notice-changed.1")]
public sealed record PriceNoticeChanged(
    Guid NoticeId, long Version, string Number, Guid NegotiationId, Guid AchievementId, string AchievementTitle, Guid SellerId, string SellerName,
    Guid BuyerId, string BuyerName, Money IntendedPrice, bool RelatedParty, string Status, string? Reason, DateTimeOffset EndsAt,
    DateTimeOffset ChangedAt);

/// <summary>A party of a deal as it was when the deal was concluded.</summary>
public sealed record DealParty(Guid OrganisationId, string Name, string Kind, string? CreditCode, string? PartyNature, string? AreaCode);

/// <summary>A step of performance that a payment hangs on.</summary>
public sealed record DealMilestone(string Title, DateOnly? DueOn, Money Amount);

/// <summary>The terms the parties agreed on.</summary>
/// <param name="Category">A leaf code of ContractCategory (DOMAIN 2.2), for example ZR01 or XK01.</param>
/// <param name="LicenceExclusivity">EXCLUSIVE 独占, SOLE 排他 or NON_EXCLUSIVE 普通; licences only.</param>
/// <param name="PaymentMode">LUMP_SUM, INSTALMENTS, ROYALTY, ENTRY_FEE_PLUS_ROYALTY or OTHER (民法典 846).</param>
/// <param name="RoyaltyRate">A fraction, for example 0.03.</param>
public sealed record DealTerms(
    string Category, string? LicenceExclusivity, Money Price, string PaymentMode, decimal? RoyaltyRate, string? RoyaltyBase,
    IReadOnlyList<DealMilestone> Milestones, string? Territory, DateOnly? StartsOn, DateOnly? EndsOn, string? Improvements, string? Other);

/// <summary>A deal is concluded: its contract can be drafted without typing anything again.</summary>
/// <param name="PricingMode">NEGOTIATED, LISTING, AUCTION, ... (DOMAIN 3.1).</param>
[MessageUrn("trading:deal-concluded:1"), EntityName("trading.deal-concluded.1")]
public sealed record DealConcluded(
    Guid DealId, string Number, Guid? NegotiationId, Guid? NoticeId, string PricingMode, Guid AchievementId, string AchievementNumber,
    string AchievementTitle, string FieldCode, string PublicSummary, IReadOnlyList<IpRight> IpRights, Guid? DemandId, DealParty Seller, DealParty Buyer,
    DealTerms Terms, bool RelatedParty, IReadOnlyList<Guid> LeadIds, DateTimeOffset ConcludedAt);
