using TechMarket.Platform.Web;
using TechMarket.Trading.FixedTerm;

namespace TechMarket.Trading.Dossiers;

/// <summary>How a fixed-term offer led to the deal: the public terms, the reports, the trigger, how the price came about.</summary>
static class UptakePapers
{
    public static void Add(PaperFolder folder, Uptake uptake)
    {
        var path = folder.Json("2-pricing/uptake.json", "先用后转或开放许可记录", new
        {
            uptake.Number, uptake.OfferNumber, Kind = uptake.Kind.Name(), Taker = uptake.Taker.Name, uptake.Terms, uptake.Application.RelatedParty,
            uptake.AppliedAt,
            AcceptedAt = uptake.Screening?.At, uptake.StartsOn, uptake.EndsOn,
            Reports = uptake.Reports.OrderBy(r => r.From).Select(r => new { r.From, r.To, r.Sales, r.Final, State = r.State.Name(), r.FiledAt, r.AnsweredAt }),
            TriggeredBy = uptake.TriggeredBy?.Name(), uptake.TriggeredAt, uptake.Price, uptake.PayBy, uptake.ConvertedAt,
        });
        folder.Line("pricing", uptake.AppliedAt, "取用", "Taken up", $"{uptake.OfferNumber} {uptake.Taker.Name}", path);
        if (uptake.TriggeredAt is { } triggered) folder.Line("pricing", triggered, "达到付费条件", "Trigger met", uptake.TriggeredBy!.Value.Name(), path);
        if (uptake is { Price: { } price, ConvertedAt: { } converted })
            folder.Line("pricing", converted, "按公布的计价方式确认成交", "Concluded by the published formula", DossierWords.Money(price.Price), path);
    }
}
