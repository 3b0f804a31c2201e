using TechMarket.Commissions.Earnings;
using TechMarket.Commissions.Todo;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Testing;

namespace TechMarket.Commissions.Tests.Earnings;

public sealed class CommissionTests(SharedApp shared) : CommissionsTests(shared)
{
    [Fact]
    public async Task Registration_earns_it_split_between_brokers_with_a_withholding_preview_for_the_person()
    {
        var (commission, deal) = await App.Earned();
        (commission.Status, commission.Earned, commission.FullyEarned, commission.ContractNumber).ShouldBe((CommissionStatus.Earned, Money.Yuan(42_000), true, "HT-2026-000001"));
        var earning = commission.Earnings.Single();
        earning.Lines.Select(l => l.Commission).ShouldBe([Money.Yuan(25_000), Money.Yuan(15_000), Money.Yuan(2_000)]);
        earning.Payouts.Select(p => (p.BrokerName, p.Amount, p.Status)).ShouldBe(
            [(App.Agency.OrganisationName, Money.Yuan(29_400), PayoutStatus.Earned), (App.Person.OrganisationName, Money.Yuan(12_600), PayoutStatus.Payable)], ignoreOrder: true);
        var person = earning.Payouts.Single(p => p.Individual);
        (person.Withholding!.TaxableBase, person.Withholding.Rate, person.Withholding.Withheld, person.Withholding.Net).ShouldBe((Money.Yuan(10_080), 0.2m, Money.Yuan(2_016), Money.Yuan(10_584)));
        var fact = (await App.Published<CommissionEarned>()).Single(f => f.DealId == deal.DealId);
        (fact.Total, fact.PayerIds.Single(), fact.ContractId).ShouldBe((Money.Yuan(42_000), App.Client.OrganisationId, commission.ContractId!.Value));
        fact.Shares.Select(s => (s.BasisPoints, s.Amount)).ShouldBe([(7000, Money.Yuan(29_400)), (3000, Money.Yuan(12_600))]);
    }

    [Fact]
    public async Task Every_order_of_the_same_facts_gives_the_same_commission()
    {
        var reference = "";
        foreach (var order in Orders(5))
        {
            await App.NewParties();
            var mandate = await App.AgreedMandate(App.Proposal(EarnEvent.PaymentReceived, buyerShare: 3333, basis: CommissionBase.TechnicalAmount));
            var achievement = await App.Achievement();
            var lead = await App.Record(mandate.Id, achievement);
            await App.Accept(lead.Id, App.Holder, pays: true).Succeeds();
            var deal = App.Deal(achievement, [lead.Id], 999_999.99m);
            Func<Guid?, Task<Guid>>[] deliveries =
            [
                id => App.Hear(deal, id), Once(App.Registered(deal, 777_777.77m)), Once(App.Effective(deal)), Once(App.Paid(deal, 333_333.33m)), Once(App.Paid(deal, 666_666.66m)),
            ];
            foreach (var i in order)
            {
                var message = await deliveries[i](null);
                await deliveries[i](message);
                await deliveries[i](null);
            }
            var commission = await App.CommissionOf(deal);
            commission.Earnings.Count.ShouldBe(2);
            (await App.Published<CommissionEarned>()).Count(f => f.DealId == deal.DealId).ShouldBe(2);
            var totals = string.Join(
                ' ', commission.Brokers.Select(b => b.Earned.Amount).Append(commission.Earned.Amount)
                    .Append(commission.Earnings.SelectMany(e => e.Payouts).Where(p => p.PayerId == App.Client.OrganisationId).Sum(p => p.Amount.Amount)));
            if (reference.Length == 0) reference = totals;
            totals.ShouldBe(reference, string.Join(',', order));
        }
        reference.ShouldBe("23333.33 9999.99 33333.33 11110.00".Replace("23333.33", "23333.34"));

        Func<Guid?, Task<Guid>> Once<T>(T fact)
            where T : class => id => App.Hear(fact, id);
    }

    [Fact]
    public async Task A_registration_heard_before_the_deal_still_earns()
    {
        var mandate = await App.AgreedMandate();
        var achievement = await App.Achievement();
        var lead = await App.Record(mandate.Id, achievement);
        var deal = App.Deal(achievement, [lead.Id]);
        await App.Hear(App.Registered(deal, 900_000, version: 2));
        await App.Hear(App.Registered(deal, 100_000, version: 1));
        await App.Hear(deal);
        (await App.CommissionOf(deal)).Earned.ShouldBe(Money.Yuan(42_000));
    }

    [Fact]
    public async Task A_correction_after_the_earning_does_not_change_what_was_earned()
    {
        var (commission, deal) = await App.Earned(App.Proposal(basis: CommissionBase.TechnicalAmount));
        await App.Hear(App.Registered(deal, 600_000, version: 2));
        var after = await App.CommissionOf(deal);
        (after.Earned, after.Earnings.Count).ShouldBe((commission.Earned, 1));
    }

    [Fact]
    public async Task A_contract_that_was_void_cancels_it_in_whatever_order_that_is_heard()
    {
        foreach (var endFirst in new[] { false, true })
        {
            await App.NewParties();
            var mandate = await App.AgreedMandate();
            var achievement = await App.Achievement();
            var lead = await App.Record(mandate.Id, achievement);
            var deal = App.Deal(achievement, [lead.Id]);
            if (endFirst) await App.Hear(App.Ended(deal, "VOID"));
            await App.Hear(deal);
            if (!endFirst) await App.Hear(App.Ended(deal, "VOID"));
            (await App.CommissionOf(deal)).ShouldSatisfyAllConditions(c => c.Status.ShouldBe(CommissionStatus.Cancelled), c => c.Earnings.ShouldBeEmpty());
        }
    }

    [Fact]
    public async Task A_terminated_contract_keeps_what_was_earned_and_settles_with_the_last_payment()
    {
        var mandate = await App.AgreedMandate(App.Proposal(EarnEvent.PaymentReceived, brokers: [new(App.Person.OrganisationId, 5000), new(App.Agency.OrganisationId, 5000, true)]));
        var achievement = await App.Achievement();
        var lead = await App.Record(mandate.Id, achievement);
        var deal = App.Deal(achievement, [lead.Id]);
        await App.Hear(deal);
        await App.Hear(App.Paid(deal, 600_000));
        var commission = await App.CommissionOf(deal);
        (commission.Earned, commission.FullyEarned).ShouldBe((Money.Yuan(21_000), false));
        foreach (var payout in commission.Earnings[0].Payouts)
        {
            if (!payout.Individual) await App.Invoice(payout.Id).Succeeds();
            await App.Pay(payout, App.NewReference()).Succeeds();
        }
        (await App.CommissionOf(deal)).Status.ShouldBe(CommissionStatus.Earned);
        await App.Hear(App.Ended(deal, "TERMINATED"));
        (await App.CommissionOf(deal)).ShouldSatisfyAllConditions(c => c.Status.ShouldBe(CommissionStatus.Paid), c => c.Earned.ShouldBe(Money.Yuan(21_000)));
    }

    [Fact]
    public async Task A_deal_in_another_currency_is_left_to_people()
    {
        var mandate = await App.AgreedMandate();
        var achievement = await App.Achievement();
        var lead = await App.Record(mandate.Id, achievement);
        var deal = App.Deal(achievement, [lead.Id], 1_000_000, "USD");
        await App.Hear(deal);
        await App.Hear(App.Registered(deal, 900_000));
        (await App.CommissionOf(deal)).ShouldSatisfyAllConditions(c => c.NeedsHandInForeignCurrency.ShouldBeTrue(), c => c.Earnings.ShouldBeEmpty());
    }

    [Fact]
    public async Task What_was_earned_and_paid_cannot_be_changed_even_in_the_database()
    {
        var (commission, _) = await App.Earned();
        await Should.ThrowAsync<Npgsql.PostgresException>(() => App.InDb(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(
            db.Database, $"update commissions.earning set amount_amount = 1 where commission_id = {commission.Id}")));
        await Should.ThrowAsync<Npgsql.PostgresException>(() => App.InDb(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(
            db.Database, $"delete from commissions.earning where commission_id = {commission.Id}")));
    }

    [Fact]
    public async Task Brokers_payers_and_the_bureaus_finance_see_it_and_nobody_else()
    {
        var (commission, _) = await App.Earned();
        foreach (var reader in new[] { App.Agency, App.Person, App.Client, App.Finance })
            await App.As(reader).GetAsync($"/api/commissions/commissions/{commission.Id}").Succeeds();
        foreach (var other in new[] { App.Holder, App.Stranger, App.Finance.Colleague(Roles.Reviewer) })
            (await App.As(other).GetAsync($"/api/commissions/commissions/{commission.Id}").RefusedWith(404)).ShouldBe("commissions/commission-not-found");
        var seenByFellow = await App.As(App.Agency).GetAsync($"/api/commissions/commissions/{commission.Id}").Read<GetCommission.Response>();
        seenByFellow.Earnings.SelectMany(e => e.Payouts).ShouldAllBe(p => p.Withholding == null);
        (await App.As(App.Agency).GetAsync("/api/commissions/commissions").Read<ListCommissions.Response>()).Items.Single().YourPart.ShouldBe(Money.Yuan(29_400));
        (await App.As(App.Holder).GetAsync("/api/commissions/commissions").Read<ListCommissions.Response>()).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_dispute_holds_payments_until_the_bureau_notes_how_it_was_settled()
    {
        var (commission, _) = await App.Earned();
        var payout = commission.Earnings[0].Payouts.Single(p => p.Individual);
        await Refuses(404, "commissions/commission-not-found", () => App.As(App.Stranger).Post($"/api/commissions/commissions/{commission.Id}/dispute", new DisputeCommission.Request("异议")));
        await App.As(App.Client).Post($"/api/commissions/commissions/{commission.Id}/dispute", new DisputeCommission.Request("经纪人未履行协助义务")).Succeeds();
        await Refuses(409, "commissions/commission-disputed", () => App.Pay(payout, App.NewReference()));
        await Refuses(409, "commissions/commission-wrong-state", () => App.As(App.Agency).Post($"/api/commissions/commissions/{commission.Id}/dispute", new DisputeCommission.Request("再次")));
        await App.Invoice(commission.Earnings[0].Payouts.Single(p => !p.Individual).Id).Succeeds();
        (await App.As(App.Person).GetAsync("/api/commissions/todo").Read<GetTodo.Response>()).Items.ShouldContain(i => i.Kind == "commission-disputed" && i.Id == commission.Id);
        await Refuses(403, "platform/role-missing", () => App.As(App.Client).Post($"/api/commissions/commissions/{commission.Id}/resolve", new ResolveDispute.Request("和解")));
        var resolved = await App.As(App.Finance).Post($"/api/commissions/commissions/{commission.Id}/resolve", new ResolveDispute.Request("双方书面和解,按原额支付")).Read<GetCommission.Response>();
        resolved.Status.ShouldBe(CommissionStatus.Resolved);
        resolved.Earnings[0].Payouts.ShouldAllBe(p => p.Status == PayoutStatus.Payable);
        await App.Pay(payout, App.NewReference()).Succeeds();
        await Refuses(409, "commissions/commission-wrong-state", () => App.As(App.Finance).Post($"/api/commissions/commissions/{commission.Id}/resolve", new ResolveDispute.Request("再次")));
    }

    private static IEnumerable<int[]> Orders(int count)
    {
        yield return [0, 2, 1, 3, 4];
        yield return [4, 3, 2, 1, 0];
        yield return [1, 0, 4, 2, 3];
        yield return [3, 1, 4, 0, 2];
        var random = new Random(3);
        for (var i = 0; i < 4; i++)
        {
            var order = Enumerable.Range(0, count).ToArray();
            random.Shuffle(order);
            yield return order;
        }
    }
}
