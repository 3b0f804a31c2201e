using TechMarket.Commissions.Statements;
using TechMarket.Messages;
using TechMarket.Platform.Documents;
using TechMarket.Testing;

namespace TechMarket.Commissions.Tests.Statements;

public sealed class StatementTests(SharedApp shared) : CommissionsTests(shared)
{
    private string Address(Platform.Security.Caller broker, string ending = "", string from = "2026-03-01", string to = "2026-03-31") =>
        $"/api/commissions/brokers/{broker.OrganisationId}/statement{ending}?from={from}&to={to}";

    [Fact]
    public async Task Opening_and_earned_less_paid_is_closing()
    {
        var (commission, _) = await App.Earned();
        var payout = commission.Earnings[0].Payouts.Single(p => p.Individual);
        var march = await App.As(App.Person).GetAsync(Address(App.Person)).Read<GetStatement.Response>();
        (march.Opening, march.Earned, march.Paid, march.Closing, march.WithheldPreview).ShouldBe(
            (Money.Yuan(0), Money.Yuan(12_600), Money.Yuan(0), Money.Yuan(12_600), Money.Yuan(2_016)));
        march.Rows.Single().ShouldSatisfyAllConditions(r => r.CommissionNumber.ShouldBe(commission.Number), r => r.Withholding!.Net.ShouldBe(Money.Yuan(10_584)), r => r.EarnedInPeriod.ShouldBeTrue());

        var start = App.Clock.GetUtcNow();
        App.Clock.Set(new DateTimeOffset(2026, 4, 3, 2, 0, 0, TimeSpan.Zero));
        var reference = App.NewReference();
        await App.Pay(payout, reference).Succeeds();
        var april = await App.As(App.Person).GetAsync(Address(App.Person, "", "2026-04-01", "2026-04-30")).Read<GetStatement.Response>();
        (april.Opening, april.Earned, april.Paid, april.Closing).ShouldBe((Money.Yuan(12_600), Money.Yuan(0), Money.Yuan(12_600), Money.Yuan(0)));
        april.Rows.Single().ShouldSatisfyAllConditions(r => r.BankReference.ShouldBe(reference), r => r.EarnedInPeriod.ShouldBeFalse(), r => r.PaidInPeriod.ShouldBeTrue());
        var again = await App.As(App.Person).GetAsync(Address(App.Person)).Read<GetStatement.Response>();
        (again.Opening, again.Earned, again.Paid, again.Closing, again.Rows.Single().BankReference).ShouldBe((march.Opening, march.Earned, march.Paid, march.Closing, null));
        App.Clock.Set(start);
    }

    [Fact]
    public async Task Another_brokers_statement_is_not_there()
    {
        await App.Earned();
        (await App.As(App.Agency).GetAsync(Address(App.Person)).RefusedWith(404)).ShouldBe("commissions/statement-not-found");
        (await App.As(App.Client).GetAsync(Address(App.Person, ".xlsx")).RefusedWith(404)).ShouldBe("commissions/statement-not-found");
        (await App.As(App.Stranger).GetAsync(Address(App.Person, ".html")).RefusedWith(404)).ShouldBe("commissions/statement-not-found");
        (await App.As(App.Stranger).GetAsync(Address(App.Person, ".pdf")).RefusedWith(404)).ShouldBe("commissions/statement-not-found");
        (await App.As(App.Finance).GetAsync(Address(App.Client)).RefusedWith(404)).ShouldBe("commissions/statement-not-found");
        await App.As(App.Finance).GetAsync(Address(App.Person)).Succeeds();
    }

    [Fact]
    public async Task A_period_that_runs_backwards_or_on_and_on_is_refused()
    {
        (await App.As(App.Person).GetAsync(Address(App.Person, "", "2026-03-02", "2026-03-01")).RefusedWith(409)).ShouldBe("commissions/period-refused");
        (await App.As(App.Person).GetAsync(Address(App.Person, "", "2020-03-02", "2026-03-01")).RefusedWith(409)).ShouldBe("commissions/period-refused");
        (await App.As(App.Person).GetAsync(Address(App.Person, "", "gestern", "2026-03-01")).RefusedWith(400)).ShouldBe("platform/malformed");
    }

    [Fact]
    public async Task The_document_names_the_preview_a_preview_and_escapes_what_people_wrote()
    {
        var mandate = await App.AgreedMandate();
        var achievement = await App.Achievement();
        var lead = await App.Record(mandate.Id, achievement);
        var deal = App.Deal(achievement, [lead.Id]) with { AchievementTitle = "<script>alert(1)</script>" };
        await App.Hear(deal);
        await App.Hear(App.Registered(deal, 1_000_000));
        var html = await App.As(App.Person).GetStringAsync(Address(App.Person, ".html"));
        html.ShouldContain("佣金对账单");
        html.ShouldContain("预扣税额预览");
        html.ShouldContain("12,600.00");
        html.ShouldContain("&lt;script&gt;");
        html.ShouldNotContain("<script>");
        (await App.As(App.Person).GetStringAsync(Address(App.Person, ".html") + "&lang=en")).ShouldContain("Withholding, preview");
    }

    [Fact]
    public async Task The_workbook_has_the_same_rows()
    {
        var (commission, _) = await App.Earned();
        var bytes = await App.As(App.Agency).GetByteArrayAsync(Address(App.Agency, ".xlsx"));
        var rows = Spreadsheet.Read(new MemoryStream(bytes)).Select(r => r.Cells).ToList();
        rows[0].ShouldContain("发票号码");
        rows[1].ShouldContain(commission.Number);
        rows[1].ShouldContain("29400");
    }
}
