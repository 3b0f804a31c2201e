using TechMarket.Messages;

namespace TechMarket.Commissions.Deals;

/// <summary>A deal as it was concluded; a commission may hang on it.</summary>
sealed class Deal
{
    private Deal()
    {
    }

    public Deal(DealConcluded fact)
    {
        Id = fact.DealId;
        Number = fact.Number;
        AchievementId = fact.AchievementId;
        Title = fact.AchievementTitle;
        (SellerId, SellerName) = (fact.Seller.OrganisationId, fact.Seller.Name);
        (BuyerId, BuyerName) = (fact.Buyer.OrganisationId, fact.Buyer.Name);
        LeadIds = fact.LeadIds;
        Price = fact.Terms.Price;
        ConcludedAt = fact.ConcludedAt;
    }

    public Guid Id { get; private set; }
    public string Number { get; private set; } = "";
    public Guid AchievementId { get; private set; }
    public string Title { get; private set; } = "";
    public Guid SellerId { get; private set; }
    public string SellerName { get; private set; } = "";
    public Guid BuyerId { get; private set; }
    public string BuyerName { get; private set; } = "";
    public IReadOnlyList<Guid> LeadIds { get; private set; } = [];
    public Money Price { get; private set; } = null!;
    public DateTimeOffset ConcludedAt { get; private set; }
}

/// <summary>What can earn a commission.</summary>
public enum DealEventKind
{
    Effective,
    Registered,
    Paid,

    /// <summary>Nothing more will come of the contract; earns nothing itself.</summary>
    Ended,
}

/// <summary>Something that happened to a deal's contract, kept as heard and whether or not the deal is known yet. One row per cause.</summary>
sealed class DealEvent
{
    private DealEvent()
    {
    }

    public DealEvent(ContractEffective fact) =>
        (Kind, CauseId, DealId, ContractId, ContractNumber, ContractAmount, At) =
        (DealEventKind.Effective, fact.ContractId, fact.DealId, fact.ContractId, fact.Number, fact.ContractAmount, fact.EffectiveAt);

    public DealEvent(ContractRegistered fact)
    {
        (Kind, CauseId, DealId, ContractId) = (DealEventKind.Registered, fact.RegistrationId, fact.DealId, fact.ContractId);
        Take(fact);
    }

    public DealEvent(ContractPaymentConfirmed fact) =>
        (Kind, CauseId, DealId, ContractId, ContractNumber, ContractAmount, Amount, At) =
        (DealEventKind.Paid, fact.PaymentId, fact.DealId, fact.ContractId, fact.ContractNumber, fact.ContractAmount, fact.Amount, fact.ConfirmedAt);

    public DealEvent(ContractEnded fact) =>
        (Kind, CauseId, DealId, ContractId, ContractNumber, Outcome, At) =
        (DealEventKind.Ended, fact.ContractId, fact.DealId, fact.ContractId, fact.Number, fact.Outcome, fact.EndedAt);

    public DealEventKind Kind { get; private set; }

    /// <summary>The contract, registration or payment that caused it.</summary>
    public Guid CauseId { get; private set; }

    public Guid DealId { get; private set; }
    public Guid ContractId { get; private set; }
    public string ContractNumber { get; private set; } = "";
    public Money? ContractAmount { get; private set; }

    /// <summary>The technical amount of a registration, the received amount of a payment.</summary>
    public Money? Amount { get; private set; }

    /// <summary>How the contract ended: VOID, TERMINATED or COMPLETED.</summary>
    public string? Outcome { get; private set; }

    /// <summary>What a registration is known and checked by.</summary>
    public string? RegistrationNumber { get; private set; }

    public string? VerificationCode { get; private set; }
    public long Version { get; private set; }
    public DateTimeOffset At { get; private set; }

    public string Cause => $"{Kind}:{CauseId}";

    /// <summary>A corrected registration replaces the amounts of the one before.</summary>
    public void Take(ContractRegistered fact)
    {
        if (fact.Version <= Version) return;
        (Version, ContractNumber, ContractAmount, Amount, At) = (fact.Version, fact.ContractNumber, fact.ContractAmount, fact.TechnicalAmount, fact.RegisteredAt);
        (RegistrationNumber, VerificationCode) = (fact.RegistrationNumber, fact.VerificationCode);
    }
}

public enum ClaimGround
{
    /// <summary>The achievement that was introduced, dealt after the protection ended.</summary>
    SameAchievement,

    /// <summary>Another achievement of the same holder.</summary>
    OtherAchievement,
}

/// <summary>A deal that may have gone round a broker: the parties it brought together dealt without its lead (民法典 965).</summary>
sealed class Claim
{
    private Claim()
    {
    }

    public Claim(Guid id, Guid leadId, string leadNumber, IReadOnlyList<Guid> brokerIds, Deal deal, ClaimGround ground, DateTimeOffset now) =>
        (Id, LeadId, LeadNumber, BrokerIds, DealId, DealNumber, Title, SellerName, BuyerName, Ground, DealConcludedAt, FlaggedAt) =
        (id, leadId, leadNumber, brokerIds, deal.Id, deal.Number, deal.Title, deal.SellerName, deal.BuyerName, ground, deal.ConcludedAt, now);

    public Guid Id { get; private set; }
    public Guid LeadId { get; private set; }
    public string LeadNumber { get; private set; } = "";
    public IReadOnlyList<Guid> BrokerIds { get; private set; } = [];
    public Guid DealId { get; private set; }
    public string DealNumber { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string SellerName { get; private set; } = "";
    public string BuyerName { get; private set; } = "";
    public ClaimGround Ground { get; private set; }
    public DateTimeOffset DealConcludedAt { get; private set; }
    public DateTimeOffset FlaggedAt { get; private set; }
}
