using System.Globalization;
using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Contracts.TechnicalContracts;

/// <summary>
/// The clauses a technical contract generally has (民法典 845, 846), drafted from the agreed terms. Chinese is the language
/// of record: registration wants the Chinese text.
/// </summary>
static class StandardClauses
{
    public const string Project = "PROJECT";
    public const string Price = "PRICE";

    /// <summary>The whole content of the first version: nothing the parties agreed on has to be typed again.</summary>
    public static ContractContent Draft(Contract contract, string title)
    {
        var terms = contract.Terms;
        LineItem[] items = [new LineItem(FeeName(contract.Category), terms.Price, IsTechnical: true)];
        return new ContractContent(title, Clauses(contract, title, terms.Milestones), items, terms.Milestones, null);
    }

    /// <summary>The fixed clauses again after an amendment; what people wrote stays.</summary>
    public static ContractContent Refresh(Contract contract, ContractContent content) => content with
    {
        Clauses = [.. content.Clauses.Select(clause => clause.Code switch
        {
            Project => clause with { Text = ProjectText(contract, content.Title) },
            Price => clause with { Text = PriceText(contract, content.Milestones) },
            _ => clause,
        })],
    };

    /// <summary>名称: the achievement and the kind of contract.</summary>
    public static string TitleFor(string achievementTitle, string category) =>
        $"{achievementTitle}——{CodeLists.ContractCategory.Get(category).Zh}";

    private static List<Clause> Clauses(Contract contract, string title, IReadOnlyList<DealMilestone> milestones)
    {
        var (seller, buyer) = (PartyRoles.Of(Side.Seller, contract.Category).Zh, PartyRoles.Of(Side.Buyer, contract.Category).Zh);
        return
        [
            new(Project, "项目名称", ProjectText(contract, title), Fixed: true),
            new("OBJECT", "标的的内容、范围和要求", ObjectText(contract, seller, buyer), Fixed: false),
            new("PERFORMANCE", "履行的计划、期限、地域和方式", PerformanceText(contract.Terms, seller, buyer), Fixed: false),
            new("CONFIDENTIALITY", "技术信息和资料的保密",
                $"双方对因订立和履行本合同而知悉的对方技术秘密和商业秘密负有保密义务，未经对方书面同意，不得向第三人披露，也不得用于本合同以外的目的。{seller}应当对所提供的技术秘密采取合理的保密措施。保密义务不因本合同的变更、解除或者终止而消灭，直至该信息为公众所知悉之日止；法律另有规定或者国家机关依法要求提供的除外。", Fixed: false),
            new("RISK", "风险责任的承担",
                $"{seller}保证自己是本合同标的的合法权利人或者有权处分人，所提供的技术完整、无误、有效，能够达到约定的目标。{buyer}按照约定实施该技术侵害他人合法权益的，由{seller}承担责任，双方另有约定的除外。因出现现有技术水平下无法克服的技术困难致使履行失败或者部分失败的，由双方合理分担。", Fixed: false),
            new("OWNERSHIP", "技术成果的归属和收益的分配办法", OwnershipText(contract, seller, buyer), Fixed: false),
            new("ACCEPTANCE", "验收标准和方法",
                $"{buyer}应当自{seller}交付全部技术资料并完成必要的技术指导之日起三十日内，依照本合同约定的内容和技术指标验收，并出具书面验收意见；逾期不验收又不提出书面异议的，视为验收合格。验收不合格的，{seller}应当在合理期限内完善后重新提请验收。", Fixed: false),
            new(Price, "价款、报酬或者使用费及其支付方式", PriceText(contract, milestones), Fixed: true),
            new("BREACH", "违约责任",
                $"一方不履行合同义务或者履行合同义务不符合约定的，应当承担继续履行、采取补救措施或者赔偿损失等违约责任。{buyer}逾期付款的，应当按照全国银行间同业拆借中心公布的一年期贷款市场报价利率支付逾期利息；{seller}逾期交付的，应当按照已收价款以同一标准支付违约金。", Fixed: false),
            new("DISPUTES", "争议的解决方法",
                "因本合同发生的争议，双方应当协商解决，也可以请求技术合同登记机构或者人民调解组织调解；协商、调解不成的，向有管辖权的人民法院提起诉讼。", Fixed: false),
            new("DEFINITIONS", "名词和术语的解释",
                "本合同中的名词和术语，法律、行政法规和国家标准、行业标准有规定的，依照其规定；没有规定的，依照所属技术领域的通常含义解释。", Fixed: false),
            new("OTHER", "其他", OtherText(contract), Fixed: false),
        ];
    }

    private static string ProjectText(Contract contract, string title) =>
        $"本合同项目名称为“{title}”。合同标的成果为“{contract.AchievementTitle}”（成果编号 {contract.AchievementNumber}），技术领域为{CodeLists.TechField.Find(contract.FieldCode)?.Zh ?? contract.FieldCode}。合同类别为{CodeLists.ContractCategory.Get(contract.Category).Zh}。";

    private static string ObjectText(Contract contract, string seller, string buyer)
    {
        var exclusivity = contract.Terms.LicenceExclusivity is { } code ? CodeLists.LicenceExclusivity.Find(code)?.Zh : null;
        var act = contract.Category[..2] switch
        {
            "ZR" => $"{seller}将上述成果的权利转让给{buyer}，{buyer}受让并支付约定的价款。",
            "XK" => $"{seller}许可{buyer}实施上述成果，许可方式为{exclusivity ?? "普通许可"}。未经{seller}书面同意，{buyer}不得再许可第三人实施。",
            "KF" => $"{seller}按照约定完成研究开发工作，交付研究开发成果并提供有关的技术资料和必要的技术指导；{buyer}按照约定支付研究开发经费和报酬并提供所需的技术资料和协作。",
            "ZX" => $"{seller}运用科学知识和技术手段，对特定技术项目进行分析、论证、评价或者预测，并向{buyer}提交咨询报告。",
            _ => $"{seller}以技术知识为{buyer}解决特定的技术问题，{buyer}接受工作成果并支付报酬。",
        };
        return $"{act}标的的内容：{contract.Summary}";
    }

    private static string PerformanceText(DealTerms terms, string seller, string buyer)
    {
        var period = (terms.StartsOn, terms.EndsOn) switch
        {
            ({ } from, { } to) => $"本合同自{Day(from)}起履行，至{Day(to)}止。",
            ({ } from, null) => $"本合同自{Day(from)}起履行，至双方义务履行完毕之日止。",
            (null, { } to) => $"本合同自生效之日起履行，至{Day(to)}止。",
            _ => "本合同自生效之日起履行，至双方义务履行完毕之日止。",
        };
        var territory = terms.Territory is { Length: > 0 } area ? $"实施地域范围为{area}。" : "实施地域范围为中华人民共和国境内。";
        return $"{period}{territory}{seller}应当自本合同生效之日起三十日内向{buyer}交付实施该技术所需的技术资料，并提供必要的技术指导。履行进度依照合同所附里程碑。";
    }

    private static string OwnershipText(Contract contract, string seller, string buyer)
    {
        var improvements = contract.Terms.Improvements is { Length: > 0 } agreed
            ? agreed.TrimEnd('。') + "。"
            : "一方在履行本合同中对该技术作出的后续改进，归作出改进的一方所有；另一方在同等条件下有优先受让和优先取得许可的权利。";
        return contract.Category[..2] switch
        {
            "ZR" => $"本合同标的的权利自依法登记之日起归{buyer}所有；依法无须登记的，自技术资料交付之日起归{buyer}所有。后续改进：{improvements}",
            "XK" => $"本合同标的的权利仍归{seller}所有，{buyer}依照约定取得实施权。后续改进：{improvements}",
            "KF" => $"履行本合同所完成的技术成果，申请专利的权利归{(contract.Category == "KF02" ? "双方共有" : seller + "所有，" + buyer + "依法实施该专利")}。后续改进：{improvements}",
            _ => $"{seller}利用{buyer}提供的技术资料和工作条件完成的新的技术成果，属于{seller}；{buyer}利用{seller}的工作成果完成的新的技术成果，属于{buyer}。{(contract.Terms.Improvements is { Length: > 0 } ? "后续改进：" + improvements : "")}",
        };
    }

    private static string PriceText(Contract contract, IReadOnlyList<DealMilestone> milestones)
    {
        var terms = contract.Terms;
        var mode = CodeLists.PaymentMode.Find(terms.PaymentMode)?.Zh ?? terms.PaymentMode;
        var amount = terms.Price.Currency == "CNY"
            ? $"人民币 {Figures(terms.Price)} 元（大写：{ChineseAmount.Words(terms.Price.Amount)}）"
            : $"{terms.Price.Currency} {Figures(terms.Price)}";
        var royalty = terms.RoyaltyRate is { } rate
            ? $"另按{terms.RoyaltyBase ?? "销售额"}的 {(rate * 100).ToString("0.####", CultureInfo.InvariantCulture)}% 提成；支付方应当建立专门账目，收款方有权每年查阅（民法典第八百四十六条）。"
            : "";
        var plan = milestones.Count > 0 ? "分期支付的时间和金额依照合同所附里程碑。" : "";
        return $"本合同价款总额为{amount}。支付方式为{mode}。{royalty}{plan}价款的构成依照合同所附明细，非技术性费用单独列明。";
    }

    private static string OtherText(Contract contract)
    {
        var other = contract.Terms.Other is { Length: > 0 } text ? text.TrimEnd('。') + "。" : "";
        var related = contract.RelatedParty ? "双方声明本交易为关联交易，已依照规定公示并披露。" : "";
        return $"{other}{related}本合同以数据电文形式订立（民法典第四百六十九条），双方采用电子签名签署，与手写签名或者盖章具有同等的法律效力（电子签名法第十四条）。本合同自双方签署之日起生效。合同所附价款明细、里程碑和知识产权清单是本合同的组成部分。本合同的变更须经双方以新的版本确认并签署。";
    }

    private static string FeeName(string category) => category[..2] switch
    {
        "ZR" => category == "ZR09" ? "技术作价" : "技术转让费",
        "XK" => "技术许可使用费",
        "KF" => "研究开发经费和报酬",
        "ZX" => "技术咨询报酬",
        _ => "技术服务报酬",
    };

    private static string Figures(Money money) => money.Amount.ToString("N2", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
