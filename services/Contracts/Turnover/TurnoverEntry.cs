using TechMarket.Contracts.Registrations;
using TechMarket.Rules;

namespace TechMarket.Contracts.Turnover;

/// <summary>
/// One registered contract as statistics count it: written with the registration, taken out when that is cancelled. The
/// contract amount counts in the year of registration, days are days in China.
/// </summary>
sealed class TurnoverEntry
{
    private TurnoverEntry()
    {
    }

    public RegistrationId RegistrationId { get; private set; }
    public Guid ContractId { get; private set; }
    public string Number { get; private set; } = "";
    public string Title { get; private set; } = "";
    public DateOnly RegisteredOn { get; private set; }
    public string Category { get; private set; } = "";
    public string FieldCode { get; private set; } = "";
    public string SellerName { get; private set; } = "";
    public string SellerKind { get; private set; } = "";
    public string SellerArea { get; private set; } = "";
    public string BuyerName { get; private set; } = "";
    public string BuyerKind { get; private set; } = "";
    public string BuyerArea { get; private set; } = "";
    public decimal ContractAmount { get; private set; }
    public decimal TechnicalAmount { get; private set; }

    public static TurnoverEntry Of(Registration registration) => new()
    {
        RegistrationId = registration.Id,
        ContractId = registration.ContractId.Value,
        Number = registration.Number!,
        Title = registration.Title,
        RegisteredOn = ChinaTime.DayOf(registration.RegisteredAt!.Value),
        Category = registration.Category,
        FieldCode = registration.Form.FieldCode,
        SellerName = registration.SellerName,
        SellerKind = registration.Form.Seller.Kind,
        SellerArea = registration.Form.Seller.AreaCode ?? Unknown,
        BuyerName = registration.BuyerName,
        BuyerKind = registration.Form.Buyer.Kind,
        BuyerArea = registration.Form.Buyer.AreaCode ?? Unknown,
        ContractAmount = registration.ContractAmount.Amount,
        TechnicalAmount = registration.TechnicalAmount.Amount,
    };

    /// <summary>An area nobody stated; it lies in no area.</summary>
    public const string Unknown = "";
}

/// <summary>A yearly target the bureau set for an area; it goes before the plan's.</summary>
sealed class BureauTarget
{
    private BureauTarget()
    {
    }

    public string AreaCode { get; private set; } = "";
    public int Year { get; private set; }
    public decimal Amount { get; private set; }
    public string SetBy { get; private set; } = "";
    public DateTimeOffset SetAt { get; private set; }

    public static BureauTarget Of(string areaCode, int year) => new() { AreaCode = areaCode, Year = year };

    public void Set(decimal amount, string by, DateTimeOffset now)
    {
        Amount = amount;
        SetBy = by;
        SetAt = now;
    }
}
