using TechMarket.Rules;

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

    /// <summary>The demonstration has an account to transfer to that no bank knows, unless one was set.</summary>
    public void PlayBankIn(RegionProfile profile)
    {
        if (!profile.IsDemonstration || AccountNumber.Length > 0) return;
        (AccountName, AccountNumber, BankName) = ("演示技术市场（请勿转账）", "0000 0000 0000 0000", "演示银行");
    }
}
