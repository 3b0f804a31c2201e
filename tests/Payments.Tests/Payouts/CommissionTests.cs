using TechMarket.Messages;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Payouts;

namespace TechMarket.Payments.Tests.Payouts;

public sealed class CommissionTests(SharedApp shared) : PaymentsTests(shared)
{
    private CommissionPayable Payable(decimal amount, decimal? withheld = null) => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), "YJ-2026-000001", Guid.CreateVersion7(), "一种新型电池材料", App.Broker.OrganisationId, App.Broker.OrganisationName,
        App.Buyer.OrganisationId, App.Buyer.OrganisationName, Money.Yuan(amount), withheld is { } tax ? Money.Yuan(tax) : null, App.Clock.GetUtcNow());

    private async Task<CommissionPayable> PaidIn(decimal amount, decimal? withheld = null)
    {
        var payable = Payable(amount, withheld);
        await App.Hear(payable);
        await App.Receive((await App.BillOf(payable.PayoutId)).Code, amount, App.Buyer.OrganisationName);
        return payable;
    }

    private CommissionPaid PaidDirectly(CommissionPayable p) =>
        new(p.CommissionId, p.Number, p.DealId, p.BrokerId, p.BrokerName, p.Amount, "DIRECT-1", true, App.Clock.GetUtcNow(), p.PayoutId);

    [Fact]
    public async Task The_payer_gets_a_bill_the_broker_the_net_and_the_commission_hears_of_the_whole()
    {
        var payable = await PaidIn(25_000, 4_000);
        await App.Hear(payable);
        (await App.Balance(AccountKind.BrokerPayable, App.Broker.OrganisationId)).ShouldBe(21_000);
        var payout = await App.PaidOut($"commission:{payable.PayoutId}");
        payout.Amount.ShouldBe(Money.Yuan(21_000));
        var told = (await App.Published<CommissionPaidOut>()).Single(f => f.PayoutId == payable.PayoutId);
        told.Amount.ShouldBe(Money.Yuan(25_000));
        // The commission tells it back: nothing more happens.
        var entries = await App.InDb(db => Task.FromResult(db.Entries.Count()));
        await App.Hear(PaidDirectly(payable));
        (await App.PayoutFor(payout.Cause)).State.ShouldBe(PayoutState.Executed);
        (await App.InDb(db => Task.FromResult(db.Entries.Count()))).ShouldBe(entries);
    }

    [Fact]
    public async Task Paid_directly_before_the_money_came_nothing_is_expected()
    {
        var payable = Payable(10_000);
        await App.Hear(payable);
        await App.Hear(PaidDirectly(payable));
        (await App.MyMoney(App.Buyer)).Owed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Paid_directly_after_the_money_came_it_goes_back_to_the_payer_with_the_tax()
    {
        var payable = await PaidIn(25_000, 4_000);
        var tax = await App.Balance(AccountKind.TaxWithheld, Guid.Empty);
        await App.Hear(PaidDirectly(payable));
        (await App.Balance(AccountKind.TaxWithheld, Guid.Empty)).ShouldBe(tax - 4_000);
        var payout = await App.PaidOut($"commission:{payable.PayoutId}");
        (payout.PayeeId, payout.Amount, payout.Kind).ShouldBe((App.Buyer.OrganisationId, Money.Yuan(25_000), PayoutKind.Surplus));
        (await App.Balance(AccountKind.BrokerPayable, App.Broker.OrganisationId)).ShouldBe(0);
        (await App.Published<CommissionPaidOut>()).ShouldNotContain(f => f.PayoutId == payable.PayoutId);
    }
}
