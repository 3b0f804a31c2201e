using TechMarket.Platform.Problems;

namespace TechMarket.Trading;

/// <summary>Every refusal of this service.</summary>
static class Problems
{
    public static readonly Problem AchievementNotFound = new("trading/achievement-not-found", 404, "There is no such achievement on the market.");
    public static readonly Problem NegotiationNotFound = new("trading/negotiation-not-found", 404, "There is no such negotiation, or it is not yours to see.");
    public static readonly Problem OfferNotFound = new("trading/offer-not-found", 404, "There is no such offer in this negotiation.");
    public static readonly Problem MessageNotFound = new("trading/message-not-found", 404, "There is no such message in this negotiation.");
    public static readonly Problem NoticeNotFound = new("trading/notice-not-found", 404, "There is no such notice, or it is not yours to see.");
    public static readonly Problem ObjectionNotFound = new("trading/objection-not-found", 404, "There is no such objection to this notice.");
    public static readonly Problem DealNotFound = new("trading/deal-not-found", 404, "There is no such deal, or it is not yours to see.");

    public static readonly Problem IdReused = new("trading/id-reused", 409, "This id already stands for something else; use a new one.");
    public static readonly Problem NotYourMove = new("trading/not-your-move", 403, "The other side takes this step.");
    public static readonly Problem WrongState = new("trading/wrong-state", 409, "The negotiation is not at a point where this is possible.");

    public static readonly Problem AchievementNotAvailable = new("trading/achievement-not-available", 409, "The achievement is not open for negotiation now.");
    public static readonly Problem OwnerNotKnown = new("trading/owner-not-known", 409, "The holder of this achievement has not joined the market yet.");
    public static readonly Problem OwnAchievement = new("trading/own-achievement", 409, "An organisation does not negotiate with itself.");
    public static readonly Problem NotNegotiable = new("trading/not-negotiable", 409, "This achievement is not sold by agreement; see its pricing mode.");
    public static readonly Problem AlreadyNegotiating = new("trading/already-negotiating", 409, "Your organisation already negotiates for this achievement.");
    public static readonly Problem DemandNotYours = new("trading/demand-not-yours", 409, "Only a need of your own organisation can be attached.");

    public static readonly Problem NdaTextChanged = new("trading/nda-text-changed", 409, "The text was not the one in force; read it again.");
    public static readonly Problem OwnOffer = new("trading/own-offer", 409, "The other side answers this offer.");
    public static readonly Problem OfferNotOpen = new("trading/offer-not-open", 409, "This offer is no longer on the table; look at the latest one.");
    public static readonly Problem OfferExpired = new("trading/offer-expired", 409, "The offer has expired; ask for a new one or make your own.");
    public static readonly Problem ExpiryOutOfRange = new("trading/expiry-out-of-range", 409, "An offer is open neither so briefly nor so long.");
    public static readonly Problem AchievementClaimed = new("trading/achievement-claimed", 409, "Another agreement on this achievement stands in the way.");

    public static readonly Problem CategoryUnknown = new("trading/category-unknown", 400, "Choose a category of contract from the list.");
    public static readonly Problem ExclusivityNeeded = new("trading/exclusivity-needed", 409, "A licence says whether it is exclusive, sole or non-exclusive; only a licence does.");
    public static readonly Problem CurrencyNotSupported = new("trading/currency-not-supported", 409, "Technical contracts are registered in yuan.");
    public static readonly Problem PriceNotPositive = new("trading/price-not-positive", 409, "Price and payments are above zero.");
    public static readonly Problem MilestonesDoNotAddUp = new("trading/milestones-do-not-add-up", 409, "The payments do not add up to the price.");
    public static readonly Problem MilestonesDoNotFit = new("trading/milestones-do-not-fit", 409, "The number of payments does not fit the mode of payment.");
    public static readonly Problem RoyaltyIncomplete = new("trading/royalty-incomplete", 409, "A royalty has a rate and a base; other modes have neither.");
    public static readonly Problem PaymentNotDescribed = new("trading/payment-not-described", 409, "Describe the other mode of payment in the further terms.");
    public static readonly Problem PeriodReversed = new("trading/period-reversed", 409, "The period ends before it starts.");
    public static readonly Problem ReasonUnknown = new("trading/reason-unknown", 400, "Choose a reason from the list.");

    public static readonly Problem MinutesIncomplete = new("trading/minutes-incomplete", 409, "Minutes name the day and who took part.");

    public static readonly Problem NoticeNotNeeded = new("trading/notice-not-needed", 409, "Only an agreed price of a public body is announced.");
    public static readonly Problem NoticeWrongState = new("trading/notice-wrong-state", 409, "The notice is not at a point where this is possible.");
    public static readonly Problem NoticeNotRunning = new("trading/notice-not-running", 409, "Objections are taken while the notice runs.");
    public static readonly Problem RelatedPartyStatementNeeded = new("trading/related-party-statement-needed", 409, "State how the transferee is related and how the price was kept fair.");
    public static readonly Problem ObjectionDecided = new("trading/objection-decided", 409, "This objection has been decided.");
    public static readonly Problem DeciderNegotiated = new("trading/decider-negotiated", 409, "Who negotiated or prepared the notice does not decide objections to it.");
    public static readonly Problem ConsequenceNeeded = new("trading/consequence-needed", 409, "Say what follows from an objection that is upheld; nothing follows from one that is rejected.");

    public static readonly Problem OneIdNeeded = new("trading/one-id-needed", 400, "Name exactly one of negotiationId, dealId, contractId and achievementId.");
}
