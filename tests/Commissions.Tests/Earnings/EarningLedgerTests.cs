using TechMarket.Commissions.Deals;
using TechMarket.Commissions.Earnings;
using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Commissions.Tests.Earnings;

public sealed class EarningLedgerTests
{
    private static readonly Guid DealId = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly Guid ContractId = Guid.Parse("00000000-0000-7000-8000-000000000002");
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    private static readonly CommissionSchedule Schedule = new(
        CommissionBase.ContractAmount, [new(500_000, 0.05m), new(1_000_000, 0.03m), new(null, 0.01m)], 0, null, 1);

    [Fact]
    public void Signing_earns_the_whole_on_the_contract_amount()
    {
        var due = Due(Schedule, EarnEvent.ContractSigned, [Effective(1_200_000)]).Single();
        due.Commission.ShouldBe(25_000m + 15_000m + 2_000m);
        due.BuyerPays.ShouldBe(42_000m);
        due.Complete.ShouldBeTrue();
    }

    [Fact]
    public void Registration_earns_on_the_technical_amount_when_that_is_the_base()
    {
        var due = Due(Schedule with { Base = CommissionBase.TechnicalAmount }, EarnEvent.ContractRegistered, [Effective(1_200_000), Registered(1_200_000, 900_000)]).Single();
        due.Commission.ShouldBe(25_000m + 12_000m);
        due.Basis.ShouldBe(900_000m);
    }

    [Fact]
    public void Signing_and_registration_earn_once()
    {
        var registered = Registered(1_000_000, 900_000);
        EarningLedger.Due(Schedule, EarnEvent.ContractRegistered, [registered], new HashSet<string> { registered.Cause }, (40_000, 40_000)).ShouldBeEmpty();
        Due(Schedule, EarnEvent.ContractSigned, [registered]).ShouldBeEmpty();
        Due(Schedule, EarnEvent.ContractRegistered, [Effective(1_000_000)]).ShouldBeEmpty();
    }

    [Fact]
    public void Payments_earn_pro_rata_and_the_last_one_completes_the_commission()
    {
        var due = Due(Schedule, EarnEvent.PaymentReceived, [Payment(300_000, 1_000_000, 1), Payment(333_333.33m, 1_000_000, 2), Payment(366_666.67m, 1_000_000, 3)]);
        due.Select(d => d.Commission).ShouldBe([12_000m, 13_333.33m, 14_666.67m]);
        due.Select(d => d.Complete).ShouldBe([false, false, true]);
        due.Sum(d => d.Commission).ShouldBe(40_000m);
    }

    [Fact]
    public void Payments_on_the_technical_amount_wait_for_the_registration()
    {
        var technical = Schedule with { Base = CommissionBase.TechnicalAmount };
        Due(technical, EarnEvent.PaymentReceived, [Payment(500_000, 1_000_000, 1)]).ShouldBeEmpty();
        Due(technical, EarnEvent.PaymentReceived, [Payment(500_000, 1_000_000, 1), Registered(1_000_000, 600_000)]).Single().Commission.ShouldBe(14_000m);
    }

    [Fact]
    public void What_was_received_can_be_the_base_and_climbs_the_bands()
    {
        var received = Schedule with { Base = CommissionBase.ReceivedAmount };
        Due(received, EarnEvent.PaymentReceived, [Payment(500_000, 2_000_000, 1), Payment(500_000, 2_000_000, 2)]).Select(d => d.Commission).ShouldBe([25_000m, 15_000m]);
    }

    [Fact]
    public void More_than_the_contract_earns_no_more_than_the_contract_does() =>
        Due(Schedule, EarnEvent.PaymentReceived, [Payment(900_000, 1_000_000, 1), Payment(400_000, 1_000_000, 2)]).Select(d => d.Commission).ShouldBe([36_000m, 4_000m]);

    [Fact]
    public void Over_random_bands_payments_and_orders_the_sum_is_the_commission_on_the_whole()
    {
        var random = new Random(11);
        for (var run = 0; run < 1_000; run++)
        {
            var schedule = RandomSchedule(random);
            var amounts = Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.NextInt64(1, 300_000_000) / 100m).ToArray();
            var contract = amounts.Sum();
            var payments = amounts.Select((a, i) => Payment(a, contract, i)).ToArray();
            random.Shuffle(payments);
            var causes = new HashSet<string>();
            var earned = (Commission: 0m, FromBuyer: 0m);
            for (var known = 1; known <= payments.Length; known++)
            {
                foreach (var due in EarningLedger.Due(schedule, EarnEvent.PaymentReceived, payments[..known], causes, earned))
                {
                    due.Commission.ShouldBeGreaterThanOrEqualTo(0);
                    due.BuyerPays.ShouldBeInRange(0, due.Commission);
                    causes.Add(due.Event.Cause).ShouldBeTrue();
                    earned = (earned.Commission + due.Commission, earned.FromBuyer + due.BuyerPays);
                }
            }
            var whole = CommissionRules.Compute(schedule, contract);
            earned.ShouldBe((whole.Commission, whole.BuyerPays));
        }
    }

    private static CommissionSchedule RandomSchedule(Random random)
    {
        var ends = Enumerable.Range(0, random.Next(0, 5)).Select(_ => (decimal)random.Next(1, 5_000_000)).Distinct().Order().ToList();
        var bands = ends.Select(e => new CommissionBand(e, random.Next(0, 1_000) / 10_000m)).Append(new CommissionBand(null, random.Next(0, 500) / 10_000m)).ToList();
        var minimum = random.Next(3) == 0 ? random.Next(0, 5_000) : 0;
        return new CommissionSchedule(
            random.Next(2) == 0 ? CommissionBase.ContractAmount : CommissionBase.ReceivedAmount, bands, minimum,
            random.Next(3) == 0 ? minimum + random.Next(0, 100_000) : null, random.Next(0, 10_001) / 10_000m);
    }

    private static IReadOnlyList<DueEarning> Due(CommissionSchedule schedule, EarnEvent earnEvent, IReadOnlyCollection<DealEvent> events) =>
        EarningLedger.Due(schedule, earnEvent, events, new HashSet<string>(), (0, 0));

    private static DealEvent Effective(decimal amount) => new(new ContractEffective(
        ContractId, "HT", DealId, Guid.Empty, "", "ZR01", null, Guid.Empty, Guid.Empty, null, Money.Yuan(amount), Start));

    private static DealEvent Registered(decimal amount, decimal technical) => new(new ContractRegistered(
        Guid.Parse("00000000-0000-7000-8000-000000000003"), 1, "N", ContractId, "HT", DealId, "", "ZR01", "05", Money.Yuan(amount), Money.Yuan(technical),
        Guid.Empty, Guid.Empty, "", Start));

    private static DealEvent Payment(decimal amount, decimal contract, int minute) => new(new ContractPaymentConfirmed(
        Guid.CreateVersion7(), ContractId, "HT", DealId, Guid.Empty, Guid.Empty, Money.Yuan(amount), Money.Yuan(contract), "R", new DateOnly(2026, 3, 2), Start.AddMinutes(minute)));
}
