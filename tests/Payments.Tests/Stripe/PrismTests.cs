using System.Net;
using Microsoft.EntityFrameworkCore;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Parties;
using TechMarket.Payments.Payouts;
using TechMarket.Payments.Providers;
using TechMarket.Payments.Providers.Stripe;
using TechMarket.Testing;

namespace TechMarket.Payments.Tests.Stripe;

/// <summary>The service with Prism in Stripe's place.</summary>
public sealed class PrismApp : IAsyncLifetime
{
    internal PaymentsApp App { get; } = new();

    internal Prism Prism { get; } = new();

    public async Task InitializeAsync()
    {
        if (Prism.Missing is not null) return;
        await Prism.Start();
        App.Stripe!.Behind = Prism.Answer;
        await App.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        if (Prism.Missing is null) await App.DisposeAsync();
        await Prism.DisposeAsync();
    }
}

/// <summary>Everything the adapter asks of Stripe is valid by Stripe's own description, and what the description lets Stripe answer is understood.</summary>
public sealed class PrismTests(PrismApp shared) : IClassFixture<PrismApp>
{
    private PaymentsApp App => shared.App;

    [WithPrismFact]
    public async Task Payments_are_asked_for_as_described()
    {
        var demand = App.Demand(500);
        await App.Hear(demand);
        var bill = await App.BillOf(demand.DepositId);
        var answers = new Dictionary<PaymentMethod, PayOnline.Response>();
        foreach (var method in new[] { PaymentMethod.Card, PaymentMethod.Alipay, PaymentMethod.WechatPay })
        {
            var id = Guid.CreateVersion7();
            var asked = App.As(App.Buyer).Post($"/api/payments/bills/{bill.Id}/online-payments", new PayOnline.Request(id, method));
            answers[method] = await asked.Read<PayOnline.Response>();
            (await App.InDb(db => db.Attempts.SingleAsync(a => a.Id == id))).ProviderReference.ShouldNotBeNullOrEmpty();
            AsPinned("POST", method == PaymentMethod.Card ? "/v1/checkout/sessions" : "/v1/payment_intents", $"attempt-{id}");
        }
        answers[PaymentMethod.Card].RedirectUrl.ShouldNotBeNullOrEmpty();
        answers[PaymentMethod.Alipay].RedirectUrl.ShouldNotBeNullOrEmpty();
        answers[PaymentMethod.WechatPay].QrText.ShouldNotBeNullOrEmpty();
        shared.Prism.Violations.ShouldBeEmpty();
    }

    [WithPrismFact]
    public async Task Refunds_and_transfers_are_ordered_as_described()
    {
        var paid = App.Demand(500);
        await App.Hear(paid);
        await App.Tell(Fixtures.Succeeded((await App.BillOf(paid.DepositId)).Code, 50_000, "pi_prism", App.Clock.GetUtcNow())).Succeeds();
        await App.Hear(App.Decide(paid, "RETURN"));
        var refund = await App.Released($"deposit-return:{paid.DepositId}");

        await App.As(App.Seller).Put("/api/payments/my-account", new ChangeAccount.Request("测试大学", "33010000999", "测试银行", "acct_123")).Succeeds();
        var forfeited = await App.HeldDeposit(500);
        await App.Hear(App.Decide(forfeited, "FORFEIT"));
        var transfer = await App.PayoutFor($"forfeit:{forfeited.DepositId}");
        await App.TryPrepare(transfer.Id.Value, byProvider: true).Succeeds();
        await App.TryRelease(transfer.Id.Value).Succeeds();

        while (await App.RunDueDeadlines())
        {
        }
        (await App.PayoutFor(transfer.Cause)).State.ShouldBe(PayoutState.Executed);
        // Any text may stand for a refund's state in the description; what is not known to be done is not done.
        (await App.PayoutFor(refund.Cause)).State.ShouldBe(PayoutState.Released);
        AsPinned("POST", "/v1/refunds", $"payout-{refund.Id}-");
        AsPinned("POST", "/v1/transfers", $"payout-{transfer.Id}-");
        shared.Prism.Violations.ShouldBeEmpty();
    }

    [WithPrismFact]
    public async Task The_list_of_events_is_asked_for_as_described()
    {
        App.Stripe!.Calls.Clear();
        App.Clock.Advance(TimeSpan.FromMinutes(11));
        while (await App.RunDueDeadlines())
        {
        }
        AsPinned("GET", "/v1/events", null).Query.ShouldContain("types[0]=payment_intent.succeeded");
        // It was read to its end: the next reading is set.
        (await App.InDb(db => db.Deadlines.SingleAsync(d => d.Kind == ReconcileStripe.Deadline))).DueAt.ShouldBeGreaterThan(App.Clock.GetUtcNow());
        shared.Prism.Violations.ShouldBeEmpty();
    }

    /// <summary>The one such call, with its key, the version and the secret.</summary>
    private FakeStripe.Call AsPinned(string method, string path, string? key)
    {
        var call = App.Stripe!.Calls.Single(
            c => c.Method == method && c.Path == path && (key is null || c.IdempotencyKey!.StartsWith(key, StringComparison.Ordinal)));
        (call.Version, call.Authorization).ShouldBe((StripeOptions.ApiVersion, "Bearer sk_test_123"));
        return call;
    }
}

/// <summary>That Prism looks at all, and closely.</summary>
public sealed class PrismItselfTests : IAsyncLifetime
{
    private readonly Prism prism = new();

    public Task InitializeAsync() => prism.Start();

    public Task DisposeAsync() => prism.DisposeAsync().AsTask();

    [WithPrismFact]
    public async Task What_is_not_described_is_noticed()
    {
        (string Path, Dictionary<string, string> Fields)[] wrong =
        [
            ("/v1/refunds", new(StringComparer.Ordinal) { ["payment_intent"] = "pi_1", ["amount"] = "12.34" }),
            ("/v1/refunds", new(StringComparer.Ordinal) { ["payment_intent"] = "pi_1", ["sum"] = "1234" }),
            ("/v1/transfers", new(StringComparer.Ordinal) { ["amount"] = "1234", ["currency"] = "cny" }),
            ("/v1/payment_intents", new(StringComparer.Ordinal) { ["amount"] = "1", ["currency"] = "cny", ["payment_method_data[type]"] = "alipai" }),
        ];
        foreach (var (path, fields) in wrong)
            (await Answer("POST", path, fields, "Bearer sk_test_123")).ShouldBe(HttpStatusCode.UnprocessableEntity, string.Join('&', fields));
        (await Answer("GET", "/v1/events", new(StringComparer.Ordinal), null)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpStatusCode> Answer(string method, string path, Dictionary<string, string> fields, string? authorization) =>
        (await prism.Answer(new FakeStripe.Call(method, path, fields, "key", StripeOptions.ApiVersion, authorization, ""))).Status;
}
