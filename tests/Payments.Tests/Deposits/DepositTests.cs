using TechMarket.Messages;
using TechMarket.Payments.Deposits;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Movements;
using TechMarket.Payments.Payouts;
using TechMarket.Testing;

namespace TechMarket.Payments.Tests.Deposits;

public sealed class DepositTests(SharedApp shared) : PaymentsTests(shared)
{
    private async Task<IReadOnlyList<DepositSettled>> Settled(DepositDemanded demand) => [.. (await App.Published<DepositSettled>()).Where(f => f.DepositId == demand.DepositId)];

    private async Task<IReadOnlyList<DepositHeld>> Held(DepositDemanded demand) => [.. (await App.Published<DepositHeld>()).Where(f => f.DepositId == demand.DepositId)];

    [Fact]
    public async Task A_demanded_deposit_stands_on_the_partys_page_with_its_code_and_the_markets_account()
    {
        var demand = App.Demand(80_000);
        await App.Hear(demand);
        var money = await App.MyMoney(App.Buyer);
        var owed = money.Owed.Single();
        owed.Code.ShouldStartWith("JK");
        owed.Open.ShouldBe(Money.Yuan(80_000));
        owed.DueAt.ShouldBe(demand.DueAt);
        money.PayTo!.AccountNumber.ShouldBe("330100000000001");
        (await App.MyMoney(App.Seller)).Owed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_money_with_the_code_makes_it_held_and_the_sale_hears_of_it_once()
    {
        var demand = await App.HeldDeposit(50_000);
        var held = (await Held(demand)).Single();
        (held.SaleId, held.PartyId, held.Amount).ShouldBe((demand.SaleId, demand.PartyId, Money.Yuan(50_000)));
        (await App.Deposit(demand.DepositId)).State.ShouldBe(DepositState.Held);
        (await App.Balance(AccountKind.DepositHeld, App.Buyer.OrganisationId)).ShouldBe(50_000);
        (await App.MyMoney(App.Buyer)).Deposits.Single().Amount.ShouldBe(Money.Yuan(50_000));
    }

    [Fact]
    public async Task A_demand_heard_twice_is_one_bill()
    {
        var demand = App.Demand();
        var message = await App.Hear(demand);
        await App.Hear(demand, message);
        await App.Hear(demand);
        (await App.MyMoney(App.Buyer)).Owed.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_returned_deposit_is_settled_when_the_bank_has_sent_it()
    {
        var demand = await App.HeldDeposit();
        var decided = App.Decide(demand, "RETURN");
        await App.Hear(decided);
        await App.Hear(decided);
        (await App.Deposit(demand.DepositId)).State.ShouldBe(DepositState.Returning);
        (await Settled(demand)).ShouldBeEmpty();
        var payout = await App.PayoutFor($"deposit-return:{demand.DepositId}");
        payout.DueAt.ShouldBe(decided.DueAt);
        payout.Receiver!.AccountName.ShouldBe(App.Buyer.OrganisationName);
        await App.PaidOut($"deposit-return:{demand.DepositId}");
        var settled = (await Settled(demand)).Single();
        (settled.Outcome, settled.Amount).ShouldBe(("RETURNED", Money.Yuan(50_000)));
        settled.Reference.ShouldBe((await App.PayoutFor(payout.Cause)).Reference);
        (await App.Balance(AccountKind.DepositHeld, App.Buyer.OrganisationId)).ShouldBe(0);
    }

    [Fact]
    public async Task An_applied_deposit_counts_for_the_deal_even_before_the_deal_is_heard()
    {
        var demand = await App.HeldDeposit(50_000);
        var deal = App.Deal(100_000);
        await App.Hear(App.Decide(demand, "APPLY", deal.DealId));
        (await Settled(demand)).Single().Outcome.ShouldBe("APPLIED");
        (await App.Balance(AccountKind.Escrow, deal.DealId)).ShouldBe(50_000);
        (await App.Balance(AccountKind.DepositHeld, App.Buyer.OrganisationId)).ShouldBe(0);
        await App.Hear(deal);
        await App.Hear(App.Effective(deal));
        (await App.Escrow(deal.DealId)).FreeDeposit.ShouldBe(Money.Yuan(50_000));
        await App.TryBill(deal.DealId, 1).Succeeds();
        (await App.BillOf(deal.DealId)).Amount.ShouldBe(Money.Yuan(50_000));
    }

    [Fact]
    public async Task A_forfeited_deposit_is_the_sellers_and_its_payout_is_ordered()
    {
        var demand = await App.HeldDeposit(50_000);
        await App.Hear(App.Decide(demand, "FORFEIT"));
        (await Settled(demand)).Single().Outcome.ShouldBe("FORFEITED");
        (await App.Balance(AccountKind.SellerPayable, App.Seller.OrganisationId)).ShouldBe(50_000);
        (await App.PayoutFor($"forfeit:{demand.DepositId}")).Kind.ShouldBe(PayoutKind.Seller);
        (await App.MyMoney(App.Seller)).Coming.Single().Amount.ShouldBe(Money.Yuan(50_000));
    }

    [Theory]
    [InlineData("RETURN", "FORFEIT")]
    [InlineData("FORFEIT", "RETURN")]
    [InlineData("FORFEIT", "FORFEIT")]
    public async Task It_is_decided_once(string first, string second)
    {
        var demand = await App.HeldDeposit();
        await App.Hear(App.Decide(demand, first));
        var state = (await App.Deposit(demand.DepositId)).State;
        var entries = await App.InDb(db => Task.FromResult(db.Entries.Count()));
        await App.Hear(App.Decide(demand, second));
        (await App.Deposit(demand.DepositId)).State.ShouldBe(state);
        (await App.InDb(db => Task.FromResult(db.Entries.Count()))).ShouldBe(entries);
        (await App.InDb(db => Task.FromResult(db.Payouts.Count(p => p.SubjectId == demand.DepositId)))).ShouldBe(1);
    }

    [Fact]
    public async Task Decided_before_the_demand_was_heard_it_awaits_nothing_and_money_for_it_waits_for_finance()
    {
        var demand = App.Demand();
        await App.Hear(App.Decide(demand, "RETURN"));
        await App.Hear(demand);
        (await App.Deposit(demand.DepositId)).State.ShouldBe(DepositState.Closed);
        (await App.MyMoney(App.Buyer)).Owed.ShouldBeEmpty();
        var code = await App.InDb(db => Task.FromResult(db.Bills.Single(b => b.SubjectId == demand.DepositId).Code));
        (await App.Receive(code, 50_000, App.Buyer.OrganisationName)).Rows.Single().Note.ShouldBe("BILL_CLOSED");
        (await Held(demand)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Decided_before_all_of_it_came_the_part_that_came_goes_back()
    {
        var demand = App.Demand(50_000);
        await App.Hear(demand);
        var bill = await App.BillOf(demand.DepositId);
        await App.Receive(bill.Code, 20_000, App.Buyer.OrganisationName);
        var movement = await App.LastMovement();
        await App.As(App.Finance).Post($"/api/payments/movements/{movement.Id}/match", new MatchMovement.Request(bill.Id.Value)).Succeeds();
        (await App.MyMoney(App.Buyer)).Owed.Single().Open.ShouldBe(Money.Yuan(30_000));
        await App.Hear(App.Decide(demand, "RETURN"));
        (await App.PaidOut($"deposit-return:{demand.DepositId}")).Amount.ShouldBe(Money.Yuan(20_000));
        (await App.Balance(AccountKind.DepositHeld, App.Buyer.OrganisationId)).ShouldBe(0);
        (await Settled(demand)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_deposit_waits_for_finance_and_goes_back()
    {
        var demand = App.Demand(due: TimeSpan.FromHours(1));
        await App.Hear(demand);
        var bill = await App.BillOf(demand.DepositId);
        var report = await App.Receive(bill.Code, 50_000, App.Buyer.OrganisationName, on: App.Today.AddDays(1));
        report.Rows.Single().Note.ShouldBe("LATE");
        var movement = await App.LastMovement();
        await App.As(App.Finance).Post($"/api/payments/movements/{movement.Id}/return", new ReturnMovement.Request("逾期缴纳")).Succeeds();
        var payout = await App.PayoutFor($"unclaimed:{movement.Id}");
        payout.Receiver!.AccountNumber.ShouldBe("622200001234");
        await App.PaidOut(payout.Cause);
        (await Held(demand)).ShouldBeEmpty();
        (await App.Balance(AccountKind.DepositHeld, App.Buyer.OrganisationId)).ShouldBe(0);
    }

    [Fact]
    public void Every_transition_that_is_not_listed_refuses()
    {
        var now = App.Clock.GetUtcNow();
        Deposit In(DepositState state)
        {
            var demand = App.Demand();
            var deposit = Deposit.Demanded(demand, new BillId(Guid.CreateVersion7()));
            if (state == DepositState.Closed) deposit.Close();
            if (state is DepositState.Held or DepositState.Returning or DepositState.Settled) deposit.Hold(now);
            if (state is DepositState.Returning or DepositState.Settled) deposit.StartReturn();
            if (state == DepositState.Settled) deposit.Settle("RETURNED", "r", now);
            return deposit;
        }

        var moves = new (Action<Deposit> Move, DepositState From)[]
        {
            (d => d.Hold(now), DepositState.Awaited), (d => d.Close(), DepositState.Awaited), (d => d.StartReturn(), DepositState.Held),
            (d => d.Settle("APPLIED", "r", now), DepositState.Held), (d => d.Settle("RETURNED", "r", now), DepositState.Returning),
        };
        foreach (var (move, from) in moves)
        {
            foreach (var state in new[] { DepositState.Awaited, DepositState.Held, DepositState.Returning, DepositState.Settled, DepositState.Closed })
            {
                var deposit = In(state);
                if (state == from) move(deposit);
                else Should.Throw<Platform.Problems.ProblemException>(() => move(deposit)).Code.ShouldBe("payments/deposit-wrong-state");
            }
        }
    }
}
