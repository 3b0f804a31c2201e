using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>The licensed auction company (拍卖人, 拍卖法 10-12) on record for a sale.</summary>
/// <param name="LicenceNumber">拍卖经营批准证书.</param>
sealed record AuctionHouse(string Name, string CreditCode, string LicenceNumber, DateOnly LicenceValidUntil);

/// <summary>The auctioneer (拍卖师, 拍卖法 14) who leads it.</summary>
/// <param name="CertificateNumber">执业资格证书.</param>
sealed record Auctioneer(string Name, string CertificateNumber);

/// <summary>Where and when the lot is shown before the bidding (拍卖法 48).</summary>
sealed record Viewing(string Place, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Days are those on which it is shown, the first and the last among them.</summary>
    public bool Lasts(Period least, DateTimeOffset from)
    {
        if (from < From) from = From;
        if (from >= Until) return false;
        var (first, last) = (ChinaTime.DayOf(from), ChinaTime.DayOf(Until.AddTicks(-1)));
        return least.Unit switch
        {
            PeriodUnit.Days => last.DayNumber - first.DayNumber + 1 >= least.Value,
            PeriodUnit.WorkingDays => WorkingCalendar.China.CountWorkingDays(first.AddDays(-1), last) >= least.Value,
            _ => least.EndFrom(from, WorkingCalendar.China) <= Until,
        };
    }
}

/// <summary>What an auction sale announces beside its terms. The reserve price itself is not here: nobody reads it before the close.</summary>
/// <param name="HasReserve">Whether there is a reserve price is public; that there is none must be said (拍卖法 50).</param>
/// <param name="BuyerRate">The house's commission from the buyer, a fraction of the hammer price (拍卖法 56).</param>
/// <param name="SellerRate">The same from the seller.</param>
sealed record AuctionPlan(AuctionHouse House, Auctioneer Auctioneer, Viewing Viewing, bool HasReserve, decimal BuyerRate, decimal SellerRate)
{
    public Money BuyerCommission(Money hammer) => Part(hammer, BuyerRate);

    public Money SellerCommission(Money hammer) => Part(hammer, SellerRate);

    /// <summary>Refuses what the region's rules do not allow, whenever it is announced.</summary>
    public void Check(RuleSet rules)
    {
        if (CreditCode.Check(House.CreditCode) == IdentifierCheck.Malformed) throw Problems.AuctionHouseCodeMalformed.Now();
        CheckViewing(rules, Viewing.From);
        var most = rules.AuctionCommission.MaxRate;
        if (BuyerRate > most || SellerRate > most) throw Problems.AuctionCommissionTooHigh.With(("maximum", most));
    }

    /// <summary>What is left of the viewing is long enough.</summary>
    public void CheckViewing(RuleSet rules, DateTimeOffset from)
    {
        var least = rules.AuctionViewingPeriod;
        if (!Viewing.Lasts(least, from)) throw Problems.ViewingTooShort.With(("minimum", least.Value), ("unit", least.Unit));
    }

    /// <summary>The house is still licensed when the bidding ends at the latest.</summary>
    public void CheckLicence(DateTimeOffset biddingEndsBy)
    {
        if (House.LicenceValidUntil < ChinaTime.DayOf(biddingEndsBy))
            throw Problems.AuctionLicenceExpires.With(("validUntil", House.LicenceValidUntil), ("biddingEndsBy", biddingEndsBy));
    }

    private static Money Part(Money hammer, decimal rate) => new(decimal.Round(hammer.Amount * rate, 2, MidpointRounding.AwayFromZero), hammer.Currency);
}

/// <summary>A buyer in an auction that did not perform (拍卖法 39): what it owes once the lot is auctioned again.</summary>
/// <param name="BuyerCommission">Commission of the first auction, of both sides: the first buyer bears them.</param>
/// <param name="Again">The auction that followed; null until one found a buyer.</param>
sealed record SaleDefault(
    Guid AuctionId, int Round, Guid BuyerId, string BuyerName, Money Price, Money BuyerCommission, Money SellerCommission, DateTimeOffset At, ReAuction? Again)
{
    /// <summary>Shortfall and both commissions; null until the lot was auctioned again.</summary>
    public Money? Owed => Again is null ? null : new Money(Again.Shortfall.Amount + BuyerCommission.Amount + SellerCommission.Amount, Price.Currency);
}

/// <param name="Shortfall">By how much it fetched less than before.</param>
sealed record ReAuction(Guid AuctionId, Money Price, Money Shortfall, DateTimeOffset At);
