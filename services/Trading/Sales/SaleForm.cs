using System.ComponentModel.DataAnnotations;
using TechMarket.Messages;
using TechMarket.Platform.Web;
using TechMarket.Rules;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Sales;

/// <summary>The terms of a sale as the seller's form sends them, and as every page reads them.</summary>
static class SaleForm
{
    /// <param name="Rate">A fraction of the price; all parts together are 1.</param>
    public sealed record Payment([StringLength(200, MinimumLength = 1)] string Title, [Range(0.0001, 1.0)] decimal Rate, DateOnly? DueOn = null);

    /// <param name="PaymentMode">LUMP_SUM, INSTALMENTS or ENTRY_FEE_PLUS_ROYALTY.</param>
    public sealed record Transfer(
        [StringLength(10)] string Category, [StringLength(30)] string PaymentMode, [MaxLength(60)] IReadOnlyList<Payment> Payments,
        [StringLength(20)] string? LicenceExclusivity = null, [Range(0.0, 1.0)] decimal? RoyaltyRate = null, TermSheet.RoyaltyBase? RoyaltyBase = null,
        [StringLength(300)] string? Territory = null, DateOnly? StartsOn = null, DateOnly? EndsOn = null, [StringLength(2000)] string? Improvements = null,
        [StringLength(4000)] string? Other = null);

    /// <param name="Kind">INQUIRY, APPRAISAL or OTHER.</param>
    public sealed record Basis(PriceBasisKind Kind, [StringLength(2000, MinimumLength = 5)] string Statement, Guid? AppraisalId = null);

    public sealed record Priority([Range(1, 20)] int Rank, [StringLength(200, MinimumLength = 1)] string Name, [StringLength(500, MinimumLength = 2)] string Basis);

    public sealed record Step(Money From, Money Amount);

    /// <param name="Method">ENGLISH, DUTCH, SEALED or SEALED_THEN_ENGLISH.</param>
    /// <param name="Steps">Ascending methods: from a price on, the amount a bid is raised by.</param>
    public sealed record Bidding(
        BiddingMethod Method, [MaxLength(50)] IReadOnlyList<Step> Steps, [Range(1, 60 * 24 * 30)] int LeadMinutes, [Range(0, 60 * 24 * 30)] int FreeMinutes = 0,
        [Range(0, 60 * 24 * 30)] int TimedMinutes = 0, [Range(0, 3600)] int ExtensionSeconds = 300, [Range(0, 60 * 24 * 30)] int SealedMinutes = 0,
        Money? CeilingPrice = null, Money? Decrement = null, [Range(0, 86400)] int IntervalSeconds = 0, [Range(1, 60 * 24 * 30)] int PriorityMinutes = 5);

    /// <param name="LicenceNumber">拍卖经营批准证书.</param>
    public sealed record House(
        [StringLength(200, MinimumLength = 2)] string Name, [StringLength(18, MinimumLength = 18)] string CreditCode,
        [StringLength(60, MinimumLength = 2)] string LicenceNumber, DateOnly LicenceValidUntil);

    /// <param name="CertificateNumber">执业资格证书.</param>
    public sealed record Auctioneer([StringLength(60, MinimumLength = 2)] string Name, [StringLength(60, MinimumLength = 2)] string CertificateNumber);

    public sealed record Viewing([StringLength(300, MinimumLength = 2)] string Place, DateTimeOffset From, DateTimeOffset Until);

    /// <param name="HasReserve">Public; the price itself is sent apart and never answered.</param>
    /// <param name="BuyerRate">The house's commission from the buyer, a fraction of the hammer price.</param>
    public sealed record Auction(
        House House, Auctioneer Auctioneer, Viewing Viewing, bool HasReserve, [Range(0.0, 1.0)] decimal BuyerRate, [Range(0.0, 1.0)] decimal SellerRate);

    /// <param name="Auction">Of a sale in mode AUCTION only.</param>
    /// <param name="Length">In the unit of the region's shortest period.</param>
    public sealed record Terms(
        Transfer Transfer, Money BasePrice, Basis Basis, [Range(1, 1000)] int Length, [MaxLength(30)] [property: Each(2, 500)] IReadOnlyList<string> Conditions,
        [MaxLength(30)] [property: Each(2, 200)] IReadOnlyList<string> DocumentsWanted, Money Deposit, Bidding Bidding, [MaxLength(20)] IReadOnlyList<Priority> Priorities,
        [StringLength(300, MinimumLength = 2)] string Contact, [StringLength(4000)] string? Notes = null, Auction? Auction = null);

    public static SaleTerms Of(Terms form) => new(
        new TransferTerms(
            form.Transfer.Category, form.Transfer.LicenceExclusivity, form.Transfer.PaymentMode, form.Transfer.RoyaltyRate, form.Transfer.RoyaltyBase?.Name(),
            [.. form.Transfer.Payments.Select(p => new PaymentShare(p.Title.Trim(), p.Rate, p.DueOn))], form.Transfer.Territory, form.Transfer.StartsOn,
            form.Transfer.EndsOn, form.Transfer.Improvements, form.Transfer.Other),
        form.BasePrice, new PriceBasis(form.Basis.Kind, form.Basis.Statement.Trim(), form.Basis.AppraisalId), form.Length,
        [.. form.Conditions.Select(c => c.Trim())], [.. form.DocumentsWanted.Select(d => d.Trim())], form.Deposit,
        new BiddingPlan(
            form.Bidding.Method, [.. form.Bidding.Steps.OrderBy(s => s.From.Amount).Select(s => new PriceStep(s.From, s.Amount))], form.Bidding.FreeMinutes,
            form.Bidding.TimedMinutes, form.Bidding.ExtensionSeconds, form.Bidding.SealedMinutes, form.Bidding.CeilingPrice, form.Bidding.Decrement,
            form.Bidding.IntervalSeconds, form.Bidding.PriorityMinutes, form.Bidding.LeadMinutes),
        [.. form.Priorities.OrderBy(p => p.Rank).Select(p => new PriorityHolder(p.Rank, p.Name.Trim(), p.Basis.Trim()))], form.Notes, form.Contact.Trim(),
        form.Auction is { } auction ? Of(auction) : null);

    public static Terms From(SaleTerms terms) => new(
        new Transfer(
            terms.Transfer.Category, terms.Transfer.PaymentMode, [.. terms.Transfer.Payments.Select(p => new Payment(p.Title, p.Rate, p.DueOn))],
            terms.Transfer.LicenceExclusivity, terms.Transfer.RoyaltyRate, Query.Parse<TermSheet.RoyaltyBase>(terms.Transfer.RoyaltyBase),
            terms.Transfer.Territory, terms.Transfer.StartsOn, terms.Transfer.EndsOn, terms.Transfer.Improvements, terms.Transfer.Other),
        terms.BasePrice, new Basis(terms.Basis.Kind, terms.Basis.Statement, terms.Basis.AppraisalId), terms.Length, terms.Conditions, terms.DocumentsWanted,
        terms.Deposit, From(terms.Bidding), [.. terms.Priorities.Select(p => new Priority(p.Rank, p.Name, p.Basis))], terms.Contact, terms.Notes,
        terms.Auction is { } auction ? From(auction) : null);

    private static AuctionPlan Of(Auction form) => new(
        new AuctionHouse(form.House.Name.Trim(), CreditCode.Normalise(form.House.CreditCode), form.House.LicenceNumber.Trim(), form.House.LicenceValidUntil),
        new Sales.Auctioneer(form.Auctioneer.Name.Trim(), form.Auctioneer.CertificateNumber.Trim()),
        new Sales.Viewing(form.Viewing.Place.Trim(), form.Viewing.From.ToUniversalTime(), form.Viewing.Until.ToUniversalTime()),
        form.HasReserve, form.BuyerRate, form.SellerRate);

    private static Auction From(AuctionPlan plan) => new(
        new House(plan.House.Name, plan.House.CreditCode, plan.House.LicenceNumber, plan.House.LicenceValidUntil),
        new Auctioneer(plan.Auctioneer.Name, plan.Auctioneer.CertificateNumber), new Viewing(plan.Viewing.Place, plan.Viewing.From, plan.Viewing.Until),
        plan.HasReserve, plan.BuyerRate, plan.SellerRate);

    private static Bidding From(BiddingPlan plan) => new(
        plan.Method, [.. plan.Steps.Select(s => new Step(s.From, s.Step))], plan.LeadMinutes, plan.FreeMinutes, plan.TimedMinutes, plan.ExtensionSeconds,
        plan.SealedMinutes, plan.CeilingPrice, plan.Decrement, plan.IntervalSeconds, plan.PriorityMinutes);

    public sealed record Document(Guid Id, string Title, string Name, string ContentType, long Size, string Sha256, DateTimeOffset AddedAt);

    public static IReadOnlyList<Document> From(IReadOnlyList<SaleDocument> documents) =>
        [.. documents.Select(d => new Document(d.File.Id, d.Title, d.File.Name, d.File.ContentType, d.File.Size, d.File.Sha256, d.AddedAt))];
}
