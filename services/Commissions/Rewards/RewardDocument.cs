using System.Globalization;
using System.Net;
using System.Text;
using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>The plan as a document: one A4 file, nothing from the network, no script.</summary>
static class RewardDocument
{
    private const string Style = """
        @page{size:A4;margin:18mm 16mm}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:178mm;color:#1D2733;background:#fff;font:13px/1.6 "Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","WenQuanYi Zen Hei",sans-serif;font-variant-numeric:tabular-nums}
        h1{font-size:22px;text-align:center;letter-spacing:.08em;margin:0 0 4px;font-weight:600}
        h2{font-size:15px;margin:18px 0 6px;font-weight:600}
        .number{text-align:center;color:#4B5A6B;margin:0 0 12px}
        table{width:100%;border-collapse:collapse}tr{break-inside:avoid}
        th,td{border:1px solid #8A96A3;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
        th{background:#F4F6F9;font-weight:600}.facts th{width:28%}.n{text-align:right;white-space:nowrap}.sum td{font-weight:600}
        .basis{white-space:pre-wrap;margin:0}
        .signs{display:grid;grid-template-columns:1fr 1fr 1fr;gap:12mm;margin-top:16mm;break-inside:avoid}
        .signs p{margin:0;border-top:1px solid #8A96A3;padding-top:4px;color:#4B5A6B}
        .note{color:#4B5A6B;font-size:12px}
        @media screen{body{padding:12mm 10mm}}
        """;

    public static string Html(RewardPlan plan, RewardRegistration? registration, RuleSet rules, LocalText market, bool english, DateTimeOffset madeAt)
    {
        string T(string zh, string en) => english ? en : zh;
        var (c, worked) = (plan.Contract, RewardCalculation.Of(plan.Contract, plan.Content, rules));
        var title = T("科技成果转化收益分配方案", "Income sharing plan");
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{T("zh-CN", "en")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{E(title)} {E(plan.Number)}</title><style>{Style}</style></head><body>");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{E(title)}</h1><p class=\"number\">{E(plan.Number)} · {E(StatusWords(plan.Status, english))} · {E(T(market.Zh, market.En))}</p>");
        html.Append("<table class=\"facts\">");
        Fact(html, T("成果名称", "Achievement"), c.AchievementNumber is null ? c.Title : $"{c.Title}({c.AchievementNumber})");
        Fact(html, T("转让/许可方", "Seller"), c.SellerName);
        Fact(html, T("受让/被许可方", "Buyer"), c.BuyerName);
        Fact(html, T("合同编号", "Contract"), c.ContractNumber);
        Fact(html, T("认定登记", "Registration"), registration is null ? T("未登记", "not registered") : $"{registration.Number} · {Day(registration.RegisteredAt)} · {T("技术交易额", "technical amount")} {Yuan(registration.TechnicalAmount)}");
        html.Append(CultureInfo.InvariantCulture, $"</table><h2>{T("一、净收入", "1. Net income")}</h2><table>");
        Row(html, T("合同收入", "Income of the contract"), "", worked.Income);
        foreach (var deduction in plan.Content.Deductions)
            Row(html, T("减:", "less: ") + Name(rules.RewardFloor, deduction.Code, english), deduction.Note, deduction.Amount);
        Row(html, T("净收入", "Net income"), "", worked.NetIncome, sum: true);
        html.Append(CultureInfo.InvariantCulture, $"</table><h2>{T("二、分配", "2. Shares")}</h2><table><thead><tr><th>{T("类别", "Role")}</th><th>{T("姓名/单位", "Name")}</th><th>{T("工号", "Work number")}</th><th class=\"n\">{T("比例", "Share")}</th><th class=\"n\">{T("金额(元)", "Amount (CNY)")}</th></tr></thead><tbody>");
        foreach (var (share, at) in plan.Content.Shares.Select((share, at) => (share, at)))
        {
            var name = share.Leader ? $"{share.Name}({T("担任领导职务", "leading post")})" : share.Name;
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{E(RoleWords(share.Role, english))}</td><td>{E(name)}</td><td>{E(share.WorkNumber ?? "")}</td><td class=\"n\">{Percent(share.BasisPoints)}</td><td class=\"n\">{(worked.Amounts is null ? "" : Yuan(worked.Amounts[at]))}</td></tr>");
        }
        html.Append(CultureInfo.InvariantCulture, $"<tr class=\"sum\"><td colspan=\"3\">{T("其中:奖励报酬合计", "of which award")}</td><td class=\"n\">{Percent(worked.AwardBasisPoints)}</td><td class=\"n\">{(worked.Award is null ? "" : Yuan(worked.Award))}</td></tr></tbody></table>");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{T("下限依据", "Floors from")}:{E(worked.Source)}。{T("金额精确到分,按最大余数法分配,合计等于净收入。", "Amounts to the fen by largest remainder; together they are the net income.")}</p>");
        html.Append(CultureInfo.InvariantCulture, $"<h2>{T("三、依据", "3. Basis")}</h2><p class=\"basis\">{E(plan.Content.Basis)}</p>");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"signs\"><p>{T("拟制人", "Written by")}</p><p>{T("审批人", "Approved by")}</p><p>{T("单位(盖章)", "Unit (seal)")}</p></div>");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{T("生成时间", "Made")} {madeAt.ToOffset(ChinaTime.Offset):yyyy-MM-dd HH:mm}({T("北京时间", "Beijing time")})</p></body></html>");
        return html.ToString();
    }

    private static string RoleWords(RewardRole role, bool english) => role switch
    {
        RewardRole.MainContributor => english ? "Main contributor" : "主要贡献人员",
        RewardRole.Contributor => english ? "Contributor" : "其他贡献人员",
        RewardRole.TransferOffice => english ? "Transfer staff" : "转移转化人员",
        _ => english ? "Unit" : "单位",
    };

    private static string StatusWords(RewardPlanStatus status, bool english) => status switch
    {
        RewardPlanStatus.Draft => english ? "draft" : "草稿",
        RewardPlanStatus.Submitted => english ? "submitted" : "待审批",
        RewardPlanStatus.Returned => english ? "returned" : "已退回",
        RewardPlanStatus.Approved => english ? "approved" : "已批准",
        RewardPlanStatus.Notice => english ? "announced" : "公示中",
        RewardPlanStatus.Effective => english ? "in effect" : "已生效",
        _ => english ? "withdrawn" : "已撤回",
    };

    private static string Name(RewardFloor floor, string code, bool english) =>
        floor.NetIncomeDeductions.FirstOrDefault(d => d.Code == code) is { } known ? (english ? known.En : known.Zh) : code;

    private static void Fact(StringBuilder html, string name, string value) => html.Append(CultureInfo.InvariantCulture, $"<tr><th>{E(name)}</th><td>{E(value)}</td></tr>");

    private static void Row(StringBuilder html, string name, string note, Money amount, bool sum = false) =>
        html.Append(CultureInfo.InvariantCulture, $"<tr{(sum ? " class=\"sum\"" : "")}><td>{E(name)}</td><td>{E(note)}</td><td class=\"n\">{Yuan(amount)}</td></tr>");

    private static string Percent(int basisPoints) => string.Create(CultureInfo.InvariantCulture, $"{basisPoints / 100m:0.##}%");

    private static string Yuan(Money money) => money.Amount.ToString("N2", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset at) => ChinaTime.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
