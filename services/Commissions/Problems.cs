using TechMarket.Platform.Problems;

namespace TechMarket.Commissions;

/// <summary>Every refusal of this service.</summary>
static class Problems
{
    public static readonly Problem MandateNotFound = new("commissions/mandate-not-found", 404, "There is no such mandate, or it is not yours to see.");
    public static readonly Problem MandateIdReused = new("commissions/mandate-id-reused", 409, "This id names another mandate already.");
    public static readonly Problem MandateWrongState = new("commissions/mandate-wrong-state", 409, "The mandate's state does not allow this.");
    public static readonly Problem ClientUnfit = new("commissions/client-unfit", 409, "A client is a verified enterprise, university or institute of the market.");
    public static readonly Problem BrokerUnfit = new("commissions/broker-unfit", 409, "Every broker is a verified brokerage or individual broker of the market.");
    public static readonly Problem NotAmongBrokers = new("commissions/not-among-brokers", 409, "Who proposes a mandate is one of its brokers.");
    public static readonly Problem SharesRefused = new("commissions/shares-refused", 409, "The brokers' shares add up to 10 000 basis points, and one of them leads.");
    public static readonly Problem ScheduleRefused = new("commissions/schedule-refused", 409, "The bands, minimum and cap of the schedule do not fit together.");
    public static readonly Problem BaseUnfit = new("commissions/base-unfit", 409, "The amount it is computed on is not known yet when the commission is earned.");
    public static readonly Problem EarnEventUnfit = new("commissions/earn-event-unfit", 409, "A commission is earned when the contract is signed, registered or paid.");
    public static readonly Problem ValidityRefused = new("commissions/validity-refused", 409, "A mandate begins today or later and ends after it begins, within five years.");
    public static readonly Problem CurrencyUnfit = new("commissions/currency-unfit", 409, "Brokerage is agreed in yuan.");
    public static readonly Problem AmountRefused = new("commissions/amount-refused", 409, "A commission is computed on a positive amount.");

    public static readonly Problem LeadNotFound = new("commissions/lead-not-found", 404, "There is no such lead, or it is not yours to see.");
    public static readonly Problem LeadIdReused = new("commissions/lead-id-reused", 409, "This id names another lead already.");
    public static readonly Problem LeadTaken = new("commissions/lead-taken", 409, "This achievement was introduced to this party before; the first record counts.");
    public static readonly Problem MandateNotInForce = new("commissions/mandate-not-in-force", 409, "Only an agreed mandate within its validity carries a lead.");
    public static readonly Problem AchievementNotOpen = new("commissions/achievement-not-open", 409, "Only a published achievement can be introduced.");
    public static readonly Problem DemandUnfit = new("commissions/demand-unfit", 409, "The need is not an open one of the party the achievement is introduced to.");
    public static readonly Problem IntroducedToNeeded = new("commissions/introduced-to-needed", 409, "The client holds this achievement: name the party it is introduced to.");
    public static readonly Problem IntroducedToUnfit = new("commissions/introduced-to-unfit", 409, "An achievement is introduced to the client, or by its holder's broker to another enterprise, university or institute.");
    public static readonly Problem LeadAnswered = new("commissions/lead-answered", 409, "Your organisation has answered this lead already.");
    public static readonly Problem LeadAnswerLate = new("commissions/lead-answer-late", 409, "The time to dispute this lead is over.");
    public static readonly Problem DoubleAgencyConsentNeeded = new("commissions/double-agency-consent-needed", 409, "The broker acts for both sides: accepting needs your consent to that.");
    public static readonly Problem PayerConsentNeeded = new("commissions/payer-consent-needed", 409, "Your organisation would pay a part: accepting needs your consent to that.");

    public static readonly Problem CommissionNotFound = new("commissions/commission-not-found", 404, "There is no such commission, or it is not yours to see.");
    public static readonly Problem CommissionWrongState = new("commissions/commission-wrong-state", 409, "The commission's state does not allow this.");
    public static readonly Problem CommissionDisputed = new("commissions/commission-disputed", 409, "The commission is disputed; nothing is paid until that is resolved.");
    public static readonly Problem PayoutNotFound = new("commissions/payout-not-found", 404, "There is no such payout, or it is not yours to see.");
    public static readonly Problem PayoutWrongState = new("commissions/payout-wrong-state", 409, "The payout's state does not allow this.");
    public static readonly Problem InvoiceUnfit = new("commissions/invoice-unfit", 409, "An individual broker gives no invoice; the payer withholds tax instead.");
    public static readonly Problem AmountDiffers = new("commissions/amount-differs", 409, "The amount is not the one that is payable.");
    public static readonly Problem AlreadyPaid = new("commissions/already-paid", 409, "This payout is paid already.");
    public static readonly Problem BankReferenceUsed = new("commissions/bank-reference-used", 409, "This bank reference belongs to another payout.");
    public static readonly Problem PaidInFuture = new("commissions/paid-in-future", 409, "A payment that was made does not lie in the future.");

    public static readonly Problem StatementNotFound = new("commissions/statement-not-found", 404, "There is no such statement, or it is not yours to see.");
    public static readonly Problem PeriodRefused = new("commissions/period-refused", 409, "A statement covers a period of at most two years that does not end before it begins.");

    public static readonly Problem RewardPlanNotFound = new("commissions/reward-plan-not-found", 404, "There is no such reward plan, or it is not yours to see.");
    public static readonly Problem RewardPlanIdReused = new("commissions/reward-plan-id-reused", 409, "This id names another reward plan already.");
    public static readonly Problem RewardPlanWrongState = new("commissions/reward-plan-wrong-state", 409, "The reward plan's state does not allow this.");
    public static readonly Problem RewardPlanExists = new("commissions/reward-plan-exists", 409, "This deal has a reward plan already.");
    public static readonly Problem RewardDealNotFound = new("commissions/reward-deal-not-found", 404, "There is no such deal, or it is not yours to see.");
    public static readonly Problem RewardContractMissing = new("commissions/reward-contract-missing", 409, "A reward plan needs a contract in effect.");
    public static readonly Problem RewardPublicOnly = new("commissions/reward-public-only", 409, "Reward plans are made by public research bodies.");
    public static readonly Problem RewardCurrencyUnfit = new("commissions/reward-currency-unfit", 409, "Income is shared in yuan.");
    public static readonly Problem RewardDeductionUnfit = new("commissions/reward-deduction-unfit", 409, "A deduction is one of the region's, above zero and in yuan.");
    public static readonly Problem RewardShareTwice = new("commissions/reward-share-twice", 409, "Nobody appears twice in the same role.");
    public static readonly Problem RewardNetIncomeNone = new("commissions/reward-net-income-none", 409, "After the deductions nothing is left to share.");
    public static readonly Problem RewardSharesOpen = new("commissions/reward-shares-open", 409, "The shares add up to 10 000 basis points, each above zero.");
    public static readonly Problem RewardBelowFloor = new("commissions/reward-below-floor", 409, "The shares are below the region's floor.");
    public static readonly Problem RewardOwnPlan = new("commissions/reward-own-plan", 409, "Nobody decides about a plan they wrote themselves.");
    public static readonly Problem RewardNotRegistered = new("commissions/reward-not-registered", 409, "A cash award is announced for a registered contract.");
    public static readonly Problem RewardContractChanged = new("commissions/reward-contract-changed", 409, "The contract was registered over another amount than the plan divides; return and correct it.");
    public static readonly Problem RewardNoticeNotFound = new("commissions/reward-notice-not-found", 404, "There is no such award notice.");
    public static readonly Problem RewardNoticeNotRunning = new("commissions/reward-notice-not-running", 409, "The award notice does not run any more.");
    public static readonly Problem RewardObjectionNotFound = new("commissions/reward-objection-not-found", 404, "There is no such objection to this notice.");
    public static readonly Problem RewardObjectionDecided = new("commissions/reward-objection-decided", 409, "This objection is decided already.");
    public static readonly Problem RewardObjectionIdReused = new("commissions/reward-objection-id-reused", 409, "This id names another objection already.");
    public static readonly Problem RewardDueNotFound = new("commissions/reward-due-not-found", 404, "There is no such award, or it is not yours to see.");
    public static readonly Problem RewardNotPayable = new("commissions/reward-not-payable", 409, "Nothing is paid out of a unit's own part or of an amount of zero.");
}
