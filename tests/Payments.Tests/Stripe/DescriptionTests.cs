using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TechMarket.Messages;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Payouts;
using TechMarket.Payments.Providers;
using TechMarket.Payments.Providers.Stripe;

namespace TechMarket.Payments.Tests.Stripe;

/// <summary>Every form field this adapter sends is one of Stripe's own published description, of the very version that is pinned.</summary>
public sealed class DescriptionTests
{
    private static readonly Bill Bill = Bill.ForDeposit(
        new BillId(Guid.Empty), "JK00000012", new DepositDemanded(Guid.Empty, Guid.Empty, "GP", "t", Guid.Empty, Guid.Empty, "p", Money.Yuan(12.34m), default, default), default);

    private static readonly StripeProvider Provider = new(
        new StripeClient(new HttpClient(), Options.Create(new StripeOptions()), NullLogger<StripeClient>.Instance), Options.Create(new StripeOptions()), new ConfigurationBuilder().Build());

    public static TheoryData<string> Requests => ["alipay", "wechat_pay", "card", "refund", "transfer"];

    [WithDescriptionTheory]
    [MemberData(nameof(Requests))]
    public void Its_fields_are_described(string request)
    {
        var (path, fields) = Sent(request);
        var description = Description.Read();
        description.GetProperty("info").GetProperty("version").GetString().ShouldBe(StripeOptions.ApiVersion);
        var schema = description.GetProperty("paths").GetProperty(path).GetProperty("post").GetProperty("requestBody").GetProperty("content")
            .GetProperty("application/x-www-form-urlencoded").GetProperty("schema");
        foreach (var (field, value) in fields) Check(schema, field, field.Replace("]", "", StringComparison.Ordinal).Split('['), value);
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray()) fields.Keys.ShouldContain(k => k.Split('[', 2)[0] == name.GetString());
    }

    /// <summary>
    /// Newer than the description, and listened for all the same: since the end of 2024 Stripe tells of a refund by these names, also where no charge
    /// is touched; an account that still uses the old name alone sends <c>charge.refund.updated</c>, which is described.
    /// </summary>
    [WithDescriptionTheory]
    [InlineData("refund.updated", "refund.failed")]
    public void Its_events_are_described_but_for_those_that_are_newer(params string[] newer)
    {
        var described = Description.Read().GetProperty("paths").GetProperty("/v1/webhook_endpoints").GetProperty("post")
            .GetProperty("requestBody").GetProperty("content").GetProperty("application/x-www-form-urlencoded").GetProperty("schema").GetProperty("properties")
            .GetProperty("enabled_events").GetProperty("items").GetProperty("enum").EnumerateArray().Select(e => e.GetString()!).ToHashSet(StringComparer.Ordinal);
        StripeEvents.Types.Where(t => !described.Contains(t)).ShouldBe(newer);
    }

    private static void Check(JsonElement schema, string field, ReadOnlySpan<string> path, string value)
    {
        if (schema.TryGetProperty("anyOf", out var choices))
        {
            foreach (var choice in choices.EnumerateArray())
                if (Fits(choice, path)) { Check(choice, field, path, value); return; }
            Assert.Fail($"{field} fits none of its forms");
        }
        if (path.IsEmpty)
        {
            if (schema.TryGetProperty("enum", out var known)) known.EnumerateArray().Select(k => k.GetString()).ShouldContain(value, field);
            if (schema.GetProperty("type").GetString() == "integer") long.TryParse(value, out _).ShouldBeTrue(field);
            return;
        }
        Fits(schema, path).ShouldBeTrue($"{field} is not described");
        Check(Inner(schema, path[0])!.Value, field, path[1..], value);
    }

    private static bool Fits(JsonElement schema, ReadOnlySpan<string> path) => path.IsEmpty ? schema.TryGetProperty("type", out var t) && t.GetString() is "string" or "integer" or "boolean" : Inner(schema, path[0]) is not null;

    private static JsonElement? Inner(JsonElement schema, string name)
    {
        if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var property)) return property;
        if (schema.TryGetProperty("items", out var items) && int.TryParse(name, out _)) return items;
        return schema.TryGetProperty("additionalProperties", out var any) && any.ValueKind == JsonValueKind.Object ? any : null;
    }

    private static (string Path, Dictionary<string, string> Fields) Sent(string request)
    {
        var payout = Payout.Raise(
            new PayoutId(Guid.Empty), "FK-2026-000001",
            new PayoutOrder(PayoutKind.Seller, "c", Guid.Empty, new AccountKey(AccountKind.SellerPayable, Guid.Empty, "CNY", ""), null, "", Money.Yuan(1), ""), null, default);
        payout.Prepare(null, "acct_1", Testing.People.Of("bureau"), default);
        return request switch
        {
            "alipay" => ("/v1/payment_intents", Provider.IntentFields(Bill, PaymentMethod.Alipay)),
            "wechat_pay" => ("/v1/payment_intents", Provider.IntentFields(Bill, PaymentMethod.WechatPay)),
            "card" => ("/v1/checkout/sessions", Provider.CardFields(Bill)),
            "refund" => ("/v1/refunds", StripeProvider.RefundFields(payout, "pi_1")),
            _ => ("/v1/transfers", StripeProvider.TransferFields(payout)),
        };
    }
}

/// <summary>Skips where Stripe's description is not at hand; it is no part of the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WithDescriptionTheoryAttribute : TheoryAttribute
{
    public WithDescriptionTheoryAttribute()
    {
        if (Description.Find() is null) Skip = Description.Absent;
    }
}
