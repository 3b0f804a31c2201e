using System.Text;
using TechMarket.Messages;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Parties;
using TechMarket.Payments.Payouts;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Payments.Tests.Payouts;

public sealed class PayoutTests(SharedApp shared) : PaymentsTests(shared)
{
    /// <summary>A seller's payout that stands at the start.</summary>
    private async Task<Payout> Raised(decimal amount = 50_000)
    {
        var demand = await App.HeldDeposit(amount);
        await App.Hear(App.Decide(demand, "FORFEIT"));
        return await App.PayoutFor($"forfeit:{demand.DepositId}");
    }

    private async Task<Guid> SellerAccount() =>
        (await App.InDb(db => Task.FromResult(db.Accounts.Single(a => a.Kind == AccountKind.SellerPayable && a.Holder == App.Seller.OrganisationId)))).Id.Value;

    private Task<HttpResponseMessage> TryOrder(Guid account, decimal amount, Guid? id = null, Caller? by = null) =>
        App.As(by ?? App.Finance).Post("/api/payments/payouts", new OrderPayout.Request(id ?? Guid.CreateVersion7(), account, Money.Yuan(amount), "支付转让款"));

    private Task<HttpResponseMessage> TryCancel(Guid id) => App.As(App.Finance).Post($"/api/payments/payouts/{id}/cancellation", new StopPayout.Request("账户有误"));

    [Fact]
    public async Task One_person_prepares_and_another_releases()
    {
        var payout = await Raised();
        await App.TryPrepare(payout.Id.Value).Succeeds();
        await Refuses(409, "payments/second-person-needed", () => App.TryRelease(payout.Id.Value, App.Finance));
        await App.TryRelease(payout.Id.Value, App.Second).Succeeds();
        await App.TryExecute(payout.Id.Value, App.Serial()).Succeeds();
        (await App.Payout(payout.Id.Value)).State.ShouldBe(PayoutState.Executed);
    }

    [Fact]
    public async Task Who_ordered_it_does_not_release_it_even_when_another_prepared_it()
    {
        var first = await Raised();
        await App.PaidOut(first.Cause);
        var second = await Raised(30_000);
        await TryCancel(second.Id.Value).Succeeds();
        var id = Guid.CreateVersion7();
        await TryOrder(await SellerAccount(), 30_000, id).Succeeds();
        await App.TryPrepare(id, App.Second).Succeeds();
        await Refuses(409, "payments/second-person-needed", () => App.TryRelease(id, App.Finance));
        await Refuses(409, "payments/second-person-needed", () => App.TryRelease(id, App.Second));
        await App.TryRelease(id, App.Finance.Colleague(Roles.Finance)).Succeeds();
    }

    [Fact]
    public async Task Two_releases_at_once_are_one()
    {
        var payout = await Raised();
        await App.TryPrepare(payout.Id.Value).Succeeds();
        var third = App.Finance.Colleague(Roles.Finance);
        var answers = await Task.WhenAll(App.TryRelease(payout.Id.Value, App.Second), App.TryRelease(payout.Id.Value, third));
        answers.Select(a => (int)a.StatusCode).Order().ShouldBe([200, 409]);
    }

    [Fact]
    public async Task Two_executions_at_once_are_booked_once()
    {
        var payout = await Raised();
        await App.Released(payout.Cause);
        var answers = await Task.WhenAll(App.TryExecute(payout.Id.Value, App.Serial()), App.TryExecute(payout.Id.Value, App.Serial()));
        answers.Select(a => (int)a.StatusCode).Order().ShouldBe([200, 409]);
        (await App.Balance(AccountKind.SellerPayable, App.Seller.OrganisationId)).ShouldBe(0);
    }

    [Fact]
    public async Task The_very_same_execution_again_is_the_same_and_another_reference_is_refused()
    {
        var payout = await Raised();
        await App.Released(payout.Cause);
        var reference = App.Serial();
        await App.TryExecute(payout.Id.Value, reference).Succeeds();
        await App.TryExecute(payout.Id.Value, reference).Succeeds();
        await Refuses(409, "payments/payout-wrong-state", () => App.TryExecute(payout.Id.Value, App.Serial()));
        var other = await Raised();
        await App.Released(other.Cause);
        await Refuses(409, "payments/bank-reference-used", () => App.TryExecute(other.Id.Value, reference));
        await Refuses(409, "payments/executed-in-future", () => App.TryExecute(other.Id.Value, App.Serial(), App.Today.AddDays(1)));
        await Refuses(409, "payments/executed-before-release", () => App.TryExecute(other.Id.Value, App.Serial(), App.Today.AddDays(-1)));
    }

    [Fact]
    public async Task No_more_is_ordered_than_is_there_and_not_spoken_for()
    {
        var payout = await Raised(50_000);
        var account = await SellerAccount();
        await Refuses(409, "payments/not-enough-held", () => TryOrder(account, 1));
        await TryCancel(payout.Id.Value).Succeeds();
        await Refuses(409, "payments/not-enough-held", () => TryOrder(account, 50_000.01m));
        var answers = await Task.WhenAll(TryOrder(account, 30_000), TryOrder(account, 30_000));
        answers.Select(a => (int)a.StatusCode).Order().ShouldBe([200, 409]);
    }

    [Fact]
    public async Task The_same_order_again_is_the_same_and_another_under_its_id_is_refused()
    {
        var payout = await Raised(50_000);
        await TryCancel(payout.Id.Value).Succeeds();
        var (account, id) = (await SellerAccount(), Guid.CreateVersion7());
        var first = await TryOrder(account, 10_000, id).Read<GetPayout.Response>();
        (await TryOrder(account, 10_000, id).Read<GetPayout.Response>()).Number.ShouldBe(first.Number);
        await Refuses(409, "payments/payout-id-reused", () => TryOrder(account, 20_000, id));
    }

    [Fact]
    public async Task Held_money_is_not_paid_out_by_hand()
    {
        await App.HeldDeposit();
        var held = (await App.InDb(db => Task.FromResult(db.Accounts.Single(a => a.Kind == AccountKind.DepositHeld && a.Holder == App.Buyer.OrganisationId)))).Id.Value;
        await Refuses(409, "payments/account-unfit", () => TryOrder(held, 1));
        await Refuses(404, "payments/account-not-found", () => TryOrder(Guid.CreateVersion7(), 1));
        await Refuses(403, "platform/role-missing", () => TryOrder(held, 1, by: App.Buyer));
    }

    [Fact]
    public async Task What_is_owed_back_is_not_cancelled_but_can_be_prepared_anew()
    {
        var demand = await App.HeldDeposit();
        await App.Hear(App.Decide(demand, "RETURN"));
        var payout = await App.PayoutFor($"deposit-return:{demand.DepositId}");
        await Refuses(409, "payments/payout-owed", () => TryCancel(payout.Id.Value));
        await App.TryPrepare(payout.Id.Value).Succeeds();
        await App.TryRelease(payout.Id.Value).Succeeds();
        await App.As(App.Finance).Post($"/api/payments/payouts/{payout.Id}/return", new StopPayout.Request("账号错误,银行退回")).Succeeds();
        var again = await App.Payout(payout.Id.Value);
        (again.State, again.PreparedBy, again.ReleasedBy, again.Note).ShouldBe((PayoutState.Raised, null, null, "账号错误,银行退回"));
        await App.PaidOut(payout.Cause);
    }

    [Fact]
    public async Task Preparing_needs_the_version_that_was_seen_and_an_account()
    {
        var payout = await Raised();
        var stale = (await App.Payout(payout.Id.Value)).Version;
        await Refuses(409, "payments/receiver-missing", () => App.As(App.Finance).Post($"/api/payments/payouts/{payout.Id}/preparation", new PreparePayout.Request(stale)));
        await App.TryPrepare(payout.Id.Value).Succeeds();
        await App.As(App.Finance).Post($"/api/payments/payouts/{payout.Id}/return", new StopPayout.Request("重填")).Succeeds();
        await Refuses(409, "platform/changed-meanwhile", () =>
            App.As(App.Finance).Post($"/api/payments/payouts/{payout.Id}/preparation", new PreparePayout.Request(stale, PaymentsApp.Account())));
    }

    [Fact]
    public async Task The_payees_own_account_is_proposed()
    {
        await App.As(App.Seller).Put("/api/payments/my-account", new ChangeAccount.Request("测试大学财务处", "33010000999", "测试银行")).Succeeds();
        var payout = await Raised();
        payout.Receiver.ShouldBe(new BankDetails("测试大学财务处", "33010000999", "测试银行"));
        (await App.MyMoney(App.Seller)).Account!.AccountNumber.ShouldBe("33010000999");
        await Refuses(403, "platform/role-missing", () => App.As(App.Buyer).Put("/api/payments/my-account", new ChangeAccount.Request("某人", "33010000998", "测试银行")));
    }

    [Fact]
    public async Task The_payment_file_holds_what_is_released_and_its_numbers()
    {
        var waiting = await Raised();
        var released = await Raised();
        await App.Released(released.Cause);
        var csv = Encoding.UTF8.GetString(await App.As(App.Finance).GetByteArrayAsync("/api/payments/payouts/file.csv"));
        csv.ShouldContain(released.Number);
        csv.ShouldNotContain(waiting.Number);
        using var workbook = new MemoryStream(await App.As(App.Finance).GetByteArrayAsync("/api/payments/payouts/file.xlsx"));
        Spreadsheet.Read(workbook).Count(r => r.Cells.Contains(released.Number)).ShouldBe(1);
    }

    [Fact]
    public void Every_transition_that_is_not_listed_refuses()
    {
        var now = App.Clock.GetUtcNow();
        Payout In(PayoutState state)
        {
            var payout = Payout.Raise(
                new PayoutId(Guid.CreateVersion7()), "FK-2026-000001",
                new PayoutOrder(PayoutKind.Seller, "c", Guid.Empty, new AccountKey(AccountKind.SellerPayable, Guid.Empty, "CNY", ""), null, "", Money.Yuan(1), ""), null, now);
            if (state is PayoutState.Prepared or PayoutState.Released or PayoutState.Executed) payout.Prepare(new BankDetails("a", "1234", "b"), null, App.Finance, now);
            if (state is PayoutState.Released or PayoutState.Executed) payout.Release(App.Second, now);
            if (state == PayoutState.Executed) payout.Execute("r", App.Today, now);
            if (state == PayoutState.Cancelled) payout.Cancel("x", now);
            return payout;
        }

        var moves = new (Action<Payout> Move, PayoutState[] From)[]
        {
            (p => p.Prepare(new BankDetails("a", "1234", "b"), null, App.Finance, now), [PayoutState.Raised]),
            (p => p.Release(App.Finance.Colleague(Roles.Finance), now), [PayoutState.Prepared]),
            (p => p.Execute("r", App.Today, now), [PayoutState.Released]),
            (p => p.SendBack("x"), [PayoutState.Prepared, PayoutState.Released]),
            (p => p.Cancel("x", now), [PayoutState.Raised, PayoutState.Prepared]),
            (p => p.Redirect(Guid.Empty, "", Money.Yuan(1)), [PayoutState.Raised, PayoutState.Prepared]),
        };
        foreach (var (move, from) in moves)
        {
            foreach (var state in Enum.GetValues<PayoutState>())
            {
                var payout = In(state);
                if (from.Contains(state)) move(payout);
                else Should.Throw<ProblemException>(() => move(payout)).Code.ShouldBe("payments/payout-wrong-state");
            }
        }
    }
}
