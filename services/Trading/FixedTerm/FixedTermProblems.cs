using TechMarket.Platform.Problems;

namespace TechMarket.Trading.FixedTerm;

/// <summary>Every refusal of fixed-term offers and of what takers do with them.</summary>
static class FixedTermProblems
{
    public static readonly Problem OfferNotFound = new("trading/fixed-term-offer-not-found", 404, "There is no such offer, or it is not yours to see.");
    public static readonly Problem OfferWrongState = new("trading/fixed-term-offer-wrong-state", 409, "The offer is not at a point where this is possible.");
    public static readonly Problem NotPublished = new("trading/fixed-term-achievement-not-published", 409, "Only a published achievement can be offered.");
    public static readonly Problem TermsMisplaced = new("trading/fixed-term-terms-misplaced", 409, "Free use belongs to try-first, a patent to an open licence; one offer has one of them.");
    public static readonly Problem PeriodNeeded = new("trading/fixed-term-period-needed", 409, "A licence states how many months it lasts; an assignment does not.");
    public static readonly Problem ReportsNeeded = new("trading/fixed-term-reports-needed", 409, "State how often the taker reports; free use and royalties need it.");
    public static readonly Problem ThresholdMisplaced = new("trading/fixed-term-threshold-misplaced", 409, "Only the trigger by sales has a threshold, and it is above zero.");
    public static readonly Problem OneTakerOnly = new("trading/fixed-term-one-taker-only", 409, "What nobody else gets has one taker.");
    public static readonly Problem ValidityOver = new("trading/fixed-term-validity-over", 409, "The last day to take the offer up is not in the past.");
    public static readonly Problem PriceIncomplete = new("trading/fixed-term-price-incomplete", 409, "A fixed price has a fee; a royalty has a rate between 0 and 1 and no fee.");
    public static readonly Problem PriceTooHigh = new("trading/fixed-term-price-too-high", 409, "An amount is beyond all measure; look at the zeros again.");
    public static readonly Problem BoundsReversed = new("trading/fixed-term-bounds-reversed", 409, "Entry fee and minimum are not above the cap.");
    public static readonly Problem OpenLicenceIsOrdinary = new("trading/fixed-term-open-licence-ordinary", 409, "An open licence is a non-exclusive one of its own category.");
    public static readonly Problem PatentNotOnRecord = new("trading/fixed-term-patent-not-on-record", 409, "The achievement has no patent of this number on record, or it has expired.");
    public static readonly Problem EvaluationReportNeeded = new("trading/fixed-term-evaluation-report-needed", 409, "A utility model or a design is offered with its evaluation report.");
    public static readonly Problem ChecklistIncomplete = new("trading/fixed-term-checklist-incomplete", 409, "Confirm every point of the checklist, or return the offer.");
    public static readonly Problem OpenOfferStands = new("trading/fixed-term-offer-stands", 409, "An offer of this kind already stands for the achievement.");

    public static readonly Problem UptakeNotFound = new("trading/uptake-not-found", 404, "There is no such uptake, or it is not yours to see.");
    public static readonly Problem UptakeWrongState = new("trading/uptake-wrong-state", 409, "The uptake is not at a point where this is possible.");
    public static readonly Problem NotOpen = new("trading/fixed-term-offer-not-open", 409, "The offer cannot be taken up now.");
    public static readonly Problem OwnOffer = new("trading/fixed-term-own-offer", 409, "An organisation does not take up its own offer.");
    public static readonly Problem NoPlaceLeft = new("trading/fixed-term-no-place-left", 409, "All places of this offer are taken.");
    public static readonly Problem AlreadyTaken = new("trading/fixed-term-already-taken", 409, "Your organisation has already taken this offer up.");
    public static readonly Problem PurposeNeeded = new("trading/fixed-term-purpose-needed", 409, "Say what the technology is to be used for.");

    public static readonly Problem ReportNotFound = new("trading/usage-report-not-found", 404, "There is no such report in this uptake.");
    public static readonly Problem NoReportsAgreed = new("trading/usage-report-not-agreed", 409, "This offer asks for no reports.");
    public static readonly Problem ReportGap = new("trading/usage-report-gap", 409, "The report leaves days out; it begins where the last one ended.");
    public static readonly Problem ReportOverlaps = new("trading/usage-report-overlaps", 409, "These days have been reported.");
    public static readonly Problem ReportInFuture = new("trading/usage-report-in-future", 409, "A report covers days that are over, today included.");
    public static readonly Problem ReportBeyondEnd = new("trading/usage-report-beyond-end", 409, "A report does not reach beyond the period it is due for.");
    public static readonly Problem ReportConfirmed = new("trading/usage-report-confirmed", 409, "A confirmed report stays as it is.");
    public static readonly Problem ReportAnswered = new("trading/usage-report-answered", 409, "This report has been answered; the taker's next figures are answered anew.");
    public static readonly Problem SalesOutOfRange = new("trading/usage-report-sales-out-of-range", 409, "Sales are yuan, not below zero and not beyond all measure.");
    public static readonly Problem FinalReportNeeded = new("trading/usage-report-final-needed", 409, "Leaving needs a last report up to today.");
    public static readonly Problem ReportDisputed = new("trading/usage-report-disputed", 409, "A report is disputed; correct it, or have it confirmed first.");

    public static readonly Problem NotByDecision = new("trading/uptake-not-by-decision", 409, "The price of this offer becomes due by itself, not by a decision.");
    public static readonly Problem FreePeriodOver = new("trading/uptake-free-period-over", 409, "The free period is over.");
    public static readonly Problem TriggerMet = new("trading/uptake-trigger-met", 409, "The sales reported make the price due; leaving for free is no longer possible.");
    public static readonly Problem PaymentOverdue = new("trading/uptake-payment-overdue", 409, "The time to conclude the deal is over.");
    public static readonly Problem PriceChanged = new("trading/uptake-price-changed", 409, "This is not the price on record; look again.");
    public static readonly Problem NoGuarantee = new("trading/uptake-no-guarantee", 409, "The offer names no guarantee.");
}
