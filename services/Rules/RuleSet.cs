using System.Text.Json.Serialization;

namespace TechMarket.Rules;

/// <summary>
/// Every rule of a region that can differ by place or date, as it stands between two days. All keys are required, so a
/// profile that forgets one does not load. Amounts are yuan, rates are fractions, null means the region has no such rule.
/// </summary>
public sealed record RuleSet
{
    /// <summary>What this set of rules is called, for instance the regulation it follows.</summary>
    [JsonIgnore]
    public LocalText Title { get; init; } = new("", "");

    [JsonIgnore]
    public DateOnly EffectiveFrom { get; init; }

    /// <summary>The last day of effect; null while no end is known.</summary>
    [JsonIgnore]
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>Where each value comes from, by key.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();

    /// <summary>公示期: how long an agreed price of a public body is announced.</summary>
    public required Period NoticePeriod { get; init; }

    /// <summary>The price notice also appears on the technology market, not only inside the unit.</summary>
    public required bool NoticeAlsoOnMarket { get; init; }

    /// <summary>How long a cash award to inventors is announced.</summary>
    public required Period AwardNoticePeriod { get; init; }

    /// <summary>How long the unit has to decide an objection to a notice.</summary>
    public required Period ObjectionDecisionPeriod { get; init; }

    /// <summary>How long the registration agency has to decide, from acceptance.</summary>
    public required Period DecisionPeriod { get; init; }

    /// <summary>Technical amount from which a contract counts as large.</summary>
    public required decimal? LargeThreshold { get; init; }

    /// <summary>Decision period of large and of disputed contracts.</summary>
    public required Period LargeDecisionPeriod { get; init; }

    /// <summary>Share of the decision period after which its clock turns amber.</summary>
    public required decimal ClockAmberRate { get; init; }

    /// <summary>How long a filer has to answer a return for correction.</summary>
    public required Period CorrectionPeriod { get; init; }

    /// <summary>When a signed, unregistered contract is called to mind. A reminder, never a bar.</summary>
    public required Period ReminderToRegister { get; init; }

    /// <summary>Contracts signed electronically are registered without a paper copy.</summary>
    public required bool AcceptElectronic { get; init; }

    /// <summary>Technical amount from which experts review before registration.</summary>
    public required decimal? ExpertReviewThreshold { get; init; }

    /// <summary>Technical amount from which a second registrar confirms; zero means always.</summary>
    public required decimal TwoPersonThreshold { get; init; }

    /// <summary>Technical share of the contract below which the filer is asked to explain the rest.</summary>
    public required decimal LowTechnicalRate { get; init; }

    public required ClassificationScheme ClassificationScheme { get; init; }

    /// <summary>Regular expression for official registration numbers.</summary>
    public required string RegistrationNumberPattern { get; init; }

    public required Period OfferDefaultExpiry { get; init; }

    /// <summary>A negotiation without any action for this long is stalled.</summary>
    public required Period NegotiationStallPeriod { get; init; }

    /// <summary>How long the parties have to sign after the deal is concluded.</summary>
    public required Period ContractSigningPeriod { get; init; }

    public required Period DemandValidity { get; init; }

    public required Period AchievementValidity { get; init; }

    /// <summary>How long a broker's recorded lead attaches to deals between the two parties.</summary>
    public required Period LeadValidity { get; init; }

    /// <summary>How long the parties have to accept or dispute a lead.</summary>
    public required Period LeadResponsePeriod { get; init; }

    /// <summary>How long after a lead a broker who was passed by may still claim the fee (民法典 965).</summary>
    public required Period CircumventionWindow { get; init; }

    public required RewardFloor RewardFloor { get; init; }

    /// <summary>Within how many months of receiving income a cash award is paid, so that half of it is not taxed as wages.</summary>
    public required int AwardPaymentMonths { get; init; }

    /// <summary>挂牌: the least time a listing stays open.</summary>
    public required Period ListingMinPeriod { get; init; }

    public required ListingExtension ListingExtension { get; init; }

    /// <summary>Minimum listing of state enterprise assets by floor price, lowest tier first.</summary>
    public required IReadOnlyList<StateAssetListingTier> StateAssetListing { get; init; }

    public required DepositRange DepositRange { get; init; }

    public required Period DepositRefundPeriod { get; init; }

    /// <summary>How long a seller has to decide what a closed sale waits for: who is qualified, or what follows when nobody came.</summary>
    public required Period SaleDecisionPeriod { get; init; }

    /// <summary>How long the result of a listed sale or an auction is announced before the deal is concluded.</summary>
    public required Period ResultNoticePeriod { get; init; }

    /// <summary>先用后转, 开放许可: reports of takers and what they are reminded of.</summary>
    public required FixedTermRules FixedTermOffers { get; init; }

    /// <summary>定金: greatest earnest money as a share of the price. Not the bid deposit.</summary>
    public required decimal EarnestMoneyCapRate { get; init; }

    /// <summary>The least time between the notice of an auction and its start.</summary>
    public required Period AuctionNoticePeriod { get; init; }

    public required Period AuctionViewingPeriod { get; init; }

    /// <summary>What an auction house may take from each side.</summary>
    public required AuctionCommission AuctionCommission { get; init; }

    /// <summary>Proposed schedule of brokerage; every organisation may agree another.</summary>
    public required CommissionSchedule CommissionSchedule { get; init; }

    /// <summary>Share of the contract amount above which a commission is warned about.</summary>
    public required decimal CommissionWarnRate { get; init; }

    public required EarnEvent EarnEvent { get; init; }

    public required BrokerSubsidy? BrokerSubsidy { get; init; }

    public required WithholdingTable Withholding { get; init; }

    public required IReadOnlyList<RetentionClass> Retention { get; init; }

    public required IReadOnlyList<TaxRelief> Reliefs { get; init; }

    /// <summary>The decision period that fits this contract: the longer one if it is large or disputed.</summary>
    public Period DecisionPeriodFor(decimal technicalAmount, bool disputed) =>
        disputed || technicalAmount >= LargeThreshold ? LargeDecisionPeriod : DecisionPeriod;

    public bool NeedsSecondPerson(decimal technicalAmount) => technicalAmount >= TwoPersonThreshold;

    public bool NeedsExpertReview(decimal technicalAmount) => technicalAmount >= ExpertReviewThreshold;
}
