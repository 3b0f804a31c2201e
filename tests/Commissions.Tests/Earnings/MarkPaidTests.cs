using TechMarket.Commissions.Earnings;
using TechMarket.Commissions.Mandates;
using TechMarket.Commissions.Todo;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Testing;

namespace TechMarket.Commissions.Tests.Earnings;

public sealed class MarkPaidTests(SharedApp shared) : CommissionsTests(shared)
{
    private async Task<(GetCommission.Response Commission, GetCommission.Part Firm, GetCommission.Part Person)> Earned()
    {
        var (commission, _) = await App.Earned();
        return (commission, commission.Earnings[0].Payouts.Single(p => !p.Individual), commission.Earnings[0].Payouts.Single(p => p.Individual));
    }

    [Fact]
    public async Task The_last_payment_settles_the_commission()
    {
        var (commission, firm, person) = await Earned();
        var reference = App.NewReference();
        var paid = await App.Pay(person, reference).Read<GetCommission.Part>();
        (paid.Status, paid.BankReference, paid.PaidOn).ShouldBe((PayoutStatus.Paid, reference, (DateOnly?)ChinaTime.DayOf(App.Clock.GetUtcNow())));
        await App.Invoice(firm.Id).Succeeds();
        await App.Pay(firm, App.NewReference(), App.Client).Succeeds();
        var settled = await App.As(App.Finance).GetAsync($"/api/commissions/commissions/{commission.Id}").Read<GetCommission.Response>();
        (settled.Status, settled.Paid).ShouldBe((CommissionStatus.Paid, Money.Yuan(42_000)));
        (await App.Published<CommissionPaid>()).Where(f => f.CommissionId == commission.Id).Select(f => (f.BrokerId, f.Amount, f.Settled)).ShouldBe(
            [(App.Person.OrganisationId, Money.Yuan(12_600), false), (App.Agency.OrganisationId, Money.Yuan(29_400), true)]);
    }

    [Fact]
    public async Task The_same_payment_twice_is_one_and_another_is_refused()
    {
        var (_, _, person) = await Earned();
        var reference = App.NewReference();
        await App.Pay(person, reference).Succeeds();
        var before = await App.Fingerprint();
        await App.Pay(person, reference).Succeeds();
        (await App.Fingerprint()).ShouldBe(before);
        await Refuses(409, "commissions/already-paid", () => App.Pay(person, App.NewReference()));
    }

    [Fact]
    public async Task Two_finance_people_at_once_pay_once()
    {
        var (commission, _, person) = await Earned();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => App.Pay(person, App.NewReference(), App.Finance.Colleague(Roles.Finance))));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        (await App.Published<CommissionPaid>()).Count(f => f.CommissionId == commission.Id).ShouldBe(1);
    }

    [Fact]
    public async Task A_bank_reference_is_one_payment()
    {
        var (_, _, person) = await Earned();
        var reference = App.NewReference();
        await App.Pay(person, reference).Succeeds();
        await App.NewParties();
        var (_, _, other) = await Earned();
        await Refuses(409, "commissions/bank-reference-used", () => App.Pay(other, reference));
    }

    [Fact]
    public async Task The_amount_is_exactly_what_is_payable()
    {
        var (_, firm, person) = await Earned();
        await Refuses(409, "commissions/amount-differs", () => App.Pay(person, App.NewReference(), amount: Money.Yuan(12_599.99m)));
        await Refuses(409, "commissions/amount-differs", () => App.Pay(person, App.NewReference(), amount: new Money(12_600, "USD")));
        await Refuses(409, "commissions/payout-wrong-state", () => App.Pay(firm, App.NewReference()));
        await Refuses(409, "commissions/paid-in-future", () => App.As(App.Finance).Put(
            $"/api/commissions/payouts/{person.Id}/payment", new MarkPaid.Request(person.Amount, App.NewReference(), ChinaTime.DayOf(App.Clock.GetUtcNow()).AddDays(1))));
    }

    [Fact]
    public async Task Only_finance_of_the_bureau_or_of_the_payer_notes_payments()
    {
        var (_, firm, person) = await Earned();
        await Refuses(403, "platform/role-missing", () => App.Pay(person, App.NewReference(), App.Client.Colleague(Roles.Purchaser)));
        await Refuses(403, "platform/role-missing", () => App.Pay(person, App.NewReference(), App.Person));
        await Refuses(404, "commissions/payout-not-found", () => App.Pay(person, App.NewReference(), App.Stranger));
        await Refuses(404, "commissions/payout-not-found", () => App.Invoice(firm.Id, App.Stranger));
        await Refuses(403, "platform/role-missing", () => App.Invoice(firm.Id, App.Person));
        await Refuses(409, "commissions/invoice-unfit", () => App.Invoice(person.Id, App.Person));
    }

    [Fact]
    public async Task Payables_wait_for_finance_and_invoices_for_the_firm()
    {
        var (commission, firm, person) = await Earned();
        var desk = await App.As(App.Client).GetAsync("/api/commissions/payouts?status=PAYABLE").Read<ListPayouts.Response>();
        (desk.Items.Single().Id, desk.TotalAmount, desk.Items[0].Withholding!.Withheld, desk.Items[0].MayPay).ShouldBe((person.Id, Money.Yuan(12_600), Money.Yuan(2_016), true));
        (await App.As(App.Finance).GetAsync("/api/commissions/todo").Read<GetTodo.Response>()).Items.ShouldContain(i => i.Kind == "payout-to-pay" && i.Id == person.Id);
        (await App.As(App.Agency).GetAsync("/api/commissions/todo").Read<GetTodo.Response>()).Items.Single().ShouldSatisfyAllConditions(
            i => i.Kind.ShouldBe("invoice-to-note"), i => i.Id.ShouldBe(firm.Id), i => i.Number.ShouldBe(commission.Number));
        await App.Invoice(firm.Id).Succeeds();
        await App.Invoice(firm.Id).Succeeds();
        await Refuses(409, "commissions/payout-wrong-state", () => App.Invoice(firm.Id, number: "24332000000099999999"));
        (await App.As(App.Client).GetAsync("/api/commissions/payouts?status=PAYABLE").Read<ListPayouts.Response>()).Total.ShouldBe(2);
        (await App.As(App.Agency).GetAsync("/api/commissions/payouts").RefusedWith(403)).ShouldBe("platform/role-missing");
    }

    [Fact]
    public async Task Both_payers_pay_their_part_and_every_part_adds_up()
    {
        var (commission, _) = await App.Earned(App.Proposal(
            buyerShare: 5001, brokers: [new BrokerInput(App.Agency.OrganisationId, 3333), new BrokerInput(App.Person.OrganisationId, 6667, true)]), 999_999.97m);
        var payouts = commission.Earnings[0].Payouts;
        payouts.Sum(p => p.Amount.Amount).ShouldBe(commission.Earned.Amount);
        commission.Brokers.Sum(b => b.Earned.Amount).ShouldBe(commission.Earned.Amount);
        payouts.Where(p => p.PayerId == App.Client.OrganisationId).Sum(p => p.Amount.Amount).ShouldBe(Math.Round(commission.Earned.Amount * 0.5001m, 2, MidpointRounding.AwayFromZero));
    }
}
