using TechMarket.Rules;
using TechMarket.Trading.Copies;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.FixedTerm;

/// <summary>
/// The public notice of an offer's price formula (转化法 18; DOMAIN P-1, P-2). It is one for all takers, before anybody takes the offer up:
/// the price every one of them will pay follows from it without any further agreement.
/// </summary>
static class FixedTermNotices
{
    /// <summary>Who gets it is not known yet, and is not chosen by the price.</summary>
    public const string AnyTaker = "符合条件的不特定受让方";

    public static async Task<PriceNotice> Publish(FixedTermOffer offer, KnownAchievement achievement, TradingDb db, RuleSet rules, DateTimeOffset now,
        CancellationToken ct)
    {
        var terms = FixedTermTerms.DealTermsOf(offer.Kind, offer.Terms, Messages.Money.Yuan(0m), ChinaTime.DayOf(now)) with { StartsOn = null, EndsOn = null };
        var subject = new NoticeSubject(
            PricingModeOf(offer.Kind), offer.AchievementId, offer.Subject.AchievementNumber, offer.Subject.AchievementTitle, offer.SellerId,
            offer.Subject.SellerName,
            Guid.Empty, AnyTaker, terms);
        var contents = new NoticeContents(achievement.PublicSummary, Procedure(offer.Subject.SellerName, rules), Basis(offer), false, null);
        var notice = PriceNotice.Prepare(new NoticeId(Guid.CreateVersion7()), null, subject, contents, offer.DraftedBy, now, fixedTerm: offer.Id);
        notice.Publish(notice.Version, await db.NextNumber("GS", ct), rules.NoticePeriod, WorkingCalendar.China, Guid.CreateVersion7(), now);
        db.Notices.Add(notice);
        db.Publish(NoticeFact.Of(notice, null, now));
        db.Audit(null, "notice", notice.Id.Value, "published", nameof(NoticeState.Prepared), notice.State.ToString(), offer.Number, notice.Contents,
            "permanent");
        await db.SetDeadline(EndNotice.Kind, notice.CurrentRun!.Value, notice.EndsAt!.Value, ct);
        return notice;
    }

    public static string PricingModeOf(FixedTermKind kind) => kind == FixedTermKind.TryThenPay ? "TRY_THEN_PAY" : "OPEN_LICENSE";

    private static string Basis(FixedTermOffer offer)
    {
        var words = $"{(offer.Kind == FixedTermKind.TryThenPay ? "先用后转" : "专利开放许可")}编号 {offer.Number}；计价方式：{PriceFormula.Words(offer.Terms.Price)}；支付方式：{offer.Terms.PaymentWay}";
        return offer.Terms.Trial is { } trial ? $"{words}；免费使用 {trial.FreeMonths} 个月。" : $"{words}。";
    }

    private static string Procedure(string unit, RuleSet rules) =>
        "公示期内，任何单位和个人对计价方式、使用条件有异议的，可在本页实名提出，写明姓名、联系方式和理由。"
        + $"收到异议后公示中止，由{unit}未参与拟定的审批人员核实，并在{rules.ObjectionDecisionPeriod.Words().Zh}内作出决定，决定及理由在本页公布。"
        + "异议不成立的，公示按剩余期限继续；异议成立的，撤回或更正后重新公示。公示期满前任何人不得取用。异议人信息依法保密。";
}
