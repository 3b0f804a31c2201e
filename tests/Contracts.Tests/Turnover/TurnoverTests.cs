using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Contracts.Turnover;
using TechMarket.Messages;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Testing;

namespace TechMarket.Contracts.Tests.Turnover;

public sealed class TurnoverTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ContractsApp app = shared.App;

    private Caller Province => app.Registrar with { AreaCode = "620000", OrganisationName = "甘肃省科学技术厅" };

    /// <summary>Three hundred registered contracts of three years, drawn from a fixed seed.</summary>
    async Task Seed()
    {
        await app.InDb(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("""
                delete from contracts.turnover_entry;
                insert into contracts.turnover_entry
                select gen_random_uuid(), gen_random_uuid(), 'N' || lpad(i::text, 6, '0'), '合同' || i,
                  date '2024-01-01' + (i * 37 % 1096), (array['KF01','ZR01','XK01','ZX','FW01'])[1 + i % 5], lpad((1 + i % 11)::text, 2, '0'),
                  '卖方', (array['university','institute','enterprise'])[1 + i % 3], (array['620102','620403','620503','110105',''])[1 + i / 5 % 5],
                  '买方', (array['enterprise','university'])[1 + i % 2], (array['620102','310101','620400','','440300'])[1 + i / 25 % 5],
                  (i * 7919 % 1000000) + (i % 100) / 100.0, (i * 7919 % 1000000) / 2
                from generate_series(1, 300) i
                """);
            return 0;
        });
    }

    async Task<(int Count, decimal Amount)> Sql(string where) => await app.InDb(async db =>
    {
        await using var connection = new NpgsqlConnection(db.Database.GetConnectionString());
        var source = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        await using var command = source.CreateCommand();
        command.CommandText = $"select count(*)::int, coalesce(sum(contract_amount), 0) from contracts.turnover_entry where {where}";
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt32(0), reader.GetDecimal(1));
    });

    Task<GetTurnover.Response> Turnover(string query, Caller? caller = null) => app.As(caller ?? Province).GetAsync("/api/contracts/turnover?" + query).Read<GetTurnover.Response>();

    [Theory]
    [InlineData("620000", "62")]
    [InlineData("620100", "6201")]
    [InlineData("620403", "620403")]
    public async Task Every_figure_equals_plain_sql(string area, string prefix)
    {
        await Seed();
        const int Year = 2026;
        var sold = $"seller_area like '{prefix}%' and seller_area <> ''";
        var bought = $"buyer_area like '{prefix}%' and buyer_area <> ''";
        var inYear = $"extract(year from registered_on) = {Year}";
        var view = (await Turnover($"year={Year}&area={area}")).Turnover;
        (view.Total.Count, view.Total.ContractAmount.Amount).ShouldBe(await Sql($"{sold} and {inYear}"));
        (view.Total.LastYearCount, view.Total.LastYearAmount.Amount).ShouldBe(await Sql($"{sold} and extract(year from registered_on) = {Year - 1}"));
        (view.Flows.Absorbed.Count, view.Flows.Absorbed.ContractAmount.Amount).ShouldBe(await Sql($"{bought} and {inYear}"));
        (view.Flows.Local.Count, view.Flows.Local.ContractAmount.Amount).ShouldBe(await Sql($"{sold} and {bought} and {inYear}"));
        view.Flows.Net.ShouldBe(view.Flows.Absorbed.ContractAmount - view.Flows.Sold.ContractAmount);
        foreach (var month in view.ByMonth) (month.Figure.Count, month.Figure.ContractAmount.Amount).ShouldBe(await Sql($"{sold} and {inYear} and extract(month from registered_on) = {month.Code}"));
        foreach (var field in view.ByField) (field.Figure.Count, field.Figure.ContractAmount.Amount).ShouldBe(await Sql($"{sold} and {inYear} and field_code = '{field.Code}'"));
        foreach (var kind in view.BySellerKind) (kind.Figure.Count, kind.Figure.ContractAmount.Amount).ShouldBe(await Sql($"{sold} and {inYear} and seller_kind = '{kind.Code}'"));
        foreach (var c in view.ByCategoryCivilCode) (c.Figure.Count, c.Figure.ContractAmount.Amount).ShouldBe(await Sql($"{sold} and {inYear} and category like '{c.Code}%'"));
        var transfer = view.ByCategoryR2001.Single(c => c.Code == "ZR");
        (transfer.Figure.Count, transfer.Figure.ContractAmount.Amount).ShouldBe(await Sql($"{sold} and {inYear} and (category like 'ZR%' or category like 'XK%')"));
        (view.Matrix.Sum(f => f.Count), view.Matrix.Sum(f => f.ContractAmount.Amount)).ShouldBe(await Sql($"(({sold}) or ({bought})) and {inYear}"));
        view.ByMonth.Sum(m => m.Figure.ShareRate ?? 0).ShouldBe(1m, 0.00001m);
    }

    [Fact]
    public async Task A_figure_drills_down_to_the_contracts_it_counts_and_to_excel()
    {
        await Seed();
        var cell = (await Turnover("year=2026")).Turnover.ByCategoryCivilCode.Single(c => c.Code == "XK").Figure;
        var rows = await app.As(Province).GetAsync("/api/contracts/turnover/contracts?year=2026&category=XK&size=5").Read<ListTurnoverContracts.Response>();
        (rows.Total, rows.ContractAmount, rows.TechnicalAmount).ShouldBe((cell.Count, cell.ContractAmount, cell.TechnicalAmount));
        rows.Items.Count.ShouldBe(5);
        using var file = new MemoryStream(await app.As(Province).GetByteArrayAsync("/api/contracts/turnover/export?year=2026&category=XK"));
        var sheet = Spreadsheet.Read(file).ToList();
        sheet.Count.ShouldBe(cell.Count + 1);
        sheet[0].Cells[0].ShouldBe("登记编号");
    }

    [Fact]
    public async Task A_bureau_sees_its_own_area_and_what_lies_in_it_only()
    {
        (await app.As(app.Registrar).GetAsync("/api/contracts/turnover?area=620000").RefusedWith(403)).ShouldBe("contracts/area-not-yours");
        (await app.As(app.Registrar).GetAsync("/api/contracts/turnover/contracts?area=110000").RefusedWith(403)).ShouldBe("contracts/area-not-yours");
        (await app.As(app.Seller).GetAsync("/api/contracts/turnover").RefusedWith(403)).ShouldBe("platform/role-missing");
        (await Turnover("area=620102", app.Registrar)).Turnover.AreaCode.ShouldBe("620102");
    }

    [Fact]
    public async Task The_bureau_s_target_goes_before_the_plan_s()
    {
        await Seed();
        var plan = (await Turnover("year=2025&area=620503")).Turnover.Target!;
        (plan.Amount, plan.Source).ShouldBe((Money.Yuan(600_000_000m), "PLAN"));
        var growth = (await Turnover("year=2026")).Turnover;
        (growth.Target!.Amount, growth.Target.Source).ShouldBe((Money.Yuan(Math.Round(growth.Total.LastYearAmount.Amount * 1.1m, 2)), "PLAN_GROWTH"));
        var request = new SetTurnoverTarget.Request("620503", 2025, Money.Yuan(1_000_000));
        (await app.RefusedUnchanged(() => app.As(Province with { Roles = new HashSet<string> { Roles.Registrar } }).Put("/api/contracts/turnover/targets", request), 403)).ShouldBe("platform/role-missing");
        await app.As(Province).Put("/api/contracts/turnover/targets", request).Succeeds();
        var set = (await Turnover("year=2025&area=620503")).Turnover;
        (set.Target!.Amount, set.Target.Source).ShouldBe((Money.Yuan(1_000_000), "BUREAU"));
        set.Target.ProgressRate.ShouldBe(Math.Round(set.Total.ContractAmount.Amount / 1_000_000m, 6));
    }

    [Fact]
    public async Task A_registration_counts_at_once_and_everyone_sees_the_sum()
    {
        var before = await app.As().GetAsync("/api/contracts/turnover/summary").Read<GetTurnoverSummary.Response>();
        await app.Registered();
        var after = await app.As().GetAsync("/api/contracts/turnover/summary").Read<GetTurnoverSummary.Response>();
        (after.Year, after.Count - before.Count, after.Amount - before.Amount).ShouldBe((2026, 1, Money.Yuan(800_000)));
        var open = await app.As().GetAsync("/api/contracts/turnover/public?year=2026").Read<GetPublicStatistics.Response>();
        open.Turnover.Total.ContractAmount.ShouldBe(after.Amount);
    }

    [Fact]
    public void The_year_is_that_of_the_day_in_china()
    {
        ChinaTime.DayOf(new DateTimeOffset(2025, 12, 31, 16, 0, 0, TimeSpan.Zero)).ShouldBe(new DateOnly(2026, 1, 1));
        var figure = TurnoverReport.Sum([new Cube(2026, 1, "KF01", "01", "", "", "620102", "620102", 2, 100, 60), new Cube(2025, 1, "KF01", "01", "", "", "620102", "620102", 1, 80, 60)], 2026, null);
        figure.ShouldBe(new Figure(2, Money.Yuan(100), Money.Yuan(60), 1, Money.Yuan(80), 0.25m, null, Money.Yuan(50)));
    }
}
