using System.Security.Cryptography;
using System.Text;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Negotiations;

/// <summary>The non-disclosure duty a buyer confirms. Chinese is the language of record; the hash covers both.</summary>
sealed record NdaText(string Zh, string En, string Hash)
{
    public static NdaText For(Negotiation negotiation) =>
        For(negotiation.SellerName, negotiation.BuyerName, negotiation.AchievementTitle, negotiation.AchievementNumber, ("洽谈编号", "Negotiation"), negotiation.Number);

    public static NdaText For(Sale sale, string party) => For(
        sale.Subject.SellerName, party, sale.Subject.AchievementTitle, sale.Subject.AchievementNumber, ("项目编号", "Sale"), sale.Number);

    private static NdaText For(string seller, string buyer, string title, string achievementNumber, (string Zh, string En) kind, string number)
    {
        var zh = $"""
            保密确认书

            披露方：{seller}
            接收方：{buyer}
            科技成果：{title}（{achievementNumber}）
            {kind.Zh}：{number}

            一、接收方在洽谈中获知的未公开技术信息、经营信息及往来条款均为保密信息，不论以书面、电子或口头形式提供。
            二、接收方仅为评估和洽谈本成果的转化使用保密信息，不得用于其他目的，不得就其申请知识产权。
            三、接收方仅向确有必要知悉且负有同等保密义务的人员披露，并对其行为负责；未经披露方书面同意，不向第三方披露。
            四、下列信息不属保密信息：披露前已公开的；接收方合法先知的；非因接收方过错而公开的；依法应当披露的（应事先通知披露方）。
            五、洽谈终止后，接收方应按披露方要求返还或销毁载有保密信息的资料。保密义务自确认之日起五年内有效，技术秘密在其公开前持续有效（民法典第五百零一条、第八百七十一条）。
            六、每次查阅保密资料均由平台留痕，披露方可查。
            """;
        var en = $"""
            Confirmation of confidentiality

            Disclosing party: {seller}
            Receiving party: {buyer}
            Achievement: {title} ({achievementNumber})
            {kind.En}: {number}

            1. Unpublished technical and business information and the terms exchanged in this negotiation are confidential, in whatever form they are given.
            2. The receiving party uses them only to assess and negotiate the transfer of this achievement, for nothing else, and does not seek rights in them.
            3. It passes them only to people who need them and are bound in the same way, answers for those people, and passes them to nobody else without written consent.
            4. Not confidential is what was public before, what the receiving party lawfully knew, what becomes public without its fault, and what the law obliges it to disclose after telling the disclosing party.
            5. After the talks it returns or destroys the material on request. The duty lasts five years from confirmation, for know-how until it becomes public (Civil Code 501, 871).
            6. Every opening of confidential material is recorded by the market and shown to the disclosing party.

            The Chinese text prevails.
            """;
        return new NdaText(zh, en, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(zh + "\n\n" + en))));
    }
}
