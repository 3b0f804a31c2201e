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

    public static readonly Problem SaleNotFound = new("trading/sale-not-found", 404, "There is no such sale, or it is not yours to see.");
    public static readonly Problem SalePartyNotFound = new("trading/sale-party-not-found", 404, "There is no such party in this sale, or it is not yours to see.");
    public static readonly Problem SaleDocumentNotFound = new("trading/sale-document-not-found", 404, "There is no such document, or it is not yours to see.");
    public static readonly Problem SaleWrongState = new("trading/sale-wrong-state", 409, "The sale is not at a point where this is possible.");
    public static readonly Problem NotYourAchievement = new("trading/not-your-achievement", 409, "Only an achievement of your own organisation can be put up for sale.");
    public static readonly Problem AchievementInSale = new("trading/achievement-in-sale", 409, "The achievement is kept for a listed sale; take part in that sale.");
    public static readonly Problem SaleRunning = new("trading/sale-running", 409, "There already is a sale of this achievement; end it first.");
    public static readonly Problem SaleAnnounced = new("trading/sale-announced", 409, "An announced sale is not withdrawn by its seller; ask the bureau.");
    public static readonly Problem SalePeriodTooShort = new("trading/sale-period-too-short", 409, "The announcement is shorter than the region's rules allow.");
    public static readonly Problem DepositOutOfRange = new("trading/deposit-out-of-range", 409, "The deposit is outside the share of the base price the region's rules allow.");
    public static readonly Problem AppraisalNeeded = new("trading/appraisal-needed", 409, "Name the appraisal report the base price rests on.");
    public static readonly Problem PaymentModeNotForSale = new("trading/payment-mode-not-for-sale", 409, "A sale to the best offer is paid at once, in parts, or by an entry fee with royalties.");
    public static readonly Problem PaymentSharesDoNotAddUp = new("trading/payment-shares-do-not-add-up", 409, "The parts of the price do not add up to the whole.");
    public static readonly Problem PriorityRanksUnclear = new("trading/priority-ranks-unclear", 409, "Rights of first refusal are ranked 1, 2, 3 and so on, each once.");
    public static readonly Problem SaleDocumentsNeeded = new("trading/sale-documents-needed", 409, "Attach at least one document, for instance the proof of the right.");
    public static readonly Problem TooManyDocuments = new("trading/too-many-documents", 409, "There are too many documents.");
    public static readonly Problem SaleChecklistIncomplete = new("trading/sale-checklist-incomplete", 409, "Confirm every point of the checklist, or return the sale.");
    public static readonly Problem SaleExtensionsUsedUp = new("trading/sale-extensions-used-up", 409, "The announcement was extended as often as the rules allow.");
    public static readonly Problem RegistrationOver = new("trading/registration-over", 409, "The time to register is over.");
    public static readonly Problem OwnSale = new("trading/own-sale", 409, "An organisation does not take part in its own sale.");
    public static readonly Problem TermsNotAccepted = new("trading/terms-not-accepted", 409, "Who registers accepts the announced terms.");
    public static readonly Problem NoPriorityAnnounced = new("trading/no-priority-announced", 409, "No such right of first refusal was announced.");
    public static readonly Problem PriorityTaken = new("trading/priority-taken", 409, "Another party already holds this rank.");
    public static readonly Problem SalePartyDecided = new("trading/sale-party-decided", 409, "This party has been decided on.");
    public static readonly Problem TermsNotAsAnnounced = new("trading/terms-not-as-announced", 409, "Kind of transfer and mode of payment stay as announced.");
    public static readonly Problem BelowBasePrice = new("trading/below-base-price", 409, "The price is not below the announced base price.");

    public static readonly Problem AuctionHouseNeeded = new("trading/auction-house-needed", 409, "An auction names a licensed auction house and an auctioneer.");
    public static readonly Problem AuctionHouseCodeMalformed = new("trading/auction-house-code-malformed", 409, "This is no unified social credit code.");
    public static readonly Problem AuctionHouseIsSeller = new("trading/auction-house-is-seller", 409, "An auction house does not auction its own goods.");
    public static readonly Problem AuctionLicenceExpires = new("trading/auction-licence-expires", 409, "The auction house's licence expires before the bidding ends.");
    public static readonly Problem AuctionNoticeTooShort = new("trading/auction-notice-too-short", 409, "The notice of the auction is shorter than the region's rules allow.");
    public static readonly Problem ViewingTooShort = new("trading/viewing-too-short", 409, "The lot is shown for a shorter time than the region's rules allow.");
    public static readonly Problem ViewingAfterBidding = new("trading/viewing-after-bidding", 409, "The lot is shown before the bidding opens.");
    public static readonly Problem AuctionCommissionTooHigh = new("trading/auction-commission-too-high", 409, "The commission is above the region's limit.");
    public static readonly Problem AuctionTermsMisplaced = new("trading/auction-terms-misplaced", 409, "Only an auction has an auction house and a reserve price.");
    public static readonly Problem ReservePriceNeeded = new("trading/reserve-price-needed", 409, "Say whether there is a reserve price, and if there is one, which.");
    public static readonly Problem ReserveBelowBasePrice = new("trading/reserve-below-base-price", 409, "The reserve price is not below the base price.");
    public static readonly Problem ConfirmationNotFound = new("trading/confirmation-not-found", 404, "There is no such confirmation of sale, or it is not yours to see.");
    public static readonly Problem ConfirmationVoid = new("trading/confirmation-void", 409, "The result of this auction no longer stands; there is nothing to sign.");
    public static readonly Problem DocumentChanged = new("trading/document-changed", 409, "This is not the document on record; read it again.");
    public static readonly Problem CredentialRefused = new("trading/credential-refused", 403, "Re-enter your credential for this very document.");
    public static readonly Problem ProofUsed = new("trading/proof-used", 409, "This proof has been used; re-enter your credential.");

    public static readonly Problem AppraisalNotFound = new("trading/appraisal-not-found", 404, "There is no such appraisal report, or it is not yours to see.");
    public static readonly Problem AppraisalDatesWrong = new("trading/appraisal-dates-wrong", 409, "A report is dated in the past and valid for some time after it.");
    public static readonly Problem ReportOnRecord = new("trading/report-on-record", 409, "A report of this number is already on record.");
    public static readonly Problem ValuationNotFound = new("trading/valuation-not-found", 404, "There is no such calculation, or it is not yours to see.");
    public static readonly Problem OneCalculationNeeded = new("trading/one-calculation-needed", 400, "Send the inputs of one calculation, by cost or by income.");
    public static readonly Problem AppraisalExpired = new("trading/appraisal-expired", 409, "The validity of this appraisal report is over.");

    public static readonly Problem DossierNotFound = new("trading/dossier-not-found", 404, "There is no such dossier, or it is not yours to see.");
    public static readonly Problem DossierNotReady = new("trading/dossier-not-ready", 409, "The dossier is not ready; wait a moment, or have another one made.");

    public static readonly Problem OneIdNeeded = new("trading/one-id-needed", 400, "Name exactly one of negotiationId, dealId, contractId and achievementId.");
}
