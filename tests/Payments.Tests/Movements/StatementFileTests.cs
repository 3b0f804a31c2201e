using System.Text;
using TechMarket.Messages;
using TechMarket.Payments.Movements;
using TechMarket.Platform.Documents;

namespace TechMarket.Payments.Tests.Movements;

public sealed class StatementFileTests
{
    private static IReadOnlyList<StatementLine> Read(string csv) => StatementFile.Read(Encoding.UTF8.GetBytes(csv));

    [Fact]
    public void A_banks_own_file_is_understood_with_lines_above_the_table_and_other_headings()
    {
        var line = Read("账户明细,,,,\n账号:,3301,,,\n交易时间,交易流水号,贷方发生额(元),借方发生额(元),对方户名,对方账号,摘要,附言\n20260302 10:11:12,S1,\"50,000.00\",,某公司,6222 0001,转账,JK00000012\n").Single().Reported!;
        line.ShouldBe(new Reported(Payments.Providers.ProviderCode.BankTransfer, "S1", MovementDirection.In, Money.Yuan(50_000), new DateOnly(2026, 3, 2), "某公司", "62220001", null, "转账 JK00000012"));
    }

    [Fact]
    public void A_file_in_the_banks_encoding_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var line = StatementFile.Read(Encoding.GetEncoding("gb18030").GetBytes("交易日期,金额,借贷标志,对方名称\n2026/3/2,12.5,贷,浙江测试大学\n")).Single().Reported!;
        (line.CounterpartyName, line.Amount, line.Direction).ShouldBe(("浙江测试大学", Money.Yuan(12.5m), MovementDirection.In));
    }

    [Fact]
    public void A_workbook_is_read()
    {
        var bytes = Spreadsheet.Write("s", StatementFile.Headings, [[new DateOnly(2026, 3, 2), "S9", 100m, null, "CNY", "某公司", "622200001234", "某行", "JK00000012"]]);
        var line = StatementFile.Read(bytes).Single().Reported!;
        (line.Reference, line.Amount, line.BookedOn).ShouldBe(("S9", Money.Yuan(100), new DateOnly(2026, 3, 2)));
    }

    [Theory]
    [InlineData("2026-03-02,,5.00,,day", MovementDirection.In)]
    [InlineData("2026-03-02,,,5.00,day", MovementDirection.Out)]
    public void Credit_comes_in_and_debit_goes_out(string row, MovementDirection direction) =>
        Read("日期,流水号,收入,支出,附言\n" + row).Single().Reported!.Direction.ShouldBe(direction);

    [Theory]
    [InlineData("gestern,S1,5.00,,", "day")]
    [InlineData("2026-03-02,S1,,,", "amount")]
    [InlineData("2026-03-02,S1,5.001,,", "amount")]
    [InlineData("2026-03-02,S1,abc,,", "amount")]
    [InlineData("2026-03-02,S1,-5,,", "amount")]
    public void A_row_that_cannot_be_read_says_why(string row, string error) => Read("日期,流水号,收入,支出,附言\n" + row).Single().Error.ShouldBe(error);

    [Fact]
    public void Without_serial_numbers_two_equal_payments_are_two_and_the_same_file_names_them_the_same()
    {
        const string Csv = "日期,收入,对方户名,附言\n2026-03-02,5.00,某公司,x\n2026-03-02,5.00,某公司,x\n2026-03-02,5.00,某公司,y\n";
        var names = Read(Csv).Select(l => l.Reported!.Reference).ToList();
        names.Distinct().Count().ShouldBe(3);
        Read(Csv).Select(l => l.Reported!.Reference).ShouldBe(names);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b\n1,2")]
    [InlineData("PK\u0003\u0004 no workbook")]
    public void What_is_no_statement_is_refused(string text) =>
        Should.Throw<Platform.Problems.ProblemException>(() => Read(text)).Code.ShouldBe("payments/statement-unreadable");
}
