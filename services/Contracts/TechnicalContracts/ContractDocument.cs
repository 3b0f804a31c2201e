using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using TechMarket.Contracts.Documents;
using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Contracts.TechnicalContracts;

/// <summary>One version's whole text: what is shown, printed, hashed and signed.</summary>
sealed class ContractVersion
{
    private ContractVersion()
    {
    }

    public ContractId ContractId { get; private set; }
    public int Number { get; private set; }
    public ContractContent Content { get; private set; } = null!;
    public string Html { get; private set; } = "";

    /// <summary>SHA-256 of the text in UTF-8, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    public Guid? AuthorOrganisationId { get; private set; }
    public string? AuthorName { get; private set; }
    public string? Note { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    public static ContractVersion Of(
        Contract contract, ContractContent content, Guid? organisation, string? author, string? note, DateTimeOffset now)
    {
        var complete = StandardClauses.Refresh(contract, content);
        var html = ContractDocument.Render(contract, complete);
        return new ContractVersion
        {
            ContractId = contract.Id,
            Number = contract.Version,
            Content = complete,
            Html = html,
            Sha256 = ContractDocument.Hash(html),
            AuthorOrganisationId = organisation,
            AuthorName = author,
            Note = note,
            CreatedAt = now,
        };
    }
}

/// <summary>Renders a contract as one self-contained HTML page; everything people typed is escaped.</summary>
static class ContractDocument
{
    private static readonly string[] Numerals =
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十"];

    public static string Hash(string html) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)));

    public static string Render(Contract contract, ContractContent content)
    {
        var body = new StringBuilder();
        body.Append("<header><p class=\"number\">合同编号：").Append(E(contract.Number)).Append("　版本：").Append(contract.Version)
            .Append("</p><h1>").Append(E(CodeLists.ContractCategory.Get(contract.Category).Zh)).Append("</h1><p class=\"title\">").Append(E(content.Title)).Append("</p></header>");
        Parties(body, contract, content);
        body.Append("<p>依据《中华人民共和国民法典》的有关规定，甲乙双方经协商一致，订立本合同，共同遵守。</p>");
        for (var i = 0; i < content.Clauses.Count; i++)
        {
            var clause = content.Clauses[i];
            body.Append("<section><h2>第").Append(Numerals[i]).Append("条　").Append(E(clause.Heading)).Append("</h2>").Append(Paragraphs(clause.Text)).Append("</section>");
        }
        Items(body, content);
        Milestones(body, content);
        Rights(body, contract);
        body.Append("<section class=\"sign\"><div><p>甲方（").Append(E(PartyRoles.Of(Side.Buyer, contract.Category).Zh)).Append("）：</p><p>").Append(E(contract.Buyer.Name))
            .Append("</p></div><div><p>乙方（").Append(E(PartyRoles.Of(Side.Seller, contract.Category).Zh)).Append("）：</p><p>").Append(E(contract.Seller.Name)).Append("</p></div></section>");
        return DocumentPage.Wrap($"{contract.Number} {content.Title}", body.ToString());
    }

    /// <summary>The sheet behind the printed contract: who signed which hash, when. The signed text itself stays as it is.</summary>
    public static string WithSignatures(ContractVersion version, IReadOnlyList<Signature> signatures)
    {
        var signed = signatures.Where(s => s.Version == version.Number).ToList();
        if (signed.Count == 0) return version.Html;
        var sheet = new StringBuilder("<section class=\"sheet\"><h2>电子签名记录</h2><p>文件 SHA-256：<code>").Append(version.Sha256).Append("</code></p><table><thead><tr><th>签署方</th><th>单位</th><th>签署人</th><th>签署时间（北京时间）</th><th>凭证编号</th></tr></thead><tbody>");
        foreach (var s in signed.OrderBy(s => s.SignedAt))
            sheet.Append("<tr><td>").Append(s.Side == Side.Buyer ? "甲方" : "乙方").Append("</td><td>").Append(E(s.OrganisationName)).Append("</td><td>").Append(E(s.PersonName)).Append("</td><td>")
                .Append(s.SignedAt.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)).Append("</td><td class=\"code\">").Append(E(s.ProofId)).Append("</td></tr>");
        sheet.Append("</tbody></table></section>");
        return version.Html.Replace("</body>", sheet.Append("</body>").ToString(), StringComparison.Ordinal);
    }

    private static void Parties(StringBuilder body, Contract contract, ContractContent content)
    {
        body.Append("<table class=\"parties\"><tbody>");
        foreach (var (label, side) in new[] { ("甲方", Side.Buyer), ("乙方", Side.Seller) })
        {
            var party = contract.PartyOf(side);
            body.Append("<tr><th>").Append(label).Append('（').Append(E(PartyRoles.Of(side, contract.Category).Zh)).Append("）</th><td>").Append(E(party.Name))
                .Append("</td><th>统一社会信用代码</th><td>").Append(E(party.CreditCode ?? "未填写")).Append("</td></tr><tr><th>所在地</th><td>")
                .Append(E(Areas.FullName(party.AreaCode)?.Zh ?? "未填写")).Append("</td><th>机构性质</th><td>").Append(E(CodeLists.PartyNature.Find(party.Nature)?.Zh ?? "未填写")).Append("</td></tr>");
        }
        body.Append("<tr><th>签订地点</th><td>").Append(E(content.SigningPlace ?? "在线签署")).Append("</td><th>定价方式</th><td>")
            .Append(E(CodeLists.PricingMode.Find(contract.PricingMode)?.Zh ?? contract.PricingMode)).Append("</td></tr></tbody></table>");
    }

    private static void Items(StringBuilder body, ContractContent content)
    {
        body.Append("<section><h2>附件一　价款明细</h2><table><thead><tr><th>项目</th><th>性质</th><th>数量</th><th>说明</th><th class=\"n\">金额</th></tr></thead><tbody>");
        foreach (var item in content.LineItems)
            body.Append("<tr><td>").Append(E(item.Title)).Append("</td><td>").Append(Nature(item)).Append("</td><td>").Append(item.Quantity).Append("</td><td>").Append(E(item.Reason ?? ""))
                .Append("</td><td class=\"n\">").Append(Figures(item.Amount)).Append("</td></tr>");
        var total = new Money(content.LineItems.Sum(i => i.Amount.Amount), content.LineItems[0].Amount.Currency);
        body.Append("</tbody><tfoot><tr><th colspan=\"4\">合计").Append(total.Currency == "CNY" ? "（大写：" + ChineseAmount.Words(total.Amount) + "）" : "").Append("</th><td class=\"n\">")
            .Append(Figures(total)).Append("</td></tr></tfoot></table></section>");
    }

    private static void Milestones(StringBuilder body, ContractContent content)
    {
        if (content.Milestones.Count == 0) return;
        body.Append("<section><h2>附件二　里程碑和付款计划</h2><table><thead><tr><th>里程碑</th><th>期限</th><th class=\"n\">付款金额</th></tr></thead><tbody>");
        foreach (var milestone in content.Milestones)
            body.Append("<tr><td>").Append(E(milestone.Title)).Append("</td><td>").Append(milestone.DueOn is { } due ? due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "另行约定")
                .Append("</td><td class=\"n\">").Append(Figures(milestone.Amount)).Append("</td></tr>");
        body.Append("</tbody></table></section>");
    }

    private static void Rights(StringBuilder body, Contract contract)
    {
        if (contract.IpRights.Count == 0) return;
        body.Append("<section><h2>附件三　知识产权清单</h2><table><thead><tr><th>类型</th><th>编号</th><th>权利人</th><th>状态</th><th>有效期至</th></tr></thead><tbody>");
        foreach (var right in contract.IpRights)
            body.Append("<tr><td>").Append(E(CodeLists.IpType.Find(right.Kind)?.Zh ?? right.Kind)).Append("</td><td>").Append(E(right.Number ?? "")).Append("</td><td>").Append(E(right.Owner ?? ""))
                .Append("</td><td>").Append(E(right.Status ?? "")).Append("</td><td>").Append(right.ExpiresOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append("</td></tr>");
        body.Append("</tbody></table></section>");
    }

    private static string Nature(LineItem item) => item.IsTechnical ? "技术性"
        : item.Carrier switch
        {
            CarrierKind.Documents => "技术载体（资料）",
            CarrierKind.TestMaterial => "技术载体（试验材料）",
            CarrierKind.EquipmentSet => "技术载体（成套设备）",
            _ => "非技术性",
        };

    private static string Paragraphs(string text) =>
        string.Concat(text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => $"<p>{E(line)}</p>"));

    private static string Figures(Money money) => (money.Currency == "CNY" ? "¥" : money.Currency + " ") + money.Amount.ToString("N2", CultureInfo.InvariantCulture);

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
