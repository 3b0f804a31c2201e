using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Notices;

/// <summary>The seller opens the notice form: what it will announce, with texts to start from, or what was prepared before.</summary>
static class DraftNotice
{
    /// <param name="PeriodZh">How long it will run.</param>
    public sealed record Response(
        Guid? NoticeId, long? Version, string AchievementTitle, string SellerName, string BuyerName, DealTerms Terms, string Summary, string Procedure,
        string? PriceBasis, bool RelatedParty, string? RelatedPartyStatement, string PeriodZh, string PeriodEn);

    public static async Task<Ok<Response>> Handle(
        NegotiationId id, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var negotiation = await db.Negotiations.AsNoTracking().Include(n => n.Offers).SingleOrDefaultAsync(n => n.Id == id, ct)
            ?? throw Problems.NegotiationNotFound.Now();
        caller.ActorIn(negotiation, Side.Seller);
        if (!negotiation.NoticeRequired) throw Problems.NoticeNotNeeded.Now();
        if (!negotiation.Allows(NegotiationStep.BeginNotice)) throw Problems.WrongState.With(("state", negotiation.State), ("step", NegotiationStep.BeginNotice));
        var last = await db.Notices.AsNoTracking().Where(n => n.NegotiationId == id).OrderByDescending(n => n.PreparedAt).FirstOrDefaultAsync(ct);
        var prepared = last?.State == NoticeState.Prepared ? last : null;
        var rules = profile.At(clock.GetUtcNow());
        var period = rules.NoticePeriod.Words();
        // A corrected notice starts from the text of the one before.
        var contents = last?.Contents ?? new NoticeContents(
            await db.KnownAchievements.Where(a => a.Id == negotiation.AchievementId).Select(a => a.PublicSummary).SingleAsync(ct),
            Procedure(negotiation.SellerName, rules), null, false, null);
        return TypedResults.Ok(new Response(
            prepared?.Id.Value, prepared?.Version, negotiation.AchievementTitle, negotiation.SellerName, negotiation.BuyerName, negotiation.Agreed!.Terms,
            contents.Summary, contents.Procedure, contents.PriceBasis, contents.RelatedParty, contents.RelatedPartyStatement, period.Zh, period.En));
    }

    private static string Procedure(string unit, RuleSet rules) =>
        $"公示期内，任何单位和个人对本次转化的成果名称、拟交易价格、受让方或定价过程有异议的，可在本页实名提出，写明姓名、联系方式和理由。"
        + $"收到异议后公示中止，由{unit}未参与洽谈的审批人员核实，并在{rules.ObjectionDecisionPeriod.Words().Zh}内作出决定，决定及理由在本页公布。"
        + "异议不成立的，公示按剩余期限继续；异议成立的，取消本次交易或更正后重新公示。异议人信息依法保密。";
}
