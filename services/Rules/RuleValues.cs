using System.Text.Json.Serialization;

namespace TechMarket.Rules;

/// <summary>How contract categories are grouped for reports: four classes since 2001, five since the Civil Code.</summary>
[JsonConverter(typeof(StableCodeConverter<ClassificationScheme>))]
public enum ClassificationScheme
{
    [JsonStringEnumMemberName("R2001_4CLASS")]
    R2001FourClass,

    [JsonStringEnumMemberName("CC_5CLASS")]
    CivilCodeFiveClass,
}

/// <summary>The event that makes a commission earned.</summary>
[JsonConverter(typeof(StableCodeConverter<EarnEvent>))]
public enum EarnEvent
{
    ContractSigned,
    ContractRegistered,
    PaymentReceived,
    Milestone,
}

/// <summary>The amount a commission is a percentage of.</summary>
[JsonConverter(typeof(StableCodeConverter<CommissionBase>))]
public enum CommissionBase
{
    ContractAmount,
    TechnicalAmount,
    ReceivedAmount,
}

/// <summary>
/// The least that goes to the people who made and converted an achievement. <paramref name="EncouragedRate"/> is what a
/// region invites units to give beyond the floor; it does not bind.
/// </summary>
public sealed record RewardFloor(
    decimal AssignmentRate,
    decimal EquityRate,
    decimal ProfitRate,
    int ProfitYearsMin,
    int ProfitYearsMax,
    decimal? MainContributorsRate,
    decimal? TransferOfficeRate,
    decimal? EncouragedRate,
    IReadOnlyList<CodeEntry> NetIncomeDeductions);

public sealed record ListingExtension(Period Period, int MaxTimes);

/// <summary>What goes with free use before payment and with open licences.</summary>
/// <param name="ReportDue">From the last day a usage report covers to the day it has to be there.</param>
/// <param name="ReportReview">How long the holder may answer a report; afterwards it stands.</param>
/// <param name="TrialReminderDays">Days before the free period ends on which the taker is reminded.</param>
/// <param name="ReportReminderDays">Days before a report is due.</param>
/// <param name="OverdueReminderDays">Days after a report was due on which both sides hear that it is missing.</param>
/// <param name="PaymentReminderDays">Days before the time to conclude the deal is over.</param>
public sealed record FixedTermRules(
    Period ReportDue, Period ReportReview, int TrialReminderDays, int ReportReminderDays, int OverdueReminderDays, int PaymentReminderDays);

public sealed record StateAssetListingTier(decimal AbovePrice, Period MinPeriod);

/// <summary>Bid deposit 保证金 as shares of the start price.</summary>
public sealed record DepositRange(decimal MinRate, decimal MaxRate);

/// <summary>
/// Commission of an auction house (拍卖佣金) from one side, as shares of the hammer price: warned about above
/// <paramref name="UsualRate"/>, refused above <paramref name="MaxRate"/>.
/// </summary>
public sealed record AuctionCommission(decimal UsualRate, decimal MaxRate);

/// <summary>Public subsidy of brokerage: a share of the contract amount up to a yearly cap.</summary>
public sealed record BrokerSubsidy(decimal Rate, decimal YearlyCap);

/// <summary>How long a class of records is kept; no months means for ever.</summary>
public sealed record RetentionClass(string Code, string Zh, string En, int? Months, string Source);

/// <summary>
/// A tax advantage that a registered contract may open. Information for the parties, never advice; switched off where
/// its legal basis is not confirmed for the time.
/// </summary>
public sealed record TaxRelief(string Code, string Zh, string En, bool Enabled, LocalText Hint, string Source);

/// <summary>Withholding on pay for independent work: a flat or proportional deduction, then progressive brackets.</summary>
public sealed record WithholdingTable(
    decimal SmallPayment, decimal SmallDeduction, decimal DeductionRate, IReadOnlyList<WithholdingBracket> Brackets);

/// <summary>Rate and quick deduction for a taxable base up to an amount; the last bracket has no end.</summary>
public sealed record WithholdingBracket(decimal? UpTo, decimal Rate, decimal QuickDeduction);
