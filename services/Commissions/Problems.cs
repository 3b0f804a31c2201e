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
}
