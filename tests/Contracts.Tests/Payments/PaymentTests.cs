using TechMarket.Contracts.Payments;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Testing;

namespace TechMarket.Contracts.Tests.Payments;

public sealed class PaymentTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ContractsApp app = shared.App;

    Task<HttpResponseMessage> Confirm(ContractId id, Guid payment) => app.As(app.Buyer).PostAsync($"/api/contracts/contracts/{id}/payments/{payment}/confirmation", null);

    Task<HttpResponseMessage> Dispute(ContractId id, Guid payment) =>
        app.As(app.Buyer).Post($"/api/contracts/contracts/{id}/payments/{payment}/dispute", new DisputePayment.Request("未付此款"));

    [Fact]
    public async Task A_payment_counts_once_the_buyer_confirms_it()
    {
        var id = await app.Effective();
        var payment = Guid.CreateVersion7();
        await app.Pay(id, 400_000, "ICBC-1", payment, milestone: 1).Succeeds();
        (await app.Contract(id)).Received.ShouldBe(Money.Yuan(0));
        await Confirm(id, payment).Succeeds();
        await Confirm(id, payment).Succeeds();
        var contract = await app.Contract(id);
        (contract.State, contract.Received).ShouldBe(("PERFORMING", Money.Yuan(400_000)));
        (await app.Published<ContractPaymentConfirmed>()).Single(f => f.ContractId == id.Value).ShouldBe(new ContractPaymentConfirmed(
            payment, id.Value, contract.Number, contract.DealId, app.Seller.OrganisationId, app.Buyer.OrganisationId, Money.Yuan(400_000), Money.Yuan(800_000), "ICBC-1",
            new DateOnly(2026, 3, 2), app.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Sending_the_same_payment_again_is_one_and_another_under_its_id_is_refused()
    {
        var id = await app.Effective();
        var payment = Guid.CreateVersion7();
        await app.Pay(id, 100_000, "R-1", payment).Succeeds();
        await app.Pay(id, 100_000, "R-1", payment).Succeeds();
        (await app.Contract(id)).Payments.Count.ShouldBe(1);
        (await app.RefusedUnchanged(() => app.Pay(id, 200_000, "R-1", payment), 409)).ShouldBe("contracts/payment-id-reused");
    }

    [Fact]
    public async Task Payments_never_exceed_a_fixed_price_even_at_once()
    {
        var id = await app.Effective();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => app.Pay(id, 300_000, $"race-{i}")));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(2);
        (await app.RefusedUnchanged(() => app.Pay(id, 200_000.01m, "more"), 409)).ShouldBe("contracts/payment-exceeds-price");
        await app.Pay(id, 200_000, "rest").Succeeds();
    }

    [Fact]
    public async Task A_royalty_contract_may_bring_more_than_its_known_part()
    {
        var id = await app.Effective(app.Deal(paymentMode: "ENTRY_FEE_PLUS_ROYALTY"));
        await app.Pay(id, 900_000, "royalty").Succeeds();
    }

    [Fact]
    public async Task A_reference_counts_once_until_the_buyer_disputes_it()
    {
        var id = await app.Effective();
        var payment = Guid.CreateVersion7();
        await app.Pay(id, 100_000, "same", payment).Succeeds();
        (await app.RefusedUnchanged(() => app.Pay(id, 50_000, "same"), 409)).ShouldBe("contracts/reference-used");
        await Dispute(id, payment).Succeeds();
        (await app.RefusedUnchanged(() => Confirm(id, payment), 409)).ShouldBe("contracts/payment-decided");
        await app.Pay(id, 50_000, "same").Succeeds();
    }

    [Fact]
    public async Task Wrong_sides_sums_days_and_milestones_are_refused()
    {
        var id = await app.Effective();
        (await app.RefusedUnchanged(() => app.Pay(id, 1, "x", caller: app.Buyer), 403)).ShouldBe("platform/role-missing");
        (await app.RefusedUnchanged(() => app.Pay(id, 0, "x"), 409)).ShouldBe("contracts/payment-not-positive");
        (await app.RefusedUnchanged(() => app.Pay(id, 1, "x", milestone: 3), 409)).ShouldBe("contracts/milestone-unknown");
        (await app.RefusedUnchanged(
            () => app.As(app.Seller).Put($"/api/contracts/contracts/{id}/payments/{Guid.CreateVersion7()}", new RecordPayment.Request(Money.Yuan(1), "x", new DateOnly(2026, 3, 3))), 409))
            .ShouldBe("contracts/payment-in-future");
        (await app.RefusedUnchanged(() => Confirm(id, Guid.CreateVersion7()), 404)).ShouldBe("contracts/payment-not-found");
        var draft = await app.Draft();
        (await app.RefusedUnchanged(() => app.Pay(draft, 1, "x"), 409)).ShouldBe("contracts/wrong-state");
    }
}
