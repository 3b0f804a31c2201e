using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Deposits;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Parties;
using TechMarket.Payments.Payouts;
using TechMarket.Payments.Providers;
using TechMarket.Payments.Providers.Stripe;
using TechMarket.Testing;

namespace TechMarket.Payments.Tests.Stripe;

public sealed class StripeTests(SharedApp shared) : PaymentsTests(shared)
{
    private async Task<Bill> OpenBill(decimal amount = 500)
    {
        var demand = App.Demand(amount);
        await App.Hear(demand);
        return await App.BillOf(demand.DepositId);
    }

    private JsonObject Succeeded(Bill bill, long amount = 50_000, string? intent = null, string? eventId = null) =>
        Fixtures.Succeeded(bill.Code, amount, intent ?? "pi_test_" + App.Next(), App.Clock.GetUtcNow(), eventId);

    private async Task<bool> Taken(JsonObject happened) => (await App.Tell(happened).Read<ReceiveStripeEvent.Response>()).Taken;

    private Task<BillState> StateOf(Bill bill) => App.InDb(async db => (await db.Bills.AsNoTracking().SingleAsync(b => b.Id == bill.Id)).State);

    private Task<HttpResponseMessage> TryPay(Bill bill, PaymentMethod method, Guid? id = null) =>
        App.As(App.Buyer).Post($"/api/payments/bills/{bill.Id}/online-payments", new PayOnline.Request(id ?? Guid.CreateVersion7(), method));

    private async Task Eventually(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 100 && !await holds(); i++)
        {
            await App.RunDueDeadlines();
            await Task.Delay(50);
        }
        (await holds()).ShouldBeTrue();
    }

    /// <summary>A deposit that came through Stripe.</summary>
    private async Task<(DepositDemanded Demand, string Intent)> HeldByStripe()
    {
        var demand = App.Demand(500);
        await App.Hear(demand);
        var intent = "pi_test_" + App.Next();
        await Taken(Succeeded(await App.BillOf(demand.DepositId), intent: intent));
        return (demand, intent);
    }

    [Fact]
    public async Task A_payment_that_succeeded_pays_its_bill_once_whatever_is_told_again()
    {
        var bill = await OpenBill();
        var happened = Succeeded(bill);
        (await Taken(happened)).ShouldBeTrue();
        (await StateOf(bill)).ShouldBe(BillState.Paid);
        var before = await App.Fingerprint();
        (await Taken(happened)).ShouldBeFalse();
        (await App.Fingerprint()).ShouldBe(before);
        // Another event about the same payment.
        var again = happened.DeepClone().AsObject();
        again["id"] = "evt_other_" + App.Next();
        await Taken(again);
        (await App.Published<DepositHeld>()).Count(f => f.DepositId == bill.SubjectId).ShouldBe(1);
        (await App.Balance(AccountKind.DepositHeld, App.Buyer.OrganisationId)).ShouldBe(500);
        (await App.Inspect()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_event_at_once_from_two_sides_counts_once()
    {
        var bill = await OpenBill();
        var happened = Succeeded(bill);
        var answers = await Task.WhenAll(App.Tell(happened), App.Tell(happened), App.Tell(happened));
        answers.ShouldAllBe(a => a.IsSuccessStatusCode);
        (await App.Balance(AccountKind.DepositHeld, App.Buyer.OrganisationId)).ShouldBe(500);
    }

    [Fact]
    public async Task What_is_not_signed_with_the_secret_is_refused()
    {
        var bill = await OpenBill();
        await Refuses(400, "payments/signature-refused", () => App.Tell(Succeeded(bill), secret: "whsec_other"));
        await Refuses(400, "payments/signature-refused", () => App.Tell(Succeeded(bill), changedBody: Succeeded(bill, 99_999_999).ToJsonString()));
        await Refuses(400, "payments/signature-refused", () => App.Tell(Succeeded(bill), ago: TimeSpan.FromMinutes(6)));
        await Refuses(400, "payments/signature-refused", () => App.Tell(Succeeded(bill), ago: TimeSpan.FromMinutes(-6)));
        await Refuses(400, "payments/signature-refused", () => App.As().PostAsync("/api/payments/stripe/events", new StringContent(Succeeded(bill).ToJsonString())));
        (await StateOf(bill)).ShouldBe(BillState.Open);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t=1")]
    [InlineData("v1=abc")]
    [InlineData("t=abc,v1=abc")]
    [InlineData("t=99999999999999999999,v1=abc")]
    [InlineData(",,,=,=")]
    public void A_header_that_is_none_holds_nothing(string? header) => StripeSignature.Holds(header, "x"u8, "s", DateTimeOffset.UnixEpoch).ShouldBeFalse();

    [Fact]
    public void During_a_change_of_secrets_one_fitting_signature_is_enough()
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(50);
        var seconds = now.ToUnixTimeSeconds();
        StripeSignature.Holds($"t={seconds},v1=00,v1={StripeSignature.Sign(seconds, "x"u8, "s")}", "x"u8, "s", now).ShouldBeTrue();
    }

    [Fact]
    public async Task A_payment_for_a_bill_that_is_closed_waits_for_finance_and_goes_back_through_stripe()
    {
        var (demand, _) = await HeldByStripe();
        var bill = await App.BillOf(demand.DepositId);
        var second = "pi_test_" + App.Next();
        await Taken(Succeeded(bill, intent: second));
        var movement = await App.InDb(db => db.Movements.AsNoTracking().SingleAsync(m => m.Reference == second));
        movement.QueueReason.ShouldBe(Payments.Movements.QueueReason.BillClosed);
        await App.As(App.Finance).Post($"/api/payments/movements/{movement.Id}/return", new Payments.Movements.ReturnMovement.Request("重复支付")).Succeeds();
        var payout = await App.PayoutFor($"unclaimed:{movement.Id}");
        (payout.Provider, payout.RefundOf).ShouldBe((ProviderCode.Stripe, second));
        await App.TryPrepare(payout.Id.Value).Succeeds();
        await App.TryRelease(payout.Id.Value).Succeeds();
        await Eventually(async () => (await App.PayoutFor(payout.Cause)).State == PayoutState.Executed);
        App.Stripe!.Calls.Count(c => c.Path == "/v1/refunds" && c.Fields["payment_intent"] == second).ShouldBe(1);
    }

    [Fact]
    public async Task Money_of_another_mode_or_of_other_systems_does_not_count()
    {
        var bill = await OpenBill();
        var live = Succeeded(bill);
        live["livemode"] = true;
        var foreign = Succeeded(bill);
        foreign["data"]!["object"]!["metadata"] = new JsonObject();
        var failed = Succeeded(bill);
        failed["type"] = "payment_intent.payment_failed";
        foreach (var happened in new[] { live, foreign, failed }) await Taken(happened);
        (await StateOf(bill)).ShouldBe(BillState.Open);
        (await App.InDb(db => db.Movements.CountAsync(m => m.Remark == bill.Code))).ShouldBe(0);
    }

    [Fact]
    public async Task A_returned_deposit_is_refunded_the_way_it_came_and_settled_when_stripe_says_so()
    {
        var (demand, intent) = await HeldByStripe();
        App.Stripe!.RefundStatus = "pending";
        try
        {
            await App.Hear(App.Decide(demand, "RETURN"));
            var payout = await App.PayoutFor($"deposit-return:{demand.DepositId}");
            (payout.Provider, payout.RefundOf).ShouldBe((ProviderCode.Stripe, intent));
            // Told before it was sent: too early to be true.
            await Taken(Fixtures.RefundUpdated(payout.Number, 50_000, "succeeded", "re_early", App.Clock.GetUtcNow()));
            (await App.PayoutFor(payout.Cause)).State.ShouldBe(PayoutState.Raised);
            await App.TryPrepare(payout.Id.Value).Succeeds();
            await App.TryRelease(payout.Id.Value).Succeeds();
            await Refuses(409, "payments/executed-by-provider", () => App.TryExecute(payout.Id.Value, "BY-HAND"));
            await Eventually(() => Task.FromResult(App.Stripe.Calls.Any(c => c.Path == "/v1/refunds" && c.Fields["payment_intent"] == intent)));
            (await App.Deposit(demand.DepositId)).State.ShouldBe(DepositState.Returning);
            await Taken(Fixtures.RefundUpdated(payout.Number, 49_999, "succeeded", "re_wrong", App.Clock.GetUtcNow()));
            (await App.Deposit(demand.DepositId)).State.ShouldBe(DepositState.Returning);
            await Taken(Fixtures.RefundUpdated(payout.Number, 50_000, "succeeded", "re_ok", App.Clock.GetUtcNow()));
            await Taken(Fixtures.RefundUpdated(payout.Number, 50_000, "succeeded", "re_ok", App.Clock.GetUtcNow()));
            await Taken(Fixtures.RefundUpdated(payout.Number, 50_000, "failed", "re_ok", App.Clock.GetUtcNow()));
            (await App.PayoutFor(payout.Cause)).Reference.ShouldBe("re_ok");
            (await App.Published<DepositSettled>()).Count(f => f.DepositId == demand.DepositId).ShouldBe(1);
        }
        finally
        {
            App.Stripe.RefundStatus = "succeeded";
        }
    }

    [Fact]
    public async Task A_refund_that_failed_goes_back_to_the_start()
    {
        var (demand, _) = await HeldByStripe();
        App.Stripe!.RefundStatus = "pending";
        try
        {
            await App.Hear(App.Decide(demand, "RETURN"));
            var payout = await App.PayoutFor($"deposit-return:{demand.DepositId}");
            await App.TryPrepare(payout.Id.Value).Succeeds();
            await App.TryRelease(payout.Id.Value).Succeeds();
            await Taken(Fixtures.RefundUpdated(payout.Number, 50_000, "failed", "re_f", App.Clock.GetUtcNow()));
            (await App.PayoutFor(payout.Cause)).State.ShouldBe(PayoutState.Raised);
        }
        finally
        {
            App.Stripe.RefundStatus = "succeeded";
        }
    }

    [Fact]
    public async Task A_seller_with_a_connected_account_is_paid_by_transfer()
    {
        await App.As(App.Seller).Put("/api/payments/my-account", new ChangeAccount.Request("测试大学", "33010000999", "测试银行", "acct_123")).Succeeds();
        var demand = await App.HeldDeposit(500);
        await App.Hear(App.Decide(demand, "FORFEIT"));
        var payout = await App.PayoutFor($"forfeit:{demand.DepositId}");
        await App.TryPrepare(payout.Id.Value, byProvider: true).Succeeds();
        await App.TryRelease(payout.Id.Value).Succeeds();
        await Eventually(async () => (await App.PayoutFor(payout.Cause)).State == PayoutState.Executed);
        var call = App.Stripe!.Calls.Last(c => c.Path == "/v1/transfers");
        (call.Fields["destination"], call.Fields["amount"], call.Fields["currency"]).ShouldBe(("acct_123", "50000", "cny"));
    }

    [Fact]
    public async Task Every_call_names_the_version_and_a_key_and_asking_again_is_the_same_payment()
    {
        var bill = await OpenBill();
        var id = Guid.CreateVersion7();
        (await TryPay(bill, PaymentMethod.Alipay, id).Read<PayOnline.Response>()).RedirectUrl.ShouldBe("https://pay.example/alipay");
        await TryPay(bill, PaymentMethod.Alipay, id).Succeeds();
        var calls = App.Stripe!.Calls.Where(c => c.IdempotencyKey == $"attempt-{id}").ToList();
        calls.Count.ShouldBe(2);
        calls.ShouldAllBe(c => c.Version == StripeOptions.ApiVersion && c.Authorization == "Bearer sk_test_123" && c.Fields["metadata[bill]"] == bill.Code);
        (await App.InDb(db => db.Attempts.SingleAsync(a => a.Id == id))).ProviderReference.ShouldStartWith("pi_");
        await Refuses(409, "payments/attempt-id-reused", () => TryPay(bill, PaymentMethod.Card, id));
        (await TryPay(bill, PaymentMethod.WechatPay).Read<PayOnline.Response>()).QrText.ShouldBe("weixin://wxpay/x");
        (await TryPay(bill, PaymentMethod.Card).Read<PayOnline.Response>()).RedirectUrl.ShouldBe("https://pay.example/card");
        (await StateOf(bill)).ShouldBe(BillState.Open);
    }

    [Fact]
    public async Task What_stripe_refuses_is_told_and_nothing_counts()
    {
        var bill = await OpenBill();
        App.Stripe!.Refuse = 402;
        try
        {
            (await TryPay(bill, PaymentMethod.Alipay).RefusedWith(409)).ShouldBe("payments/provider-refused");
        }
        finally
        {
            App.Stripe.Refuse = null;
        }
        (await StateOf(bill)).ShouldBe(BillState.Open);
    }

    [Fact]
    public async Task Others_bills_and_paid_bills_are_not_paid_online()
    {
        var bill = await OpenBill();
        (await App.As(App.Seller).Post($"/api/payments/bills/{bill.Id}/online-payments", new PayOnline.Request(Guid.CreateVersion7(), PaymentMethod.Card)).RefusedWith(404)).ShouldBe("payments/bill-not-found");
        await Taken(Succeeded(bill));
        await Refuses(409, "payments/bill-closed", () => TryPay(bill, PaymentMethod.Card));
    }

    [Fact]
    public async Task What_no_webhook_brought_is_read_from_the_event_list_also_after_a_restart()
    {
        var bills = new List<Bill>();
        for (var i = 0; i < 5; i++) bills.Add(await OpenBill());
        var told = Succeeded(bills[0]);
        await Taken(told);
        lock (App.Stripe!.Events)
        {
            App.Stripe.Events.Clear();
            App.Stripe.Events.Add(told);
            foreach (var bill in bills.Skip(1)) App.Stripe.Events.Insert(0, Succeeded(bill));
        }
        App.Clock.Advance(TimeSpan.FromMinutes(11));
        await Eventually(async () => await StateOf(bills[^1]) == BillState.Paid);
        foreach (var bill in bills) (await StateOf(bill)).ShouldBe(BillState.Paid);
        var entries = await App.InDb(db => db.Entries.CountAsync());
        await App.Restart();
        App.Clock.Advance(TimeSpan.FromMinutes(11));
        var asked = App.Stripe.Calls.Count(c => c.Path == "/v1/events");
        await Eventually(() => Task.FromResult(App.Stripe.Calls.Count(c => c.Path == "/v1/events") > asked + 2));
        (await App.InDb(db => db.Entries.CountAsync())).ShouldBe(entries);
        App.Stripe.Events.Clear();
    }
}

/// <summary>A market whose operator set up no online provider.</summary>
public sealed class WithoutStripeTests : IAsyncLifetime
{
    private readonly PaymentsApp app = new(stripe: false, profile: "CN");

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Nothing_is_offered_and_its_address_answers_not_found()
    {
        var demand = app.Demand();
        await app.Hear(demand);
        (await app.MyMoney(app.Buyer)).Owed.Single().OnlineMethods.ShouldBeEmpty();
        (await app.As().PostAsync("/api/payments/stripe/events", new StringContent("{}")).RefusedWith(404)).ShouldBe("payments/not-configured");
        var bill = await app.BillOf(demand.DepositId);
        (await app.As(app.Buyer).Post($"/api/payments/bills/{bill.Id}/online-payments", new PayOnline.Request(Guid.CreateVersion7(), PaymentMethod.Card)).RefusedWith(409))
            .ShouldBe("payments/method-not-offered");
    }

    [Fact]
    public async Task Outside_the_demonstration_nobody_plays_the_bank() =>
        (await app.As(app.Finance).GetAsync("/api/payments/statements/sample.csv").RefusedWith(404)).ShouldBe("platform/not-found");
}
