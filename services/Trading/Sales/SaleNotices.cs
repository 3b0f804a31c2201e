using Microsoft.EntityFrameworkCore;
using TechMarket.Rules;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.Sales;

/// <summary>The public notice of a sale's result: who gets it, at what price, found how (DOMAIN 7, RESULT_NOTICE).</summary>
static class SaleNotices
{
    /// <summary>Announces the result at once; nobody has to think of it.</summary>
    public static async Task Publish(Sale sale, NoticeContents? corrected, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        var result = sale.Result!;
        var contents = corrected ?? await Contents(sale, db, rules, ct);
        var subject = new NoticeSubject(
            result.PricingMode, sale.AchievementId, sale.Subject.AchievementNumber, sale.Subject.AchievementTitle, sale.SellerId, sale.Subject.SellerName,
            result.TransfereeId, result.TransfereeName, result.Terms);
        var talks = result.NegotiationId is { } negotiation ? new NegotiationId(negotiation) : (NegotiationId?)null;
        var notice = PriceNotice.Prepare(new NoticeId(Guid.CreateVersion7()), talks, subject, contents, sale.DraftedBy, now, sale.Id);
        notice.Publish(notice.Version, await db.NextNumber("GS", ct), rules.ResultNoticePeriod, WorkingCalendar.China, Guid.CreateVersion7(), now);
        db.Notices.Add(notice);
        db.Publish(NoticeFact.Of(notice, null, now));
        db.Audit(null, "notice", notice.Id.Value, "published", nameof(NoticeState.Prepared), notice.State.ToString(), sale.Number, notice.Contents, "permanent");
        await db.SetDeadline(EndNotice.Kind, notice.CurrentRun!.Value, notice.EndsAt!.Value, ct);
    }

    private static async Task<NoticeContents> Contents(Sale sale, TradingDb db, RuleSet rules, CancellationToken ct)
    {
        var summary = await db.KnownAchievements.Where(a => a.Id == sale.AchievementId).Select(a => a.PublicSummary).SingleAsync(ct);
        var terms = sale.Announced!.Terms;
        var winner = sale.PartyOf(sale.Result!.PartyId);
        var how = sale.Result.PricingMode switch
        {
            "AUCTION" => sale.Result.ByPriority ? "拍卖成交，优先购买权人以最高应价受让" : "拍卖成交，价高者得",
            "ONLINE_BIDDING" => sale.Result.ByPriority ? "挂牌后网络竞价，优先购买权人以最高应价受让" : "挂牌后网络竞价，价高者得",
            _ => "挂牌期满征集到一家合格意向方，以不低于挂牌底价协商",
        };
        if (sale.Mode == SaleMode.Auction && terms.Auction is { } plan)
        {
            var auction = $"拍卖项目编号 {sale.Number}，起拍价 {terms.BasePrice.Amount:#,##0.00} 元（{terms.Basis.Statement}）；"
                + $"拍卖人 {plan.House.Name}（拍卖经营批准证书 {plan.House.LicenceNumber}），拍卖师 {plan.Auctioneer.Name}；{how}。";
            return new NoticeContents(summary, Procedure(sale.Subject.SellerName, rules), auction, winner.Registration?.RelatedParty ?? false, winner.Registration?.RelatedStatement);
        }
        var basis = $"挂牌编号 {sale.Number}，挂牌底价 {terms.BasePrice.Amount:#,##0.00} 元（{terms.Basis.Statement}）；{how}。";
        return new NoticeContents(
            summary, Procedure(sale.Subject.SellerName, rules), basis, winner.Registration?.RelatedParty ?? false, winner.Registration?.RelatedStatement);
    }

    private static string Procedure(string unit, RuleSet rules) =>
        "公示期内，任何单位和个人对挂牌过程、受让方或成交价格有异议的，可在本页实名提出，写明姓名、联系方式和理由。"
        + $"收到异议后公示中止，由{unit}未参与本次交易的审批人员核实，并在{rules.ObjectionDecisionPeriod.Words().Zh}内作出决定，决定及理由在本页公布。"
        + "异议不成立的，公示按剩余期限继续；异议成立的，取消成交结果或更正后重新公示。异议人信息依法保密。";
}
