using System.Globalization;
using Microsoft.Extensions.Options;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Payouts;

namespace TechMarket.Payments.Providers.Stripe;

/// <summary>Takes cards on Stripe's own page, Alipay and WeChat Pay by PaymentIntents; sends refunds and Connect transfers.</summary>
sealed class StripeProvider(StripeClient stripe, IOptions<StripeOptions> options, IConfiguration configuration) : IOnlineProvider
{
    /// <summary>The bill's code travels with the payment and comes back in every event.</summary>
    public const string BillField = "bill";

    public const string PayoutField = "payout";

    public ProviderCode Code => ProviderCode.Stripe;

    public bool Offered => options.Value.On;

    public IReadOnlyList<PaymentMethod> MethodsFor(Bill bill) =>
        StripeClient.Takes(bill.Amount) ? [PaymentMethod.Card, PaymentMethod.Alipay, PaymentMethod.WechatPay] : [];

    public async Task<PaymentStart> Start(Guid attemptId, Bill bill, PaymentMethod method, CancellationToken ct)
    {
        if (method == PaymentMethod.Card)
        {
            var session = await stripe.Post("/v1/checkout/sessions", CardFields(bill), $"attempt-{attemptId}", ct);
            return new PaymentStart(session.Text("id")!, session.Text("url"), null);
        }
        var intent = await stripe.Post("/v1/payment_intents", IntentFields(bill, method), $"attempt-{attemptId}", ct);
        var next = intent.Part("next_action");
        return new PaymentStart(
            intent.Text("id")!, next.Part("alipay_handle_redirect").Text("url") ?? next.Part("redirect_to_url").Text("url"), next.Part("wechat_pay_display_qr_code").Text("data"));
    }

    public async Task<SentMoney> Send(Payout payout, CancellationToken ct)
    {
        // Released again after a refusal is another try; the same release is the same one.
        var key = string.Create(CultureInfo.InvariantCulture, $"payout-{payout.Id}-{payout.ReleasedAt:yyyyMMddHHmmss}");
        if (payout.RefundOf is { } payment)
        {
            var refund = await stripe.Post("/v1/refunds", RefundFields(payout, payment), key, ct);
            return new SentMoney(refund.Text("id")!, refund.Text("status") == "succeeded");
        }
        var transfer = await stripe.Post("/v1/transfers", TransferFields(payout), key, ct);
        return new SentMoney(transfer.Text("id")!, Done: true);
    }

    internal Dictionary<string, string> CardFields(Bill bill) => new(StringComparer.Ordinal)
    {
        ["mode"] = "payment",
        ["payment_method_types[0]"] = "card",
        ["line_items[0][quantity]"] = "1",
        ["line_items[0][price_data][currency]"] = bill.Amount.Currency.ToLowerInvariant(),
        ["line_items[0][price_data][unit_amount]"] = StripeClient.Minor(bill.Amount),
        ["line_items[0][price_data][product_data][name]"] = $"{bill.SubjectNumber} {bill.Code}",
        [$"payment_intent_data[metadata][{BillField}]"] = bill.Code,
        ["client_reference_id"] = bill.Code,
        ["success_url"] = ReturnAddress,
        ["cancel_url"] = ReturnAddress,
    };

    internal Dictionary<string, string> IntentFields(Bill bill, PaymentMethod method)
    {
        var type = method == PaymentMethod.Alipay ? "alipay" : "wechat_pay";
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["amount"] = StripeClient.Minor(bill.Amount),
            ["currency"] = bill.Amount.Currency.ToLowerInvariant(),
            ["payment_method_types[0]"] = type,
            ["payment_method_data[type]"] = type,
            ["confirm"] = "true",
            ["description"] = $"{bill.SubjectNumber} {bill.Code}",
            [$"metadata[{BillField}]"] = bill.Code,
        };
        if (method == PaymentMethod.Alipay) fields["return_url"] = ReturnAddress;
        else fields["payment_method_options[wechat_pay][client]"] = "web";
        return fields;
    }

    internal static Dictionary<string, string> RefundFields(Payout payout, string payment) => new(StringComparer.Ordinal)
    {
        ["payment_intent"] = payment, ["amount"] = StripeClient.Minor(payout.Amount), [$"metadata[{PayoutField}]"] = payout.Number,
    };

    internal static Dictionary<string, string> TransferFields(Payout payout) => new(StringComparer.Ordinal)
    {
        ["amount"] = StripeClient.Minor(payout.Amount), ["currency"] = payout.Amount.Currency.ToLowerInvariant(), ["destination"] = payout.ProviderAccount!,
        ["description"] = payout.Number, [$"metadata[{PayoutField}]"] = payout.Number,
    };

    private string ReturnAddress => (configuration["Market:PublicAddress"] ?? "http://127.0.0.1:8080").TrimEnd('/') + "/workbench/money";
}
