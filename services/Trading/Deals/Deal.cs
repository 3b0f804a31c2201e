using TechMarket.Messages;
using TechMarket.Platform.Ids;
using TechMarket.Trading.FixedTerm;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Notices;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Deals;

readonly record struct DealId(Guid Value) : ITypedId<DealId>
{
    public static DealId From(Guid value) => new(value);

    public static bool TryParse(string? text, out DealId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new DealId(value);
        return known;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>What was concluded, however the price was found: from here the contract is drafted. It never changes.</summary>
sealed class Deal
{
    private Deal()
    {
    }

    public DealId Id { get; private set; }
    public string Number { get; private set; } = "";

    /// <summary>NEGOTIATED, LISTING, AUCTION, … (DOMAIN 3.1).</summary>
    public string PricingMode { get; private set; } = "";

    public NegotiationId? NegotiationId { get; private set; }
    public NoticeId? NoticeId { get; private set; }
    public SaleId? SaleId { get; private set; }

    /// <summary>The use of a fixed-term offer it came from.</summary>
    public UptakeId? UptakeId { get; private set; }

    public Guid AchievementId { get; private set; }
    public string AchievementNumber { get; private set; } = "";
    public string AchievementTitle { get; private set; } = "";
    public Guid? DemandId { get; private set; }
    public Guid SellerId { get; private set; }
    public Guid BuyerId { get; private set; }
    public DealParty Seller { get; private set; } = null!;
    public DealParty Buyer { get; private set; } = null!;
    public Money Price { get; private set; } = null!;
    public DealTerms Terms { get; private set; } = null!;
    public bool RelatedParty { get; private set; }
    public IReadOnlyList<Guid> LeadIds { get; private set; } = [];
    public DateTimeOffset ConcludedAt { get; private set; }

    public static Deal Conclude(
        DealId id, string number, string pricingMode, NegotiationId? negotiation, NoticeId? notice, Guid achievementId, string achievementNumber,
        string achievementTitle, Guid? demandId, DealParty seller, DealParty buyer, DealTerms terms, bool relatedParty, IReadOnlyList<Guid> leadIds,
        DateTimeOffset now, SaleId? sale = null, UptakeId? uptake = null) => new()
    {
        Id = id, Number = number, PricingMode = pricingMode, NegotiationId = negotiation, NoticeId = notice, SaleId = sale, UptakeId = uptake, AchievementId = achievementId,
        AchievementNumber = achievementNumber, AchievementTitle = achievementTitle, DemandId = demandId, SellerId = seller.OrganisationId,
        BuyerId = buyer.OrganisationId, Seller = seller, Buyer = buyer, Price = terms.Price, Terms = terms, RelatedParty = relatedParty,
        LeadIds = leadIds, ConcludedAt = now,
    };
}

/// <summary>An agreement that binds an achievement: two exclusive ones, or an exclusive one beside any other, cannot stand together.</summary>
sealed class Claim
{
    /// <summary>The negotiation or the fixed-term offer that binds it.</summary>
    public required Guid AgreementId { get; init; }

    public required Guid AchievementId { get; init; }
    public required bool Exclusive { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? ReleasedAt { get; set; }
}
