namespace TechMarket.Payments;

/// <summary>Settings under <c>Payments</c>.</summary>
sealed class PaymentsOptions
{
    /// <summary>The market's account that payers transfer to.</summary>
    public string AccountName { get; set; } = "";

    public string AccountNumber { get; set; } = "";

    public string BankName { get; set; } = "";

    /// <summary>The market's share of what is released to a seller, as a fraction.</summary>
    public decimal PlatformFeeRate { get; set; }
}
