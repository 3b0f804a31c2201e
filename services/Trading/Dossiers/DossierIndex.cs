using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using TechMarket.Messages;
using TechMarket.Rules;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.Dossiers;

/// <summary>The page people open first: the deal, where it stands, every paper in order with its time, who approved what. It says nothing of when it was made, so one state gives one page.</summary>
static partial class DossierIndex
{
    private const string Style = """
        @page{size:A4;margin:16mm 14mm}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:1080px;padding:24px 20px 48px;color:#1D2733;background:#fff;font:15px/1.65 "Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;font-variant-numeric:tabular-nums}
        header{border-bottom:2px solid #B8321F;padding-bottom:14px;margin-bottom:20px}
        h1{font-size:26px;margin:0;letter-spacing:.06em}
        h1 small,h2 small{display:block;font-size:13px;font-weight:400;letter-spacing:0;color:#4B5A6B}
        h2{font-size:18px;margin:30px 0 8px;break-after:avoid}
        .en{color:#4B5A6B;font-size:12.5px;line-height:1.45;display:block}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 20px;margin:12px 0}
        dt{color:#4B5A6B}dd{margin:0;overflow-wrap:anywhere}
        table{width:100%;border-collapse:collapse}
        thead{display:table-header-group}
        tr{break-inside:avoid}
        th,td{border-bottom:1px solid #D9DFE6;padding:6px 10px 6px 0;text-align:left;vertical-align:top;overflow-wrap:anywhere}
        th{color:#4B5A6B;font-weight:600;font-size:13px;border-bottom-color:#8A96A3}
        .time{white-space:nowrap;width:11.5em}
        .what{width:25%}
        .paper{width:24%;font-size:13px}
        .scroll{overflow-x:auto}
        .trail{font-size:13px}.trail td:nth-child(2),.trail td:nth-child(3){overflow-wrap:normal;min-width:6.5em}.papers td:nth-child(2),.papers td:nth-child(3){overflow-wrap:anywhere}.trail .time{width:11em}.trail .hash{font-family:"DejaVu Sans Mono","Noto Sans Mono",monospace;font-size:11.5px}
        ol.line{list-style:none;display:flex;flex-wrap:wrap;gap:10px;margin:0;padding:0}
        ol.line li{border:1px solid #C9D1DA;border-radius:6px;padding:8px 12px;min-width:120px}
        ol.line li.DONE{border-color:#2A7D3F}ol.line li.STOPPED{border-color:#B3261E}
        ol.line b{display:block}
        .note{background:#F4F6F9;border-left:4px solid #8A96A3;padding:10px 14px;margin:16px 0}
        a{color:#8A2416}
        .none{color:#6B7A8C}
        @media screen{.scroll table{min-width:760px}}.trail .hash{min-width:10.5em}
        @media print{body{padding:0;max-width:none}a{color:inherit;text-decoration:none}}
        """;

    public static string Render(
        Deal deal, DossierView view, IReadOnlyList<Stop> stops, IReadOnlyList<DossierLine> lines, IReadOnlyList<TrailEntry> trail, IReadOnlyList<Paper> papers)
    {
        var body = new StringBuilder();
        Head(body, deal, view);
        Line(body, stops);
        foreach (var (key, title) in DossierWords.Chapters) Chapter(body, title, [.. lines.Where(l => l.Chapter == key)]);
        Trail(body, trail);
        Papers(body, papers);
        return $"""
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>勤勉尽责档案 {E(deal.Number)}</title><style>{Style}</style></head>
            <body>{body}</body></html>

            """.ReplaceLineEndings("\n");
    }

    private static void Head(StringBuilder body, Deal deal, DossierView view)
    {
        body.Append("<header><h1>勤勉尽责档案<small lang=\"en\">Evidence dossier of a technology deal</small></h1></header><dl>");
        Fact("成交编号", "Deal", deal.Number);
        Fact("成果", "Achievement", $"{deal.AchievementTitle}（{deal.AchievementNumber}）");
        Fact("卖方", "Seller", Party(deal.Seller));
        Fact("买方", "Buyer", Party(deal.Buyer));
        Fact("定价方式", "Pricing mode", CodeLists.PricingMode.Find(deal.PricingMode)?.Zh ?? deal.PricingMode);
        Fact("成交价", "Price", DossierWords.Money(deal.Price));
        Fact("成交时间", "Concluded", DossierWords.Time(deal.ConcludedAt));
        Fact("关联交易", "Related party", deal.RelatedParty ? "是 yes" : "否 no");
        Fact("查阅主体", "Made for", $"{DossierWords.View(view).Zh} {DossierWords.View(view).En}");
        body.Append("</dl><p class=\"note\">每份材料的 SHA-256 见 manifest.json；打开 verify.html 并选入本压缩包，即可离线核验任何一个字节是否被改动。异议人身份依法保密，不收入本档案。")
            .Append("<span class=\"en\" lang=\"en\">manifest.json holds the SHA-256 of every paper; open verify.html and choose this zip file to see offline whether any byte was changed. Who objected stays sealed and is not part of it. Times are China Standard Time.</span></p>");

        void Fact(string zh, string en, string value) => body.Append("<dt>").Append(zh).Append("<span class=\"en\" lang=\"en\">").Append(en).Append("</span></dt><dd>").Append(E(value)).Append("</dd>");
    }

    private static void Line(StringBuilder body, IReadOnlyList<Stop> stops)
    {
        Title(body, new LocalText("交易进程", "Deal line"));
        body.Append("<ol class=\"line\">");
        foreach (var stop in stops)
        {
            var (name, state) = (DossierWords.Stop(stop.Key), DossierWords.State(stop.State));
            body.Append("<li class=\"").Append(stop.State.ToString().ToUpperInvariant()).Append("\"><b>").Append(name.Zh).Append("</b><span class=\"en\" lang=\"en\">").Append(name.En).Append("</span>")
                .Append(state.Zh).Append(' ').Append(state.En);
            if (stop.At is { } at) body.Append("<span class=\"en\">").Append(DossierWords.Time(at)).Append("</span>");
            body.Append("</li>");
        }
        body.Append("</ol>");
    }

    private static void Chapter(StringBuilder body, LocalText title, IReadOnlyList<DossierLine> lines)
    {
        Title(body, title);
        if (lines.Count == 0)
        {
            body.Append("<p class=\"none\">没有相关材料。<span class=\"en\" lang=\"en\">Nothing on record.</span></p>");
            return;
        }
        body.Append("<div class=\"scroll\"><table><thead><tr><th>时间 <span lang=\"en\">Time</span></th><th>事项 <span lang=\"en\">What</span></th><th>内容 <span lang=\"en\">Contents</span></th><th>材料 <span lang=\"en\">Paper</span></th></tr></thead><tbody>");
        // What has no time of its own stays with the line it explains.
        foreach (var line in lines.Select((l, i) => (Line: l, Order: i)).OrderBy(l => Moment(l.Line.At ?? lines.Take(l.Order).LastOrDefault(b => b.At is not null)?.At)).ThenBy(l => l.Order).Select(l => l.Line))
        {
            body.Append("<tr><td class=\"time\">").Append(line.At is { } at ? DossierWords.Time(at) : "").Append("</td><td class=\"what\">").Append(E(line.Zh)).Append("<span class=\"en\" lang=\"en\">")
                .Append(E(line.En)).Append("</span></td><td>").Append(E(line.Value ?? "")).Append("</td><td class=\"paper\">");
            if (line.Path is { } path) Link(body, path);
            body.Append("</td></tr>");
        }
        body.Append("</tbody></table></div>");
    }

    private static void Trail(StringBuilder body, IReadOnlyList<TrailEntry> trail)
    {
        Title(body, new LocalText("七、审批与操作记录", "7. Approvals and other acts, from the audit chains"));
        body.Append("<p>每条记录的哈希含前一条的哈希，全文见 ");
        Link(body, DossierPapers.TrailPath);
        body.Append("。<span class=\"en\" lang=\"en\">The hash of every record covers the one before it.</span></p><div class=\"scroll\"><table class=\"trail\"><thead><tr><th>时间 <span lang=\"en\">Time</span></th><th>对象 <span lang=\"en\">Subject</span></th><th>动作 <span lang=\"en\">Act</span></th><th>人员、单位 <span lang=\"en\">Who</span></th><th>说明 <span lang=\"en\">Note</span></th><th>链 <span lang=\"en\">Chain</span></th></tr></thead><tbody>");
        foreach (var entry in trail)
        {
            var (subject, action) = (DossierWords.Subject(entry.SubjectKind), DossierWords.Action(entry.SubjectKind, entry.Action));
            body.Append("<tr><td class=\"time\">").Append(DossierWords.Time(entry.At)).Append("</td><td>").Append(E(subject.Zh)).Append("<span class=\"en\" lang=\"en\">").Append(E(subject.En))
                .Append("</span></td><td>").Append(E(action.Zh)).Append("<span class=\"en\" lang=\"en\">").Append(E(action.En)).Append("</span></td><td>").Append(E(entry.Withheld ? "（略 withheld）" : entry.PersonName ?? (entry.OrganisationName is null ? "系统 market" : "")))
                .Append("<span class=\"en\">").Append(E(entry.OrganisationName ?? "")).Append("</span></td><td>").Append(E(Note(entry.Reason))).Append("</td><td class=\"hash\">")
                .Append(E(entry.Source)).Append(' ').Append(entry.Sequence.ToString(CultureInfo.InvariantCulture)).Append("<br>").Append(E(entry.Hash[..Math.Min(16, entry.Hash.Length)])).Append("…</td></tr>");
        }
        body.Append("</tbody></table></div>");
    }

    private static void Papers(StringBuilder body, IReadOnlyList<Paper> papers)
    {
        Title(body, new LocalText("材料清单", "All papers"));
        body.Append("<div class=\"scroll\"><table class=\"trail papers\"><thead><tr><th>材料 <span lang=\"en\">Paper</span></th><th>文件 <span lang=\"en\">File</span></th><th>来源 <span lang=\"en\">Service</span></th><th>SHA-256</th></tr></thead><tbody>");
        foreach (var paper in papers.OrderBy(p => p.Path, StringComparer.Ordinal))
        {
            body.Append("<tr><td>").Append(E(paper.Title)).Append("</td><td>");
            Link(body, paper.Path);
            body.Append("</td><td>").Append(E(paper.Source)).Append("</td><td class=\"hash\">").Append(paper.Sha256).Append("</td></tr>");
        }
        body.Append("</tbody></table></div>");
    }

    private static void Title(StringBuilder body, LocalText title) =>
        body.Append("<h2>").Append(E(title.Zh)).Append("<small lang=\"en\">").Append(E(title.En)).Append("</small></h2>");

    private static void Link(StringBuilder body, string path) => body.Append("<a href=\"").Append(E(path)).Append("\">").Append(E(path)).Append("</a>");

    /// <summary>What services keep of one moment differs below a millisecond.</summary>
    private static long? Moment(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();

    /// <summary>What was written; a code before it is for machines.</summary>
    private static string Note(string? reason) => Code().Replace(reason ?? "", "");

    private static string Party(DealParty party) => party.CreditCode is { } code ? $"{party.Name}（统一社会信用代码 {code}）" : party.Name;

    private static string E(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex("^[A-Z][A-Z_]+: ", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
