using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Appraisals;
using TechMarket.Trading.Sales;
using TechMarket.Trading.Tests.Sales;

namespace TechMarket.Trading.Tests.Appraisals;

/// <summary>Reports on record, what they support, and reference values.</summary>
public sealed class AppraisalTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task A_report_supports_the_base_price_while_it_is_valid()
    {
        var scene = await SaleScene.Of(app);
        var id = Guid.CreateVersion7();
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        var report = await Put(id, scene.Achievement.AchievementId, today.AddDays(-300), today.AddDays(20)).Read<ListAppraisals.Item>();
        (report.Method, report.Expired, report.Value).ShouldBe(("INCOME", false, Money.Yuan(1_234_567.89m)));
        await app.RepeatsUnchanged(() => Put(id, scene.Achievement.AchievementId, today.AddDays(-300), today.AddDays(20)));
        await app.RefusesUnchanged(() => Put(Guid.CreateVersion7(), scene.Achievement.AchievementId, today.AddDays(-300), today.AddDays(20)), 409, "trading/report-on-record");
        await app.RefusesUnchanged(() => Put(Guid.CreateVersion7(), scene.Achievement.AchievementId, today.AddDays(1), today.AddDays(20), "B-2"), 409, "trading/appraisal-dates-wrong");
        await app.RefusesUnchanged(() => Put(Guid.CreateVersion7(), scene.Achievement.AchievementId, today, today.AddDays(20), "B-3", app.Company), 409, "trading/not-your-achievement");
        var terms = SaleScene.Terms() with { Basis = new SaleForm.Basis(PriceBasisKind.Appraisal, "收益法评估", id) };
        await scene.Put(terms).Succeeds();
        await app.RefusesUnchanged(() => scene.Put(terms with { Basis = terms.Basis with { AppraisalId = Guid.CreateVersion7() } }, 1), 404, "trading/appraisal-not-found");
        (await app.As(scene.Seller).GetAsync("/api/trading/sale-opening").Read<GetSaleOpening.Response>()).Rules.MinPeriod.Value.ShouldBe(10);
        await scene.AddDocument();
        app.Clock.Advance(TimeSpan.FromDays(21));
        (await app.As(scene.Seller).GetAsync($"/api/trading/appraisals?achievementId={scene.Achievement.AchievementId}").Read<ListAppraisals.Response>()).Items.ShouldHaveSingleItem().Expired.ShouldBeTrue();
        var version = await scene.Version();
        await app.RefusesUnchanged(() => scene.Do(scene.Seller, "submit", new SubmitSale.Request(version)), 409, "trading/appraisal-expired");
        (await app.As(scene.Seller).GetAsync($"/api/trading/appraisals/{id}/file")).IsSuccessStatusCode.ShouldBeTrue();
        await app.RefusesUnchanged(() => app.As(TradingApp.Buyer()).GetAsync($"/api/trading/appraisals/{id}/file"), 404, "trading/appraisal-not-found");
    }

    [Fact]
    public async Task A_calculation_keeps_its_inputs_and_is_a_reference()
    {
        var id = Guid.CreateVersion7();
        var request = new Calculate.Request("废气处理", Income: new([1_000_000m, 1_500_000m, 2_000_000m, 2_200_000m, 2_300_000m], 0.05m, 0.15m, 0.12m));
        var made = await app.As(app.University).Put($"/api/trading/valuations/{id}", request).Read<GetValuation.Response>();
        (made.Reference, made.Value, made.Sensitivity!.Values.Count).ShouldBe((true, Money.Yuan(264_155.77m), 5));
        await app.RepeatsUnchanged(() => app.As(app.University).Put($"/api/trading/valuations/{id}", request));
        var again = await app.As(app.University).GetAsync($"/api/trading/valuations/{id}").Read<GetValuation.Response>();
        again.Income!.Revenues.ShouldBe(request.Income!.Revenues);
        await app.RefusesUnchanged(() => app.As(app.Company).GetAsync($"/api/trading/valuations/{id}"), 404, "trading/valuation-not-found");
        await app.RefusesUnchanged(() => app.As(app.University).Put($"/api/trading/valuations/{Guid.CreateVersion7()}", new Calculate.Request("空")), 400, "trading/one-calculation-needed");
        (await app.As(app.University).GetAsync("/api/trading/valuations").Read<ListValuations.Response>()).Items.ShouldContain(i => i.Id == id);
    }

    [Fact]
    public async Task Comparables_show_nothing_under_five_cases()
    {
        foreach (var (amount, at) in new[] { 100_000m, 200_000m, 300_000m, 400_000m }.Select((a, i) => (a, i))) await Registered(amount);
        (await Ask("?category=XK&field=Z9")).ShouldBe(new GetComparables.Response(0, 5, null, null, null, true, null));
        var fifth = await Registered(500_000m);
        await app.Hear(fifth);
        var shown = await Ask("?category=XK&field=Z9");
        (shown.Count, shown.Lower, shown.Median, shown.Upper).ShouldBe((5, Money.Yuan(200_000m), Money.Yuan(300_000m), Money.Yuan(400_000m)));
        (await Ask("?category=ZR&field=Z9")).Count.ShouldBe(0);
        (await Ask("?category=XK&field=Z9&ipKind=INVENTION_PATENT")).Count.ShouldBe(0);
        (await app.InDb(db => db.RegisteredCases.CountAsync(c => c.ContractId == fifth.ContractId))).ShouldBe(1);

        async Task<ContractRegistered> Registered(decimal amount)
        {
            var fact = new ContractRegistered(
                Guid.CreateVersion7(), 1, "2026330100000001", Guid.CreateVersion7(), "HT-1", Guid.CreateVersion7(), "合同", "XK01", "Z901", Money.Yuan(amount), Money.Yuan(amount),
                Guid.CreateVersion7(), Guid.CreateVersion7(), "CODE", app.Clock.GetUtcNow());
            await app.Hear(fact);
            return fact;
        }

        Task<GetComparables.Response> Ask(string query) => app.As(app.Company).GetAsync("/api/trading/comparables" + query).Read<GetComparables.Response>();
    }

    private Task<HttpResponseMessage> Put(Guid id, Guid achievement, DateOnly reported, DateOnly until, string number = "浙评报字2026-001", Caller? by = null)
    {
        var file = new ByteArrayContent(Encoding.ASCII.GetBytes("%PDF-1.7 a report"));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        var form = new MultipartFormDataContent { { file, "file", "report.pdf" } };
        foreach (var (name, value) in new[]
        {
            ("achievementId", achievement.ToString()), ("method", "INCOME"), ("agency", "浙江某资产评估有限公司"), ("reportNumber", number),
            ("reportedOn", reported.ToString("O", CultureInfo.InvariantCulture)), ("validUntil", until.ToString("O", CultureInfo.InvariantCulture)), ("value", "1234567.89"), ("purpose", "转让定价"),
        })
            form.Add(new StringContent(value), name);
        return app.As(by ?? app.University).PutAsync($"/api/trading/appraisals/{id}", form);
    }
}
