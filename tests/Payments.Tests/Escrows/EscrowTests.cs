using TechMarket.Messages;
using TechMarket.Payments.Escrows;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Payouts;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Payments.Tests.Escrows;

public sealed class EscrowTests(SharedApp shared) : PaymentsTests(shared)
{
    private Task<HttpResponseMessage> TryRefund(Guid dealId, decimal amount, int? milestone, Guid? id = null, Caller? by = null) =>
        App.As(by ?? App.Finance).Post($"/api/payments/escrows/{dealId}/refunds", new RefundEscrow.Request(id ?? Guid.CreateVersion7(), Money.Yuan(amount), "部分退款", milestone));

    private Task<HttpResponseMessage> TryHold(Guid dealId) => App.As(App.Finance).Post($"/api/payments/escrows/{dealId}/hold", new HoldEscrow.Request("双方有争议"));

    [Fact]
    public async Task A_milestone_is_paid_in_accepted_and_paid_out_and_the_contract_hears_of_it_once()
    {
        var deal = await App.OpenEscrow(60_000, 40_000);
        await App.PayIn(deal.DealId, 1);
        var paid = await App.Escrow(deal.DealId);
        (paid.Held, paid.Milestones[0].State, paid.Milestones[1].State).ShouldBe((Money.Yuan(60_000), MilestoneState.PaidIn, MilestoneState.Open));
        await App.TryAccept(deal.DealId, 1).Succeeds();
        await App.TryAccept(deal.DealId, 1).Succeeds();
        var released = (await App.Published<PaymentReleased>()).Single(f => f.DealId == deal.DealId);
        (released.Amount, released.Milestone).ShouldBe((Money.Yuan(60_000), 1));
        (await App.Escrow(deal.DealId)).Held.ShouldBe(Money.Yuan(0));
        (await App.Balance(AccountKind.SellerPayable, App.Seller.OrganisationId)).ShouldBe(60_000);
        await App.PaidOut($"seller:{released.ReleaseId}");
        (await App.Balance(AccountKind.SellerPayable, App.Seller.OrganisationId)).ShouldBe(0);
        // The contract tells the payment back: it is not another one.
        await App.Hear(new ContractPaymentConfirmed(
            released.ReleaseId, released.ContractId, released.ContractNumber, deal.DealId, released.SellerId, released.BuyerId, released.Amount, deal.Terms.Price, released.Reference,
            released.ReleasedOn, released.ReleasedAt));
        (await App.Escrow(deal.DealId)).PaidDirectly.ShouldBe(Money.Yuan(0));
    }

    [Fact]
    public async Task Whatever_order_deal_and_contract_are_heard_in_the_signed_milestones_count()
    {
        var deal = App.Deal(100_000);
        IReadOnlyList<DealMilestone> signed = [new("首付", null, Money.Yuan(30_000)), new("验收", null, Money.Yuan(70_000))];
        var effective = App.Effective(deal, signed);
        await App.Hear(effective);
        await App.Hear(deal);
        await App.Hear(effective);
        var escrow = await App.Escrow(deal.DealId);
        (escrow.State, escrow.Number, escrow.BuyerName).ShouldBe((EscrowState.Open, deal.Number, App.Buyer.OrganisationName));
        escrow.Milestones.Select(m => m.Amount.Amount).ShouldBe([30_000, 70_000]);
    }

    [Fact]
    public async Task Before_the_contract_is_in_effect_nothing_is_paid_in()
    {
        var deal = App.Deal(100_000);
        await App.Hear(deal);
        await Refuses(409, "payments/escrow-wrong-state", () => App.TryBill(deal.DealId, 1));
    }

    [Fact]
    public async Task Only_the_buyer_bills_and_accepts_and_strangers_see_nothing()
    {
        var deal = await App.OpenEscrow(100_000);
        await Refuses(403, "platform/role-missing", () => App.TryBill(deal.DealId, 1, App.Seller));
        var stranger = People.Of(OrganisationKinds.Enterprise, "无关企业", "330100", true, Roles.Purchaser, Roles.Finance);
        await Refuses(404, "payments/escrow-not-found", () => App.TryBill(deal.DealId, 1, stranger));
        await Refuses(404, "payments/escrow-not-found", () => App.As(stranger).GetAsync($"/api/payments/escrows/{deal.DealId}"));
        await App.PayIn(deal.DealId, 1);
        await Refuses(403, "platform/role-missing", () => App.TryAccept(deal.DealId, 1, App.Seller));
        await Refuses(403, "platform/role-missing", () => TryRefund(deal.DealId, 1, 1, by: App.Buyer));
    }

    [Fact]
    public async Task What_is_not_paid_in_cannot_be_accepted()
    {
        var deal = await App.OpenEscrow(100_000);
        await Refuses(409, "payments/milestone-wrong-state", () => App.TryAccept(deal.DealId, 1));
        await App.TryBill(deal.DealId, 1).Succeeds();
        await Refuses(409, "payments/milestone-wrong-state", () => App.TryAccept(deal.DealId, 1));
        await Refuses(404, "payments/milestone-not-found", () => App.TryAccept(deal.DealId, 9));
    }

    [Fact]
    public async Task Two_acceptances_at_once_release_once()
    {
        var deal = await App.OpenEscrow(100_000);
        await App.PayIn(deal.DealId, 1);
        await Task.WhenAll(App.TryAccept(deal.DealId, 1).Succeeds(), App.TryAccept(deal.DealId, 1).Succeeds());
        (await App.Published<PaymentReleased>()).Count(f => f.DealId == deal.DealId).ShouldBe(1);
        (await App.Balance(AccountKind.SellerPayable, App.Seller.OrganisationId)).ShouldBe(100_000);
    }

    [Fact]
    public async Task An_acceptance_and_a_refund_at_once_pay_out_no_more_than_is_held()
    {
        var deal = await App.OpenEscrow(100_000);
        await App.PayIn(deal.DealId, 1);
        await Task.WhenAll(App.TryAccept(deal.DealId, 1), TryRefund(deal.DealId, 100_000, 1));
        var payouts = await App.InDb(db => Task.FromResult(db.Payouts.Where(p => p.SubjectId == deal.DealId).ToList()));
        payouts.Single().Amount.ShouldBe(Money.Yuan(100_000));
    }

    [Fact]
    public async Task On_hold_nothing_is_released_and_a_refund_settles_the_dispute()
    {
        var deal = await App.OpenEscrow(100_000);
        await App.PayIn(deal.DealId, 1);
        await TryHold(deal.DealId).Succeeds();
        await Refuses(409, "payments/escrow-on-hold", () => App.TryAccept(deal.DealId, 1));
        var refund = Guid.CreateVersion7();
        await TryRefund(deal.DealId, 25_000, 1, refund).Succeeds();
        await TryRefund(deal.DealId, 25_000, 1, refund).Succeeds();
        await Refuses(409, "payments/refund-id-reused", () => TryRefund(deal.DealId, 26_000, 1, refund));
        await Refuses(409, "payments/refund-refused", () => TryRefund(deal.DealId, 75_000.01m, 1));
        await App.As(App.Finance).PostAsync($"/api/payments/escrows/{deal.DealId}/resumption", null).Succeeds();
        await App.TryAccept(deal.DealId, 1).Succeeds();
        (await App.Published<PaymentReleased>()).Single(f => f.DealId == deal.DealId).Amount.ShouldBe(Money.Yuan(75_000));
        await App.PaidOut($"escrow-refund:{refund}");
        (await App.Escrow(deal.DealId)).Held.ShouldBe(Money.Yuan(0));
    }

    [Fact]
    public async Task What_the_parties_paid_directly_leaves_less_to_pay_in()
    {
        var deal = await App.OpenEscrow(60_000, 40_000);
        await App.Hear(new ContractPaymentConfirmed(
            Guid.CreateVersion7(), Guid.CreateVersion7(), "HT", deal.DealId, App.Seller.OrganisationId, App.Buyer.OrganisationId, Money.Yuan(50_000), deal.Terms.Price, "R1", App.Today, App.Clock.GetUtcNow()));
        await Refuses(409, "payments/price-exceeded", () => App.TryBill(deal.DealId, 1));
        await App.TryBill(deal.DealId, 2).Succeeds();
    }

    [Fact]
    public async Task When_the_contract_ends_open_bills_are_taken_back_and_what_came_in_can_be_refunded()
    {
        var deal = await App.OpenEscrow(60_000, 40_000);
        await App.TryBill(deal.DealId, 1).Succeeds();
        var bill = await App.BillOf(deal.DealId, 1);
        await App.Receive(bill.Code, 10_000, App.Buyer.OrganisationName);
        await App.As(App.Finance).Post($"/api/payments/movements/{(await App.LastMovement()).Id}/match", new Payments.Movements.MatchMovement.Request(bill.Id.Value)).Succeeds();
        var ended = new ContractEnded(Guid.CreateVersion7(), "HT", deal.DealId, deal.AchievementId, null, "t", App.Seller.OrganisationId, App.Buyer.OrganisationId, "TERMINATED", null, App.Buyer.OrganisationId, App.Clock.GetUtcNow());
        await App.Hear(ended);
        await App.Hear(ended);
        var escrow = await App.Escrow(deal.DealId);
        (escrow.State, escrow.FreeDeposit, escrow.Milestones[0].State).ShouldBe((EscrowState.Ended, Money.Yuan(10_000), MilestoneState.Open));
        await Refuses(409, "payments/escrow-wrong-state", () => App.TryBill(deal.DealId, 2));
        await Refuses(409, "payments/refund-refused", () => TryRefund(deal.DealId, 10_001, null));
        var refund = Guid.CreateVersion7();
        await TryRefund(deal.DealId, 10_000, null, refund).Succeeds();
        await App.PaidOut($"escrow-refund:{refund}");
        (await App.Escrow(deal.DealId)).Held.ShouldBe(Money.Yuan(0));
    }

    [Fact]
    public void Every_transition_of_a_milestone_that_is_not_listed_refuses()
    {
        var now = App.Clock.GetUtcNow();
        Escrow In(MilestoneState state)
        {
            var deal = App.Deal(100);
            var escrow = Escrow.Expected(deal.DealId, now);
            escrow.Hear(deal);
            escrow.Hear(App.Effective(deal));
            if (state != MilestoneState.Open) escrow.Bill(1, new BillId(Guid.CreateVersion7()), now);
            if (state is MilestoneState.PaidIn or MilestoneState.Released or MilestoneState.Refunded) escrow.PayIn(1, now);
            if (state == MilestoneState.Released) escrow.Accept(1, 0, now);
            if (state == MilestoneState.Refunded) escrow.Refund(1, Money.Yuan(100));
            escrow.Milestones[0].State.ShouldBe(state);
            return escrow;
        }

        var moves = new (Action<Escrow> Move, MilestoneState From)[]
        {
            (e => e.Bill(1, new BillId(Guid.CreateVersion7()), now), MilestoneState.Open), (e => e.PayIn(1, now), MilestoneState.Billed), (e => e.Unbill(1, 0), MilestoneState.Billed),
            (e => e.Accept(1, 0, now), MilestoneState.PaidIn), (e => e.Refund(1, Money.Yuan(10)), MilestoneState.PaidIn),
        };
        foreach (var (move, from) in moves)
        {
            foreach (var state in Enum.GetValues<MilestoneState>())
            {
                var escrow = In(state);
                if (state == from) move(escrow);
                else Should.Throw<ProblemException>(() => move(escrow)).Code.ShouldBe("payments/milestone-wrong-state");
            }
        }
    }

    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(0.015, 100, 1.5)]
    [InlineData(0.015, 33.33, 0.5)]
    public void The_markets_fee_is_a_share_of_what_is_released(decimal rate, decimal amount, decimal fee)
    {
        var now = App.Clock.GetUtcNow();
        var deal = App.Deal(amount);
        var escrow = Escrow.Expected(deal.DealId, now);
        escrow.Hear(deal);
        escrow.Hear(App.Effective(deal));
        escrow.Bill(1, new BillId(Guid.CreateVersion7()), now);
        escrow.PayIn(1, now);
        escrow.Accept(1, rate, now).ShouldBe((amount, fee));
    }
}

/// <summary>The same with a fee set by the operator.</summary>
public sealed class FeeTests : IAsyncLifetime
{
    private readonly PaymentsApp app = new(stripe: false, feeRate: "0.02");

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_fee_stays_with_the_market_and_the_seller_gets_the_rest()
    {
        var deal = await app.OpenEscrow(100_000);
        await app.PayIn(deal.DealId, 1);
        await app.TryAccept(deal.DealId, 1).Succeeds();
        var released = (await app.Published<PaymentReleased>()).Single();
        released.Amount.ShouldBe(Money.Yuan(100_000));
        (await app.PayoutFor($"seller:{released.ReleaseId}")).Amount.ShouldBe(Money.Yuan(98_000));
        (await app.Balance(AccountKind.PlatformFee, Guid.Empty)).ShouldBe(2_000);
        var fee = await app.InDb(db => Task.FromResult(db.Accounts.Single(a => a.Kind == AccountKind.PlatformFee)));
        var order = new OrderPayout.Request(Guid.CreateVersion7(), fee.Id.Value, Money.Yuan(2_000), "划转手续费");
        await app.As(app.Finance).Post("/api/payments/payouts", order).Succeeds();
        (await app.PaidOut($"order:{order.Id}")).Kind.ShouldBe(PayoutKind.Fee);
        (await app.Inspect()).Findings.ShouldBeEmpty();
    }
}
