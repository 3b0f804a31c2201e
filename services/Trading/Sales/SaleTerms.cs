using TechMarket.Messages;
using TechMarket.Platform.Files;
using TechMarket.Rules;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Sales;

/// <summary>A part of the price and what it hangs on.</summary>
/// <param name="Rate">A fraction of the price.</param>
sealed record PaymentShare(string Title, decimal Rate, DateOnly? DueOn);

/// <summary>What is transferred and how it is paid, before the price is known.</summary>
sealed record TransferTerms(
    string Category, string? LicenceExclusivity, string PaymentMode, decimal? RoyaltyRate, string? RoyaltyBase, IReadOnlyList<PaymentShare> Payments,
    string? Territory, DateOnly? StartsOn, DateOnly? EndsOn, string? Improvements, string? Other)
{
    /// <summary>The whole term sheet at a price. Each payment is rounded to the cent, the last one takes what is left.</summary>
    public DealTerms At(Money price)
    {
        var milestones = new List<DealMilestone>();
        var left = price.Amount;
        foreach (var (share, last) in Payments.Select((p, i) => (p, i == Payments.Count - 1)))
        {
            var part = last ? left : decimal.Round(price.Amount * share.Rate, 2, MidpointRounding.AwayFromZero);
            left -= part;
            milestones.Add(new DealMilestone(share.Title, share.DueOn, new Money(part, price.Currency)));
        }
        return new DealTerms(
            Category, LicenceExclusivity, price, PaymentMode, RoyaltyRate, RoyaltyBase, milestones, Territory, StartsOn, EndsOn, Improvements, Other);
    }
}

/// <summary>On what the base price rests (DOMAIN P-4, P-7).</summary>
enum PriceBasisKind
{
    /// <summary>询价: open inquiry.</summary>
    Inquiry,

    /// <summary>资产评估: an appraisal report.</summary>
    Appraisal,
    Other,
}

/// <param name="AppraisalId">The report on record, when the kind is an appraisal.</param>
sealed record PriceBasis(PriceBasisKind Kind, string Statement, Guid? AppraisalId);

/// <summary>A holder of a right of first refusal (DOMAIN 1.6) as announced; rank 1 goes first.</summary>
sealed record PriorityHolder(int Rank, string Name, string Basis);

/// <summary>From this price on a bid is raised by whole steps of this much.</summary>
sealed record PriceStep(Money From, Money Step);

/// <summary>The bidding method to use if several qualify, announced with the sale. Bidding starts at the base price; a falling price ends there.</summary>
/// <param name="Steps">Ascending methods.</param>
/// <param name="FreeMinutes">自由报价期, ascending methods.</param>
/// <param name="TimedMinutes">限时报价期, ascending methods: a bid in its last <paramref name="ExtensionSeconds"/> extends it by as many.</param>
/// <param name="SealedMinutes">How long sealed bids are taken.</param>
/// <param name="CeilingPrice">Where a falling price begins.</param>
/// <param name="Decrement">What a falling price falls by every <paramref name="IntervalSeconds"/>.</param>
/// <param name="PriorityMinutes">How long holders of a right of first refusal may match a price found by sealed bids or a falling price.</param>
/// <param name="LeadMinutes">Between fixing the bidders and the opening.</param>
sealed record BiddingPlan(
    BiddingMethod Method, IReadOnlyList<PriceStep> Steps, int FreeMinutes, int TimedMinutes, int ExtensionSeconds, int SealedMinutes, Money? CeilingPrice,
    Money? Decrement, int IntervalSeconds, int PriorityMinutes, int LeadMinutes);

/// <summary>The kinds of bidding a sale can announce.</summary>
enum BiddingMethod
{
    English,
    Dutch,
    Sealed,
    SealedThenEnglish,
}

/// <summary>A public document of the sale, or one a party handed in.</summary>
sealed record SaleDocument(FileRef File, string Title, DateTimeOffset AddedAt);

/// <summary>Everything a sale announces. Once announced it does not change; new terms are announced anew (DOMAIN L-3).</summary>
/// <param name="Length">In the unit of the region's shortest period: working days for a listing, days for an auction by law.</param>
/// <param name="Auction">House, auctioneer, viewing and commissions of an auction sale (拍卖); it is not submitted without.</param>
/// <param name="Conditions">Which transferees may take part; not discriminatory (DOMAIN L-4).</param>
sealed record SaleTerms(
    TransferTerms Transfer, Money BasePrice, PriceBasis Basis, int Length, IReadOnlyList<string> Conditions, IReadOnlyList<string> DocumentsWanted,
    Money Deposit, BiddingPlan Bidding, IReadOnlyList<PriorityHolder> Priorities, string? Notes, string Contact, AuctionPlan? Auction = null)
{
    private static readonly string[] FixedPriceModes = [TermSheet.LumpSum, TermSheet.Instalments, TermSheet.EntryFeePlusRoyalty];

    /// <summary>Refuses terms that contradict themselves or the region's rules.</summary>
    public void Check(SaleMode mode, RuleSet rules, bool stateEnterprise, DateTimeOffset now)
    {
        CheckPayments();
        TermSheet.Check(Transfer.At(BasePrice));
        CheckLength(mode, rules, stateEnterprise, now);
        if (Auction is not null && mode != SaleMode.Auction) throw Problems.AuctionTermsMisplaced.Now();
        Auction?.Check(rules);
        CheckDeposit(rules.DepositRange);
        if (Basis.Kind == PriceBasisKind.Appraisal && Basis.AppraisalId is null) throw Problems.AppraisalNeeded.Now();
        if (Priorities.Select(p => p.Rank).Order().Where((rank, i) => rank != i + 1).Any()) throw Problems.PriorityRanksUnclear.Now();
        BiddingOf.Rules(this).Check();
    }

    /// <summary>
    /// The least time the sale is announced: an auction's notice (拍卖法 45), a listing's period, longer for assets of a state
    /// enterprise by price (DOMAIN P-8).
    /// </summary>
    public Period ShortestPeriod(SaleMode mode, RuleSet rules, bool stateEnterprise)
    {
        if (mode == SaleMode.Auction) return rules.AuctionNoticePeriod;
        return StateTier(rules, stateEnterprise) is { } tier && tier.Value > rules.ListingMinPeriod.Value ? tier : rules.ListingMinPeriod;
    }

    private Period? StateTier(RuleSet rules, bool stateEnterprise) =>
        stateEnterprise ? rules.StateAssetListing.LastOrDefault(t => BasePrice.Amount > t.AbovePrice)?.MinPeriod : null;

    private void CheckLength(SaleMode mode, RuleSet rules, bool stateEnterprise, DateTimeOffset now)
    {
        var shortest = ShortestPeriod(mode, rules, stateEnterprise);
        if (Length < shortest.Value)
            throw (mode == SaleMode.Auction ? Problems.AuctionNoticeTooShort : Problems.SalePeriodTooShort).With(("minimum", shortest.Value), ("unit", shortest.Unit));
        // An auction counts in days and a state enterprise's tier in working days: what counts is which ends later.
        var (own, tier) = (new Period(Length, shortest.Unit), StateTier(rules, stateEnterprise));
        if (tier is not null && own.EndFrom(now, WorkingCalendar.China) < tier.EndFrom(now, WorkingCalendar.China))
            throw Problems.SalePeriodTooShort.With(("minimum", tier.Value), ("unit", tier.Unit));
    }

    private void CheckPayments()
    {
        if (!FixedPriceModes.Contains(Transfer.PaymentMode)) throw Problems.PaymentModeNotForSale.With(("paymentMode", Transfer.PaymentMode));
        var sum = Transfer.Payments.Sum(p => p.Rate);
        if (Transfer.Payments.Count > 0 && (sum != 1m || Transfer.Payments.Any(p => p.Rate <= 0))) throw Problems.PaymentSharesDoNotAddUp.With(("sum", sum));
    }

    private void CheckDeposit(DepositRange range)
    {
        var (least, most) = (Part(range.MinRate), Part(range.MaxRate));
        if (Deposit.Currency != BasePrice.Currency || Deposit.Amount < least || Deposit.Amount > most)
            throw Problems.DepositOutOfRange.With(("minimum", new Money(least, BasePrice.Currency)), ("maximum", new Money(most, BasePrice.Currency)));

        decimal Part(decimal rate) => decimal.Round(BasePrice.Amount * rate, 2, MidpointRounding.AwayFromZero);
    }
}

/// <summary>What the bureau's reviewer confirms before a sale is announced.</summary>
/// <param name="AuctionHouseVerified">Licence of the auction house and certificate of the auctioneer were verified (拍卖法 11, 14); an auction sale only.</param>
sealed record SaleChecklist(bool NotDiscriminatory, bool DocumentsComplete, bool BasePriceSupported, bool TransferClear, bool? AuctionHouseVerified = null)
{
    public bool IsCompleteFor(SaleMode mode) =>
        NotDiscriminatory && DocumentsComplete && BasePriceSupported && TransferClear && (mode != SaleMode.Auction || AuctionHouseVerified == true);
}

/// <summary>One announcement of a sale, kept as it was.</summary>
/// <param name="Length">As announced.</param>
/// <param name="ReplacedBecause">Why it was announced anew, once it was.</param>
sealed record SaleRound(
    int Round, SaleTerms Terms, IReadOnlyList<SaleDocument> Documents, Period Length, DateTimeOffset AnnouncedAt, DateTimeOffset EndsAt, int Extensions,
    SaleChecklist Checklist, string ReviewedByName, DateTimeOffset? ReplacedAt, string? ReplacedBecause);

/// <summary>A review sent the sale back.</summary>
sealed record SaleReturn(string Stage, string Reason, string PersonName, DateTimeOffset At);

/// <summary>Who gets it, at what price, found how.</summary>
/// <param name="PricingMode">LISTING, ONLINE_BIDDING or AUCTION (DOMAIN 3.1).</param>
sealed record SaleResult(
    SalePartyId PartyId, Guid TransfereeId, string TransfereeName, DealTerms Terms, string PricingMode, Guid? NegotiationId, Guid? AuctionId, bool ByPriority,
    DateTimeOffset At);
