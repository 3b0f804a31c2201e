using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;

namespace TechMarket.Contracts.Tests.Payments;

public sealed class OnPaymentReleasedTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ContractsApp app = shared.App;

    private async Task<PaymentReleased> Released(ContractId id, decimal amount)
    {
        var contract = await app.Contract(id);
        return new PaymentReleased(
            Guid.CreateVersion7(), contract.DealId, id.Value, contract.Number, app.Seller.OrganisationId, app.Buyer.OrganisationId, Money.Yuan(amount), 1, "PZ-2026-000009",
            new DateOnly(2026, 3, 2), app.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Released_escrow_money_stands_in_the_contract_confirmed_and_is_told_once()
    {
        var id = await app.Effective();
        var fact = await Released(id, 400_000);
        var message = await app.Hear(fact);
        await app.Hear(fact, message);
        await app.Hear(fact);
        var contract = await app.Contract(id);
        (contract.State, contract.Received).ShouldBe(("PERFORMING", Money.Yuan(400_000)));
        contract.Payments.Single().State.ShouldBe("CONFIRMED");
        var told = (await app.Published<ContractPaymentConfirmed>()).Single(f => f.ContractId == id.Value);
        (told.PaymentId, told.Amount, told.BankReference).ShouldBe((fact.ReleaseId, Money.Yuan(400_000), "PZ-2026-000009"));
    }

    [Fact]
    public async Task The_milestones_of_the_signed_version_are_told_when_the_contract_takes_effect()
    {
        var id = await app.Effective();
        var told = (await app.Published<ContractEffective>()).Single(f => f.ContractId == id.Value);
        told.Milestones.ShouldNotBeNull();
        told.Milestones.Sum(m => m.Amount.Amount).ShouldBe(told.ContractAmount.Amount);
    }
}
