using TechMarket.Commissions.Earnings;
using TechMarket.Messages;
using TechMarket.Rules;
using TechMarket.Testing;

namespace TechMarket.Commissions.Tests.Earnings;

/// <summary>Payments hears what can be paid and tells what was paid: nobody types it.</summary>
public sealed class PaidOutTests(SharedApp shared) : CommissionsTests(shared)
{
    private CommissionPaidOut PaidOut(GetCommission.Response commission, GetCommission.Part part) => new(
        part.Id, commission.Number, part.BrokerId, part.Amount, App.NewReference(), ChinaTime.DayOf(App.Clock.GetUtcNow()), App.Clock.GetUtcNow());

    private async Task<List<CommissionPayable>> Payable(GetCommission.Response commission) =>
        [.. (await App.Published<CommissionPayable>()).Where(f => f.CommissionId == commission.Id)];

    [Fact]
    public async Task A_part_is_told_as_payable_when_its_tax_is_known_or_its_invoice_is_named_once()
    {
        var (commission, _) = await App.Earned();
        var parts = commission.Earnings[0].Payouts;
        var person = (await Payable(commission)).Single();
        (person.PayoutId, person.Amount, person.BrokerId, person.PayerId).ShouldBe(
            (parts.Single(p => p.Individual).Id, Money.Yuan(12_600), App.Person.OrganisationId, App.Client.OrganisationId));
        person.Withheld.ShouldBe(parts.Single(p => p.Individual).Withholding!.Withheld);
        var firm = parts.Single(p => !p.Individual);
        await App.Invoice(firm.Id).Succeeds();
        await App.Invoice(firm.Id).Succeeds();
        var told = (await Payable(commission)).Single(f => f.PayoutId == firm.Id);
        (told.Amount, told.Withheld).ShouldBe((Money.Yuan(29_400), null));
    }

    [Fact]
    public async Task What_the_market_paid_out_is_paid_here_once()
    {
        var (commission, _) = await App.Earned();
        var person = commission.Earnings[0].Payouts.Single(p => p.Individual);
        var fact = PaidOut(commission, person);
        var message = await App.Hear(fact);
        await App.Hear(fact, message);
        await App.Hear(fact);
        var told = (await App.Published<CommissionPaid>()).Single(f => f.CommissionId == commission.Id);
        (told.PayoutId, told.BankReference, told.Amount).ShouldBe((person.Id, fact.BankReference, Money.Yuan(12_600)));
        var after = await App.As(App.Finance).GetAsync($"/api/commissions/commissions/{commission.Id}").Read<GetCommission.Response>();
        after.Earnings[0].Payouts.Single(p => p.Id == person.Id).Status.ShouldBe(PayoutStatus.Paid);
        await Refuses(409, "commissions/already-paid", () => App.Pay(person, App.NewReference()));
    }
}
