using TechMarket.Messages;
using TechMarket.Rules;
using TechMarket.Trading.Bidding;

namespace TechMarket.Trading.Sales;

/// <summary>What an auction sale (拍卖) has beside a listed one: a licensed house, a secret reserve price, buyers in default.</summary>
sealed partial class Sale
{
    /// <summary>The reserve price, locked; the auction takes it over when the bidders are fixed.</summary>
    public byte[]? ReserveBox { get; private set; }

    /// <summary>Buyers of earlier auctions of this sale that did not perform.</summary>
    public IReadOnlyList<SaleDefault> Defaults { get; private set; } = [];

    /// <summary>The auction whose confirmation of sale (成交确认书) binds now.</summary>
    public Guid? ConfirmedAuction =>
        this is { Mode: SaleMode.Auction, State: SaleState.ResultNotice or SaleState.Concluded, Result.AuctionId: { } auction } ? auction : null;

    /// <summary>Keeps the locked reserve price, or forgets it where the terms say that there is none.</summary>
    public void KeepReserve(byte[]? box)
    {
        Require(SaleStep.Rewrite);
        ReserveBox = box;
    }

    /// <summary>An auction is handed in and announced only with a licensed house and an auctioneer on record (拍卖法 10-12, 14).</summary>
    private AuctionPlan? RequirePlan()
    {
        if (Mode != SaleMode.Auction) return null;
        if (Terms.Auction is not { } plan) throw Problems.AuctionHouseNeeded.Now();
        if (plan.HasReserve != ReserveBox is not null) throw Problems.ReservePriceNeeded.Now();
        return plan;
    }

    private void CheckPlan(RuleSet rules, DateTimeOffset now)
    {
        if (RequirePlan() is not { } plan) return;
        plan.CheckViewing(rules, now);
        plan.CheckLicence(BiddingEndsBy(new Period(Terms.Length, rules.AuctionNoticePeriod.Unit).EndFrom(now, WorkingCalendar.China), rules));
    }

    /// <summary>The lot is shown before the bidding, and the house is licensed until its end.</summary>
    private void CheckPlanFor(DateTimeOffset endsAt, RuleSet rules, DateTimeOffset now)
    {
        if (RequirePlan() is not { } plan) return;
        var opensFrom = endsAt.AddMinutes(Terms.Bidding.LeadMinutes);
        if (plan.Viewing.Until > opensFrom) throw Problems.ViewingAfterBidding.With(("opensFrom", opensFrom));
        plan.CheckViewing(rules, now);
        plan.CheckLicence(BiddingEndsBy(endsAt, rules));
    }

    /// <summary>At the latest: the parties are decided on in the last moment and the bidding takes its planned time.</summary>
    private DateTimeOffset BiddingEndsBy(DateTimeOffset endsAt, RuleSet rules)
    {
        var bidding = BiddingOf.Rules(Terms);
        var runs = bidding.Type == AuctionType.Dutch
            ? ((int)decimal.Ceiling((bidding.StartPrice.Amount - bidding.FloorPrice!.Amount) / bidding.Decrement!.Amount) + 1) * bidding.IntervalSeconds
            : bidding.SealedSeconds + bidding.FreeSeconds + bidding.TimedSeconds;
        return rules.SaleDecisionPeriod.EndFrom(endsAt, WorkingCalendar.China).AddMinutes(Terms.Bidding.LeadMinutes).AddSeconds(runs + bidding.PriorityCallSeconds);
    }

    private void NoteDefault(SaleResult result, DateTimeOffset now)
    {
        if (Mode != SaleMode.Auction || result.AuctionId is not { } auction || Announced!.Terms.Auction is not { } plan) return;
        var price = result.Terms.Price;
        Defaults =
        [
            .. Defaults,
            new SaleDefault(
                auction, Rounds.Count, result.TransfereeId, result.TransfereeName, price, plan.BuyerCommission(price), plan.SellerCommission(price), now, null),
        ];
    }

    /// <summary>The lot was auctioned again: what the first buyer owes is known (拍卖法 39).</summary>
    private void SettleDefaults(SaleResult result)
    {
        if (Mode != SaleMode.Auction || result.AuctionId is not { } auction) return;
        var price = result.Terms.Price;
        Defaults = [.. Defaults.Select(d => d.Again is null ? d with { Again = new ReAuction(auction, price, Less(d.Price, price), result.At) } : d)];

        static Money Less(Money first, Money again) => new(Math.Max(0, first.Amount - again.Amount), first.Currency);
    }

    /// <summary>The result of the auction that followed is void.</summary>
    private void ReopenDefaults() => Defaults = [.. Defaults.Select(d => d.Again?.AuctionId == AuctionId ? d with { Again = null } : d)];
}
