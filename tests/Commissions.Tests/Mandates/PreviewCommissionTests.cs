using TechMarket.Commissions.Mandates;
using TechMarket.Messages;
using TechMarket.Rules;
using TechMarket.Testing;

namespace TechMarket.Commissions.Tests.Mandates;

public sealed class PreviewCommissionTests(SharedApp shared) : CommissionsTests(shared)
{
    private Task<HttpResponseMessage> Try(ScheduleInput schedule, decimal amount, params BrokerInput[] brokers) =>
        App.As(App.Agency).Post("/api/commissions/previews", new PreviewCommission.Request(schedule, Money.Yuan(amount), brokers));

    [Fact]
    public async Task Bands_payers_and_shares_are_shown_and_add_up()
    {
        var preview = await Try(
            CommissionsApp.Schedule(5000), 1_200_000, new BrokerInput(App.Agency.OrganisationId, 6667, true), new BrokerInput(App.Person.OrganisationId, 3333))
            .Read<PreviewCommission.Response>();
        preview.Commission.ShouldBe(Money.Yuan(42_000));
        (preview.BuyerPays, preview.SellerPays).ShouldBe((Money.Yuan(21_000), Money.Yuan(21_000)));
        preview.Lines.Select(l => l.Commission).ShouldBe([Money.Yuan(25_000), Money.Yuan(15_000), Money.Yuan(2_000)]);
        preview.Parts.Select(p => p.Amount).ShouldBe([Money.Yuan(28_001.40m), Money.Yuan(13_998.60m)]);
        preview.Parts[0].Withholding.ShouldBeNull();
        preview.Parts[1].Withholding!.Withheld.ShouldBe(Money.Yuan(2_239.78m));
        (preview.EffectiveRate, preview.AboveUsualRate).ShouldBe((0.035m, false));
    }

    [Theory]
    [InlineData(800, 0)]
    [InlineData(3_000, 440)]
    [InlineData(4_000, 640)]
    [InlineData(5_000, 800)]
    [InlineData(25_000, 4_000)]
    [InlineData(62_500, 13_000)]
    [InlineData(80_000, 18_600)]
    [InlineData(100_000, 25_000)]
    public async Task The_withholding_of_an_individual_follows_the_table(decimal payment, decimal withheld)
    {
        var whole = new ScheduleInput(CommissionBase.ContractAmount, [new BandInput(0.1m)], 10_000);
        var preview = await Try(whole, payment * 10, new BrokerInput(App.Person.OrganisationId, 10_000, true)).Read<PreviewCommission.Response>();
        var part = preview.Parts.Single();
        (part.Amount, part.Withholding!.Withheld, part.Withholding.Net).ShouldBe((Money.Yuan(payment), Money.Yuan(withheld), Money.Yuan(payment - withheld)));
    }

    [Fact]
    public async Task More_than_a_twentieth_of_the_contract_is_warned_about()
    {
        var six = new ScheduleInput(CommissionBase.ContractAmount, [new BandInput(0.06m)], 10_000);
        (await Try(six, 100_000, new BrokerInput(App.Agency.OrganisationId, 10_000, true)).Read<PreviewCommission.Response>()).AboveUsualRate.ShouldBeTrue();
        var five = new ScheduleInput(CommissionBase.ContractAmount, [new BandInput(0.05m)], 10_000);
        (await Try(five, 100_000, new BrokerInput(App.Agency.OrganisationId, 10_000, true)).Read<PreviewCommission.Response>()).AboveUsualRate.ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_is_computed_on_nothing()
    {
        (await Try(CommissionsApp.Schedule(), 0, new BrokerInput(App.Agency.OrganisationId, 10_000, true)).RefusedWith(409)).ShouldBe("commissions/amount-refused");
        (await Try(CommissionsApp.Schedule(), 100, new BrokerInput(App.Agency.OrganisationId, 9_999, true)).RefusedWith(409)).ShouldBe("commissions/shares-refused");
    }
}
