using System.Text;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Movements;
using TechMarket.Payments.Payouts;
using TechMarket.Testing;

namespace TechMarket.Payments.Tests.Movements;

public sealed class MatchMovementTests(SharedApp shared) : PaymentsTests(shared)
{
    private async Task<Bill> OpenBill(decimal amount = 50_000)
    {
        var demand = App.Demand(amount);
        await App.Hear(demand);
        return await App.BillOf(demand.DepositId);
    }

    private async Task<Movement> Queued(string remark, decimal amount)
    {
        await App.Receive(remark, amount, App.Buyer.OrganisationName);
        return await App.LastMovement();
    }

    private Task<HttpResponseMessage> TryMatch(MovementId id, Guid? bill = null, Guid? payout = null) =>
        App.As(App.Finance).Post($"/api/payments/movements/{id}/match", new MatchMovement.Request(bill, payout));

    [Fact]
    public async Task A_line_with_the_code_the_amount_and_the_payer_is_matched_without_a_person()
    {
        var bill = await OpenBill();
        var report = await App.Receive($"保证金 {bill.Code}", 50_000, App.Buyer.OrganisationName);
        (report.Matched, report.Queued).ShouldBe((1, 0));
        report.Rows.Single().Note.ShouldBe(bill.Code);
        (await App.InDb(db => db.Bills.SingleAsync(b => b.Id == bill.Id))).State.ShouldBe(BillState.Paid);
    }

    [Theory]
    [InlineData("no code", 50_000, true, "NO_REFERENCE")]
    [InlineData("{0}", 49_999.99, true, "AMOUNT_SHORT")]
    [InlineData("{0}", 50_000.01, true, "AMOUNT_OVER")]
    [InlineData("{0}", 50_000, false, "PAYER_DIFFERS")]
    [InlineData("JK99999991", 50_000, true, "REFERENCE_UNREADABLE")]
    public async Task What_does_not_fit_waits_with_its_reason_and_the_bank_balance_grows_all_the_same(string remark, decimal amount, bool ownName, string reason)
    {
        var bill = await OpenBill();
        var bank = await App.Balance(AccountKind.Bank, Guid.Empty);
        var report = await App.Receive(remark.Replace("{0}", bill.Code, StringComparison.Ordinal), amount, ownName ? App.Buyer.OrganisationName : "另一家公司");
        report.Rows.Single().Note.ShouldBe(reason);
        (await App.InDb(db => db.Bills.SingleAsync(b => b.Id == bill.Id))).State.ShouldBe(BillState.Open);
        (await App.Balance(AccountKind.Bank, Guid.Empty)).ShouldBe(bank + amount);
    }

    [Fact]
    public async Task The_same_statement_again_changes_nothing_but_its_own_report()
    {
        var bill = await OpenBill();
        var csv = PaymentsApp.Csv(App.Line(50_000, null, App.Buyer.OrganisationName, bill.Code), App.Line(7, null, "某公司", "x"));
        await App.Upload(csv);
        var entries = await App.InDb(db => db.Entries.CountAsync());
        var again = await App.Upload(csv);
        (again.Known, again.Matched, again.Queued).ShouldBe((2, 0, 0));
        (await App.InDb(db => db.Entries.CountAsync())).ShouldBe(entries);
    }

    [Fact]
    public async Task Two_people_uploading_the_same_statement_at_once_take_it_once()
    {
        var bill = await OpenBill();
        var csv = Encoding.UTF8.GetBytes(PaymentsApp.Csv([.. Enumerable.Range(0, 5).Select(i => App.Line(i + 1, null, "某公司", "x")), App.Line(50_000, null, App.Buyer.OrganisationName, bill.Code)]));
        var reports = await Task.WhenAll(App.TryUpload(csv).Read<GetStatement.Response>(), App.TryUpload(csv, by: App.Second).Read<GetStatement.Response>());
        reports.Sum(r => r.Matched).ShouldBe(1);
        reports.Sum(r => r.Queued).ShouldBe(5);
        reports.Sum(r => r.Known).ShouldBe(6);
        (await App.Balance(AccountKind.DepositHeld, App.Buyer.OrganisationId)).ShouldBe(50_000);
    }

    [Fact]
    public async Task By_hand_a_surplus_is_returned_to_its_sender()
    {
        var bill = await OpenBill();
        var movement = await Queued(bill.Code, 50_100);
        await TryMatch(movement.Id, bill.Id.Value).Succeeds();
        var payout = await App.PayoutFor($"surplus:{movement.Id}");
        (payout.Amount, payout.Receiver!.AccountNumber).ShouldBe((Money.Yuan(100), "622200001234"));
        (await App.Balance(AccountKind.DepositHeld, App.Buyer.OrganisationId)).ShouldBe(50_000);
        var unallocated = await App.Balance(AccountKind.Unallocated, Guid.Empty);
        await App.PaidOut(payout.Cause);
        (await App.Balance(AccountKind.Unallocated, Guid.Empty)).ShouldBe(unallocated - 100);
    }

    [Fact]
    public async Task By_hand_two_short_payments_make_one_bill()
    {
        var bill = await OpenBill();
        var first = await Queued(bill.Code, 20_000);
        await TryMatch(first.Id, bill.Id.Value).Succeeds();
        (await App.InDb(db => db.Bills.SingleAsync(b => b.Id == bill.Id))).State.ShouldBe(BillState.Open);
        (await App.Receive(bill.Code, 30_000, App.Buyer.OrganisationName)).Matched.ShouldBe(1);
        (await App.InDb(db => db.Bills.SingleAsync(b => b.Id == bill.Id))).State.ShouldBe(BillState.Paid);
    }

    [Fact]
    public async Task A_line_matched_once_is_matched_for_good()
    {
        var (bill, other) = (await OpenBill(), await OpenBill());
        var movement = await Queued("x", 50_000);
        await TryMatch(movement.Id, bill.Id.Value).Succeeds();
        await TryMatch(movement.Id, bill.Id.Value).Succeeds();
        await Refuses(409, "payments/movement-settled", () => TryMatch(movement.Id, other.Id.Value));
        await Refuses(409, "payments/movement-settled", () => App.As(App.Finance).Post($"/api/payments/movements/{movement.Id}/return", new ReturnMovement.Request("退回")));
        await Refuses(409, "payments/movement-settled", () => App.As(App.Finance).Post($"/api/payments/movements/{movement.Id}/park", new ParkMovement.Request("搁置")));
    }

    [Fact]
    public async Task Two_people_matching_one_line_at_once_match_it_once()
    {
        var (bill, other) = (await OpenBill(), await OpenBill());
        var movement = await Queued("x", 50_000);
        var answers = await Task.WhenAll(TryMatch(movement.Id, bill.Id.Value), TryMatch(movement.Id, other.Id.Value));
        answers.Select(a => (int)a.StatusCode).Order().ShouldBe([200, 409]);
        (await App.Balance(AccountKind.DepositHeld, App.Buyer.OrganisationId)).ShouldBe(50_000);
    }

    [Fact]
    public async Task Two_lines_for_one_bill_at_once_pay_it_once()
    {
        var bill = await OpenBill();
        var (a, b) = (await Queued("x", 50_000), await Queued("y", 50_000));
        var answers = await Task.WhenAll(TryMatch(a.Id, bill.Id.Value), TryMatch(b.Id, bill.Id.Value));
        answers.Select(x => (int)x.StatusCode).Order().ShouldBe([200, 409]);
        (await App.Published<DepositHeld>()).Count(f => f.DepositId == bill.SubjectId).ShouldBe(1);
    }

    [Fact]
    public async Task A_parked_line_can_be_taken_up_again_and_returned_once()
    {
        var movement = await Queued("x", 10);
        await App.As(App.Finance).Post($"/api/payments/movements/{movement.Id}/park", new ParkMovement.Request("等对方来函")).Succeeds();
        await App.As(App.Finance).PostAsync($"/api/payments/movements/{movement.Id}/resumption", null).Succeeds();
        await Refuses(409, "payments/movement-settled", () => App.As(App.Finance).PostAsync($"/api/payments/movements/{movement.Id}/resumption", null));
        await App.As(App.Finance).Post($"/api/payments/movements/{movement.Id}/return", new ReturnMovement.Request("无法识别")).Succeeds();
        await Refuses(409, "payments/movement-settled", () => App.As(App.Finance).Post($"/api/payments/movements/{movement.Id}/return", new ReturnMovement.Request("无法识别")));
    }

    [Fact]
    public async Task Money_that_left_is_recognised_by_the_payouts_number()
    {
        var demand = await App.HeldDeposit();
        await App.Hear(App.Decide(demand, "RETURN"));
        var payout = await App.Released($"deposit-return:{demand.DepositId}");
        var report = await App.Upload(PaymentsApp.Csv(App.Line(null, 50_000, App.Buyer.OrganisationName, $"{payout.Number} 退保证金", "OUT-" + payout.Number)));
        report.Matched.ShouldBe(1);
        var executed = await App.PayoutFor(payout.Cause);
        (executed.State, executed.Reference).ShouldBe((PayoutState.Executed, "OUT-" + payout.Number));
        (await App.Published<DepositSettled>()).Count(f => f.DepositId == demand.DepositId).ShouldBe(1);
    }

    [Fact]
    public async Task A_payout_marked_by_hand_is_recognised_on_the_statement_and_not_booked_twice()
    {
        var demand = await App.HeldDeposit();
        await App.Hear(App.Decide(demand, "RETURN"));
        var payout = await App.PaidOut($"deposit-return:{demand.DepositId}");
        var bank = await App.Balance(AccountKind.Bank, Guid.Empty);
        var line = App.Line(null, 50_000, App.Buyer.OrganisationName, payout.Number);
        (await App.Upload(PaymentsApp.Csv(line))).Matched.ShouldBe(1);
        (await App.Upload(PaymentsApp.Csv(App.Line(null, 50_000, App.Buyer.OrganisationName, payout.Number)))).Queued.ShouldBe(1);
        (await App.Balance(AccountKind.Bank, Guid.Empty)).ShouldBe(bank);
    }

    [Theory]
    [InlineData(49_999)]
    [InlineData(50_001)]
    public async Task Money_that_left_in_another_amount_waits(decimal amount)
    {
        var demand = await App.HeldDeposit();
        await App.Hear(App.Decide(demand, "RETURN"));
        var payout = await App.Released($"deposit-return:{demand.DepositId}");
        (await App.Upload(PaymentsApp.Csv(App.Line(null, amount, "x", payout.Number)))).Rows.Single().Note.ShouldBe("AMOUNT_DIFFERS");
        var movement = await App.LastMovement();
        await Refuses(409, "payments/amount-differs", () => TryMatch(movement.Id, payout: payout.Id.Value));
        var bill = await OpenBill();
        await Refuses(409, "payments/direction-differs", () => TryMatch(movement.Id, bill.Id.Value));
    }

    [Fact]
    public async Task Money_that_left_before_its_payout_was_released_waits()
    {
        var demand = await App.HeldDeposit();
        await App.Hear(App.Decide(demand, "RETURN"));
        var payout = await App.PayoutFor($"deposit-return:{demand.DepositId}");
        (await App.Upload(PaymentsApp.Csv(App.Line(null, 50_000, "x", payout.Number)))).Rows.Single().Note.ShouldBe("PAYOUT_NOT_RELEASED");
        (await App.PayoutFor(payout.Cause)).State.ShouldBe(PayoutState.Raised);
    }

    [Fact]
    public async Task The_sample_statement_pays_every_open_bill()
    {
        var bill = await OpenBill();
        var csv = await App.As(App.Finance).GetByteArrayAsync("/api/payments/statements/sample.csv");
        var report = await App.TryUpload(csv).Read<GetStatement.Response>();
        report.Refused.ShouldBe(0);
        report.Rows.ShouldContain(r => r.Note == bill.Code && r.Outcome == RowOutcome.Matched);
    }

    [Fact]
    public async Task Nonsense_is_refused_and_nothing_is_kept()
    {
        await Refuses(400, "payments/statement-unreadable", () => App.TryUpload("hello"u8.ToArray()));
        await Refuses(403, "platform/role-missing", () => App.TryUpload("hello"u8.ToArray(), by: App.Buyer));
    }
}
