using System.Globalization;
using System.Net;
using System.Text;
using TechMarket.Commissions.Deals;
using TechMarket.Commissions.Earnings;
using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Commissions.Statements;

/// <summary>The statement as a document: one A4 file, nothing from the network, no script. The page shows it and the PDF is printed from it.</summary>
static class StatementDocument
{
    private const string Style = """
        @page{size:A4 landscape;margin:16mm 14mm}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:269mm;color:#1D2733;background:#fff;font:13px/1.6 "Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","WenQuanYi Zen Hei",sans-serif;font-variant-numeric:tabular-nums}
        h1{font-size:22px;text-align:center;letter-spacing:.08em;margin:0 0 4px;font-weight:600}
        .period{text-align:center;color:#4B5A6B;margin:0 0 16px}
        dl{display:grid;grid-template-columns:repeat(4,1fr);gap:0;margin:0 0 16px;border:1px solid #8A96A3}
        dl div{padding:6px 10px;border-right:1px solid #8A96A3}dl div:last-child{border-right:0}
        dt{color:#4B5A6B;font-size:12px}dd{margin:0;font-weight:600;font-size:15px}
        table{width:100%;border-collapse:collapse}tr{break-inside:avoid}
        th,td{border:1px solid #8A96A3;padding:4px 6px;text-align:left;vertical-align:top;overflow-wrap:anywhere;font-size:12px}
        th{background:#F4F6F9;font-weight:600}.n{text-align:right;white-space:nowrap}.empty{text-align:center;color:#4B5A6B;padding:24px}
        .notes{margin:14px 0 0;padding-left:18px;color:#4B5A6B;font-size:12px}
        @media screen{body{padding:12mm 10mm}}
        """;

    public static string Html(GetStatement.Response statement, LocalText market, bool english)
    {
        string T(string zh, string en) => english ? en : zh;
        var title = T("技术经纪佣金对账单", "Statement of brokerage");
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{(english ? "en" : "zh-CN")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{E(title)} {E(statement.BrokerName)}</title><style>{Style}</style></head><body>");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{E(title)}</h1><p class=\"period\">{E(statement.BrokerName)} · {Day(statement.From)} {T("至", "to")} {Day(statement.To)} · {E(T(market.Zh, market.En))}</p>");
        html.Append("<dl>");
        Fact(html, T("期初未付", "Open at the beginning"), statement.Opening);
        Fact(html, T("本期赚取", "Earned in the period"), statement.Earned);
        Fact(html, T("本期支付", "Paid in the period"), statement.Paid);
        Fact(html, T("期末未付", "Open at the end"), statement.Closing);
        html.Append("</dl><table><thead><tr>");
        foreach (var (name, number) in Columns(statement.Individual, english)) html.Append(CultureInfo.InvariantCulture, $"<th{(number ? " class=\"n\"" : "")}>{E(name)}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in statement.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in Cells(row, statement.Individual, english))
                html.Append(cell is decimal amount ? string.Create(CultureInfo.InvariantCulture, $"<td class=\"n\">{amount:N2}</td>") : $"<td>{E(Text(cell))}</td>");
            html.Append("</tr>");
        }
        if (statement.Rows.Count == 0) html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"empty\" colspan=\"{Columns(statement.Individual, english).Count}\">{T("本期没有佣金赚取或支付。", "Nothing was earned or paid in this period.")}</td></tr>");
        html.Append("</tbody></table><ol class=\"notes\">");
        foreach (var note in Notes(statement, english)) html.Append(CultureInfo.InvariantCulture, $"<li>{E(note)}</li>");
        return html.Append("</ol></body></html>").ToString();
    }

    /// <summary>The columns of the table and of the workbook; true for amounts.</summary>
    public static IReadOnlyList<(string Name, bool Number)> Columns(bool individual, bool english)
    {
        string T(string zh, string en) => english ? en : zh;
        List<(string, bool)> columns =
        [
            (T("入账日期", "Booked"), false), (T("佣金编号", "Commission"), false), (T("成交编号", "Deal"), false), (T("合同编号", "Contract"), false),
            (T("成果", "Achievement"), false), (T("赚取事由", "Earned by"), false), (T("付款方", "Payer"), false), (T("佣金(元)", "Brokerage (CNY)"), true),
        ];
        if (individual)
        {
            columns.Add((T("预扣税额预览(元)", "Withholding, preview (CNY)"), true));
            columns.Add((T("税后预览(元)", "After withholding, preview (CNY)"), true));
        }
        else
        {
            columns.Add((T("发票号码", "Invoice"), false));
        }
        columns.AddRange([(T("状态", "Status"), false), (T("付款日期", "Paid on"), false), (T("银行流水号", "Bank reference"), false)]);
        return columns;
    }

    public static IReadOnlyList<object?> Cells(GetStatement.Row row, bool individual, bool english)
    {
        string T(string zh, string en) => english ? en : zh;
        List<object?> cells =
        [
            row.BookedOn, row.CommissionNumber, row.DealNumber, row.ContractNumber, row.Title,
            row.Kind switch
            {
                DealEventKind.Effective => T("合同签订", "contract signed"),
                DealEventKind.Registered => T("合同登记", "contract registered"),
                _ => T("合同款到账", "payment received"),
            },
            row.PayerName, row.Amount.Amount,
        ];
        if (individual) cells.AddRange([row.Withholding?.Withheld.Amount, row.Withholding?.Net.Amount]);
        else cells.Add(row.InvoiceNumber);
        cells.AddRange([StatusWords(row, english), row.PaidOn, row.BankReference]);
        return cells;
    }

    public static IEnumerable<string> Notes(GetStatement.Response statement, bool english)
    {
        string T(string zh, string en) => english ? en : zh;
        yield return T("期初未付 + 本期赚取 - 本期支付 = 期末未付。金额单位为人民币元,均为税前。", "Open at the beginning + earned - paid = open at the end. Amounts in yuan, before tax.");
        if (statement.WithheldPreview is { } withheld)
        {
            yield return T(
                $"预扣税额为预览:按劳务报酬所得逐笔测算,本期合计 {withheld.Amount.ToString("N2", CultureInfo.InvariantCulture)} 元;以付款方实际扣缴和个人年度汇算为准。",
                $"The withholding is a preview for pay for independent work, payment by payment, {withheld.Amount.ToString("N2", CultureInfo.InvariantCulture)} yuan in this period; what the payer withholds and the yearly settlement count.");
        }
        yield return T(
            $"生成时间 {statement.MadeAt.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}(北京时间)。",
            $"Made {statement.MadeAt.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}, Beijing time.");
    }

    private static string StatusWords(GetStatement.Row row, bool english) => (row.BankReference is not null, row.Status) switch
    {
        (true, _) => english ? "paid" : "已支付",
        (_, PayoutStatus.Earned) => english ? "waits for the invoice" : "待开票",
        (_, PayoutStatus.WithheldCalculated or PayoutStatus.Invoiced) => english ? "disputed" : "争议中",
        _ => english ? "payable" : "待支付",
    };

    private static void Fact(StringBuilder html, string name, Money amount) =>
        html.Append(CultureInfo.InvariantCulture, $"<div><dt>{E(name)}</dt><dd>{amount.Amount:N2}</dd></div>");

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateOnly day => Day(day),
        _ => cell.ToString() ?? "",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
