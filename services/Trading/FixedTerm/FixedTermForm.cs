using System.ComponentModel.DataAnnotations;
using TechMarket.Messages;

namespace TechMarket.Trading.FixedTerm;

enum PriceKind
{
    /// <summary>One fee.</summary>
    Fixed,

    /// <summary>A share of the sales, with an entry fee, a minimum and a cap where agreed.</summary>
    Royalty,
}

/// <summary>The terms of an offer: as the holder's form sends them, as they are kept, and as everybody reads them.</summary>
static class FixedTermForm
{
    /// <param name="Fee">Of a fixed price.</param>
    /// <param name="Rate">Of a royalty: a fraction of the sales, for example 0.03.</param>
    /// <param name="Minimum">The least the royalty comes to, however little is sold.</param>
    /// <param name="Cap">The most it comes to, however much is sold.</param>
    public sealed record Price(PriceKind Kind, Money? Fee = null, [Range(0.0, 1.0)] decimal? Rate = null, Money? EntryFee = null, Money? Minimum = null,
        Money? Cap = null);

    /// <param name="FreeMonths">Calendar months of free use, from the day the holder accepts.</param>
    /// <param name="SalesThreshold">Of the trigger SALES; without one, the first sale.</param>
    /// <param name="PayWithinDays">Full days the taker has to conclude the deal once the price is known.</param>
    /// <param name="Guarantee">Who stands in for a taker that does not pay, for example an insurance (先用后转履约保证保险).</param>
    public sealed record Trial(
        [Range(1, 60)] int FreeMonths, TrialTrigger Trigger, [Range(1, 365)] int PayWithinDays, [StringLength(2000, MinimumLength = 2)] string ExitTerms,
        Money? SalesThreshold = null, [StringLength(2000)] string? Guarantee = null, [StringLength(2000)] string? PriorityToBuy = null);

    /// <param name="Number">As it stands among the achievement's rights.</param>
    /// <param name="DeclarationNumber">Under which the patent office announced the declaration (专利法 50).</param>
    /// <param name="EvaluationReport">专利权评价报告: of a utility model or a design (专利法 50).</param>
    public sealed record Patent(
        [StringLength(100, MinimumLength = 2)] string Number, [StringLength(100, MinimumLength = 2)] string DeclarationNumber,
        [StringLength(200)] string? EvaluationReport = null);

    /// <param name="Category">A leaf code of ContractCategory: what the deal will be. XK08 for an open licence.</param>
    /// <param name="Places">How many takers there can be at a time.</param>
    /// <param name="ValidUntil">The last day it can be taken up.</param>
    /// <param name="PeriodMonths">How long the licence lasts once it is paid for; an assignment has none.</param>
    /// <param name="ReportMonths">The taker reports its use and sales every so many months.</param>
    /// <param name="PaymentWay">How and when the price is paid (专利法 50: 支付方式).</param>
    /// <param name="Scope">What may be done with it.</param>
    public sealed record Terms(
        [StringLength(10)] string Category, [StringLength(300, MinimumLength = 2)] string Territory, [StringLength(2000, MinimumLength = 2)] string Scope,
        [Range(1, 1000)] int Places, DateOnly ValidUntil, Price Price, [StringLength(2000, MinimumLength = 2)] string PaymentWay,
        [StringLength(300, MinimumLength = 2)] string Contact, [StringLength(20)] string? LicenceExclusivity = null, [Range(1, 240)] int? PeriodMonths = null,
        [Range(1, 12)] int? ReportMonths = null, Trial? Trial = null, Patent? Patent = null, [StringLength(4000)] string? Notes = null);
}
