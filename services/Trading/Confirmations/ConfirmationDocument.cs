using System.Globalization;
using System.Net;
using System.Text;
using TechMarket.Messages;
using TechMarket.Rules;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Confirmations;

/// <summary>The confirmation of sale as one A4 page: one file, nothing from the network, no script; everything people typed is escaped.</summary>
static class ConfirmationDocument
{
    private const string Style = """
        @page{size:A4;margin:15mm 18mm}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:174mm;padding:0 0 8mm;color:#1D2733;background:#fff;font:13px/1.6 "Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC","Noto Sans CJK SC","Noto Sans SC","LXGW WenKai","WenQuanYi Zen Hei",serif;font-variant-numeric:tabular-nums}
        h1{font-size:26px;text-align:center;letter-spacing:.2em;margin:6px 0 2px;font-weight:600;color:#B8321F}
        h2{font-size:15px;margin:12px 0 2px;font-weight:600;break-after:avoid}
        p{margin:4px 0;overflow-wrap:anywhere}
        .number{text-align:right;color:#4B5A6B}.title{text-align:center;font-size:16px;margin-bottom:10px}
        table{width:100%;border-collapse:collapse;margin:6px 0}tr{break-inside:avoid}
        th,td{border:1px solid #8A96A3;padding:3px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere;font-size:13px}
        th{background:#F4F6F9;font-weight:600;width:24%}
        .n{text-align:right;white-space:nowrap;width:30%}.words{display:block;color:#4B5A6B;font-size:12px}
        .sheet{break-inside:avoid}.sheet th{width:auto}.sheet td,.sheet th{overflow-wrap:normal}.sheet code{overflow-wrap:anywhere}
        .sign{display:grid;grid-template-columns:1fr 1fr 1fr;gap:16px;margin-top:14px;min-height:24mm;break-inside:avoid}
        code{font-family:"DejaVu Sans Mono","Noto Sans Mono",monospace;font-size:11px;overflow-wrap:anywhere}
        ol{margin:4px 0;padding-left:22px}
        @media screen{body{padding:12mm 10mm}}
        @media screen and (max-width:600px){body{padding:5mm 4mm}h1{font-size:22px}.sign{grid-template-columns:1fr;min-height:0}.n{width:auto}th,td{padding:3px 5px}}
        """;

    public static string Render(
        Sale sale, AuctionPlan plan, ConfirmedFigures figures, AuctionClosed fact, string number, string? sellerCode, string market)
    {
        var buyer = sale.PartyOf(sale.Result!.PartyId);
        var body = new StringBuilder();
        body.Append("<header><p class=\"number\">确认书编号：").Append(E(number)).Append("</p><h1>成交确认书</h1><p class=\"title\">").Append(E(sale.Subject.AchievementTitle))
            .Append("</p></header><p>依据《中华人民共和国拍卖法》第五十二条，下列拍卖标的经公开竞价成交，各方签署本确认书。</p><h2>一、标的</h2><table><tbody>");
        Row(body, "标的名称", $"{sale.Subject.AchievementTitle}（{sale.Subject.AchievementNumber}）");
        Row(body, "转化方式", CodeLists.ContractCategory.Find(sale.Result.Terms.Category)?.Zh ?? sale.Result.Terms.Category);
        Row(body, "拍卖项目", $"{sale.Number}，第 {sale.Rounds.Count} 次公告，{Day(sale.Announced!.AnnouncedAt)} 公告");
        Row(body, "成交时间", $"{Time(fact.ClosedAt)}（北京时间）");
        Row(body, "成交方式", fact.ByPriority ? "网络拍卖，优先购买权人以最高应价成交" : "网络拍卖，最高应价成交");
        body.Append("</tbody></table><h2>二、各方</h2><table><tbody>");
        Row(body, "委托人（出让方）", Named(sale.Subject.SellerName, sellerCode));
        Row(body, "买受人（受让方）", Named(buyer.Name, buyer.Party.CreditCode));
        Row(body, "拍卖人", $"{Named(plan.House.Name, plan.House.CreditCode)}，拍卖经营批准证书 {plan.House.LicenceNumber}");
        Row(body, "拍卖师", $"{plan.Auctioneer.Name}，执业资格证书 {plan.Auctioneer.CertificateNumber}");
        Row(body, "交易平台", market);
        body.Append("</tbody></table><h2>三、价款与佣金</h2><table><tbody>");
        Amount(body, "成交价", figures.HammerPrice, words: true);
        Amount(body, $"买受人佣金（成交价的 {Percent(figures.BuyerRate)}）", figures.BuyerCommission);
        Amount(body, "买受人应付合计", figures.BuyerPays);
        Amount(body, $"委托人佣金（成交价的 {Percent(figures.SellerRate)}）", figures.SellerCommission);
        Amount(body, "委托人扣除佣金后所得", figures.SellerKeeps);
        body.Append("</tbody></table><p>佣金由买受人、委托人分别向拍卖人支付；成交价按公告的付款方式和技术合同的约定支付。</p><h2>四、约定</h2><ol>")
            .Append("<li>买受人交纳的保证金在技术合同生效后抵作价款。</li>")
            .Append("<li>买受人未按约定签约、付款的，保证金不予退还；标的再行拍卖的，买受人支付本次拍卖中买受人和委托人应付的佣金，再行拍卖价款低于本次成交价的，买受人补足差额（拍卖法第三十九条）。</li>")
            .Append("<li>成交结果公示期满无异议后，买受人与委托人签订技术合同。</li></ol><h2>五、竞价记录</h2><p>竞价编号：").Append(E(fact.Number))
            .Append("</p><p>公开记录最后一条的哈希值（SHA-256）：<code>").Append(E(fact.LogHash)).Append("</code></p>")
            .Append("<section class=\"sign\"><div><p>委托人：</p><p>").Append(E(sale.Subject.SellerName)).Append("</p></div><div><p>买受人：</p><p>").Append(E(buyer.Name))
            .Append("</p></div><div><p>拍卖人（盖章）：</p><p>").Append(E(plan.House.Name)).Append("</p></div></section>");
        var title = E($"{number} 成交确认书 {sale.Subject.AchievementTitle}");
        return $"<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><style>{Style}</style></head><body>{body}</body></html>";
    }

    /// <summary>The printed form: the signed text as it is, and behind it who signed which hash, when.</summary>
    public static string WithSignatures(SaleConfirmation confirmation)
    {
        if (confirmation.Signatures.Count == 0) return confirmation.Html;
        var sheet = new StringBuilder("<section class=\"sheet\"><h2>电子签名记录</h2><p>文件 SHA-256：<code>").Append(confirmation.Sha256)
            .Append("</code></p><table><thead><tr><th>签署方</th><th>单位</th><th>签署人</th><th>签署时间（北京时间）</th><th>凭证编号</th></tr></thead><tbody>");
        foreach (var s in confirmation.Signatures.OrderBy(s => s.SignedAt))
        {
            sheet.Append("<tr><td>").Append(Named(s.Side)).Append("</td><td>").Append(E(s.OrganisationName)).Append("</td><td>").Append(E(s.PersonName))
                .Append("</td><td>").Append(Time(s.SignedAt)).Append("</td><td><code>").Append(E(s.ProofId)).Append("</code></td></tr>");
        }
        return confirmation.Html.Replace("</body>", sheet.Append("</tbody></table></section></body>").ToString(), StringComparison.Ordinal);
    }

    private static string Named(ConfirmationSide side) => side switch
    {
        ConfirmationSide.Buyer => "买受人",
        ConfirmationSide.House => "拍卖人",
        _ => "委托人",
    };

    private static void Row(StringBuilder body, string name, string value) => body.Append("<tr><th>").Append(E(name)).Append("</th><td>").Append(E(value)).Append("</td></tr>");

    private static void Amount(StringBuilder body, string name, Money amount, bool words = false)
    {
        body.Append("<tr><th style=\"width:auto\">").Append(E(name));
        if (words) body.Append("<span class=\"words\">大写：").Append(ChineseAmount.Words(amount.Amount)).Append("</span>");
        body.Append("</th><td class=\"n\">").Append(amount.Amount.ToString("#,##0.00", CultureInfo.InvariantCulture)).Append(" 元</td></tr>");
    }

    private static string Named(string name, string? code) => code is null ? name : $"{name}（统一社会信用代码 {code}）";

    private static string Percent(decimal rate) => (rate * 100).ToString("0.####", CultureInfo.InvariantCulture) + " %";

    private static string Time(DateTimeOffset at) => at.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset at) => ChinaTime.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
