using System.Security.Cryptography;
using System.Text;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Trading.Bidding;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Confirmations;

/// <summary>What the hammer price means for both sides and the auction house (拍卖法 56).</summary>
sealed record ConfirmedFigures(Money HammerPrice, decimal BuyerRate, Money BuyerCommission, decimal SellerRate, Money SellerCommission)
{
    public static ConfirmedFigures Of(AuctionPlan plan, Money hammer) =>
        new(hammer, plan.BuyerRate, plan.BuyerCommission(hammer), plan.SellerRate, plan.SellerCommission(hammer));

    public Money BuyerPays => new(HammerPrice.Amount + BuyerCommission.Amount, HammerPrice.Currency);

    public Money SellerKeeps => new(HammerPrice.Amount - SellerCommission.Amount, HammerPrice.Currency);
}

/// <summary>Who signs: 委托人, 买受人, 拍卖人.</summary>
enum ConfirmationSide
{
    Seller,
    Buyer,
    House,
}

/// <summary>One side's signature under the document of this hash.</summary>
sealed record ConfirmationSignature(
    ConfirmationSide Side, string DocumentSha256, Guid PersonId, string PersonName, Guid OrganisationId, string OrganisationName, string ProofId, DateTimeOffset SignedAt);

/// <summary>
/// 成交确认书: what an auction's fall of the hammer made, written once when it closes and signed by buyer and auction house
/// (拍卖法 52), and by the seller.
/// The text never changes; whether it still binds is the sale's to say.
/// </summary>
sealed class SaleConfirmation
{
    private SaleConfirmation()
    {
    }

    /// <summary>The auction's own.</summary>
    public AuctionId Id { get; private set; }

    public string Number { get; private set; } = "";
    public SaleId SaleId { get; private set; }
    public string SaleNumber { get; private set; } = "";
    public string Title { get; private set; } = "";
    public Guid SellerId { get; private set; }
    public string SellerName { get; private set; } = "";
    public Guid BuyerId { get; private set; }
    public string BuyerName { get; private set; } = "";
    public string HouseName { get; private set; } = "";

    /// <summary>统一社会信用代码: the house need not have been on the market when the hammer fell.</summary>
    public string HouseCode { get; private set; } = "";
    public ConfirmedFigures Figures { get; private set; } = null!;
    public string LogHash { get; private set; } = "";
    public DateTimeOffset ClosedAt { get; private set; }
    public string Html { get; private set; } = "";

    /// <summary>SHA-256 of the text in UTF-8, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    public IReadOnlyList<ConfirmationSignature> Signatures { get; private set; } = [];

    /// <summary>When the last of the three signed.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    public static SaleConfirmation Write(Sale sale, AuctionHouse house, string number, ConfirmedFigures figures, AuctionClosed fact, string html)
    {
        var result = sale.Result!;
        return new SaleConfirmation
        {
            Id = new AuctionId(fact.AuctionId), Number = number, SaleId = sale.Id, SaleNumber = sale.Number, Title = sale.Subject.AchievementTitle,
            SellerId = sale.SellerId, SellerName = sale.Subject.SellerName, BuyerId = result.TransfereeId, BuyerName = result.TransfereeName,
            HouseName = house.Name, HouseCode = house.CreditCode, Figures = figures,
            LogHash = fact.LogHash, ClosedAt = fact.ClosedAt, Html = html, Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html))),
        };
    }

    /// <summary>The house is known by its credit code, once the bureau has verified that it is the organisation's own.</summary>
    public ConfirmationSide? SideOf(Caller caller) =>
        caller.Organisation == SellerId ? ConfirmationSide.Seller
        : caller.Organisation == BuyerId ? ConfirmationSide.Buyer
        : caller.Verified && caller.CreditCode == HouseCode ? ConfirmationSide.House
        : null;

    public bool SignedBy(ConfirmationSide side) => Signatures.Any(s => s.Side == side);

    /// <param name="stands">The result it confirms is the sale's result still.</param>
    /// <returns>False when this side has signed before.</returns>
    public bool Sign(ConfirmationSignature signature, bool stands)
    {
        if (signature.DocumentSha256 != Sha256) throw Problems.DocumentChanged.With(("documentSha256", Sha256));
        if (!stands) throw Problems.ConfirmationVoid.Now();
        if (SignedBy(signature.Side)) return false;
        Signatures = [.. Signatures, signature];
        if (Signatures.Count == 3) CompletedAt = signature.SignedAt;
        return true;
    }
}

/// <summary>A proof of a re-entered credential is good for one signature.</summary>
sealed class UsedProof
{
    public required string Id { get; init; }
    public required AuctionId AuctionId { get; init; }
    public required DateTimeOffset UsedAt { get; init; }
}
