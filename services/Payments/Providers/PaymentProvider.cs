using TechMarket.Payments.Bills;
using TechMarket.Payments.Payouts;

namespace TechMarket.Payments.Providers;

public enum ProviderCode
{
    /// <summary>对公转账, found on the bank statement.</summary>
    BankTransfer,
    Stripe,
}

public enum PaymentMethod
{
    Card,
    Alipay,
    WechatPay,
}

/// <summary>How a payer goes on: to a page of the provider, or by scanning a code.</summary>
sealed record PaymentStart(string ProviderReference, string? RedirectUrl, string? QrText);

/// <summary>What the provider did with an order to send money.</summary>
sealed record SentMoney(string Reference, bool Done);

/// <summary>Who takes and sends money for the market beside the bank itself. The bank has no interface: its side is the statement and the payment file.</summary>
interface IOnlineProvider
{
    ProviderCode Code { get; }

    /// <summary>The market's operator has set it up.</summary>
    bool Offered { get; }

    IReadOnlyList<PaymentMethod> MethodsFor(Bill bill);

    /// <summary>Asks for a payment. The same attempt asked again is the same payment.</summary>
    Task<PaymentStart> Start(Guid attemptId, Bill bill, PaymentMethod method, CancellationToken ct);

    /// <summary>Sends a released payout: back to where it came from, or to the payee's account at the provider. The same payout asked again is sent once.</summary>
    Task<SentMoney> Send(Payout payout, CancellationToken ct);
}
