using TechMarket.Platform.Problems;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.FixedTerm;

/// <summary>Every URL of fixed-term offers and uptakes.</summary>
static class FixedTermRoutes
{
    public static void Map(RouteGroupBuilder x)
    {
        MapOffers(x);
        MapUptakes(x.MapGroup("/uptakes/{id}"));
        x.MapGet("/uptakes", ListUptakes.Handle);
        x.MapGet("/open-offers", ListOpenOffers.Handle).AllowAnonymous();
        x.MapGet("/open-offers/{number}", GetOpenOffer.Handle).AllowAnonymous().Refuses(FixedTermProblems.OfferNotFound);
    }

    private static void MapOffers(RouteGroupBuilder x)
    {
        Problem[] own = [FixedTermProblems.OfferNotFound, FixedTermProblems.OfferWrongState, PlatformProblems.ChangedMeanwhile, PlatformProblems.NotVerified];
        Problem[] price = [FixedTermProblems.PriceIncomplete, FixedTermProblems.PriceTooHigh, FixedTermProblems.BoundsReversed,
            Problems.CurrencyNotSupported, Problems.PriceNotPositive];
        Problem[] terms =
        [
            .. price, FixedTermProblems.TermsMisplaced, FixedTermProblems.PeriodNeeded, FixedTermProblems.ReportsNeeded, FixedTermProblems.ThresholdMisplaced,
            FixedTermProblems.OneTakerOnly, FixedTermProblems.ValidityOver, FixedTermProblems.OpenLicenceIsOrdinary, FixedTermProblems.PatentNotOnRecord,
            FixedTermProblems.EvaluationReportNeeded,
        ];
        x.MapPost("/fixed-term-price", ReckonPrice.Handle).Refuses([.. price, FixedTermProblems.SalesOutOfRange]);
        x.MapGet("/fixed-term-opening", GetFixedTermOpening.Handle);
        x.MapGet("/fixed-term-offers", ListFixedTermOffers.Handle);
        var one = x.MapGroup("/fixed-term-offers/{id}");
        one.MapGet("", GetFixedTermOffer.Handle).Refuses(FixedTermProblems.OfferNotFound);
        one.MapGet("/history", GetFixedTermOfferHistory.Handle).Refuses(FixedTermProblems.OfferNotFound);
        one.MapPut("", DraftFixedTermOffer.Handle).Refuses(
        [
            .. own, .. terms, Problems.IdReused, Problems.AchievementNotFound, Problems.NotYourAchievement, FixedTermProblems.NotPublished,
            Problems.CategoryUnknown,
            Problems.ExclusivityNeeded,
        ]);
        one.MapPost("/submit", SubmitFixedTermOffer.Handle).Refuses([.. own, .. terms]);
        one.MapPost("/approve", ApproveFixedTermOffer.Handle).Refuses(own);
        one.MapPost("/return", ReturnFixedTermOffer.Handle).Refuses(own);
        one.MapPost("/publish", PublishFixedTermOffer.Handle).Refuses(
        [
            .. own, .. terms, FixedTermProblems.ChecklistIncomplete, FixedTermProblems.OpenOfferStands, Problems.AchievementNotAvailable,
            Problems.AchievementInSale,
            Problems.AchievementClaimed,
        ]);
        one.MapPost("/withdraw", WithdrawFixedTermOffer.Handle).Refuses(own);
        one.MapPut("/uptakes/{uptakeId}", TakeUpOffer.Handle).Refuses(
            FixedTermProblems.OfferNotFound, Problems.IdReused, FixedTermProblems.OwnOffer, FixedTermProblems.NotOpen, Problems.AchievementNotAvailable,
            Problems.TermsNotAccepted, FixedTermProblems.PurposeNeeded, FixedTermProblems.NoPlaceLeft, FixedTermProblems.AlreadyTaken,
            Problems.RelatedPartyStatementNeeded, FixedTermProblems.PatentNotOnRecord, PlatformProblems.NotVerified);
    }

    private static void MapUptakes(RouteGroupBuilder one)
    {
        Problem[] steps =
        [
            FixedTermProblems.UptakeNotFound, FixedTermProblems.UptakeWrongState, Problems.NotYourMove, PlatformProblems.ChangedMeanwhile,
            PlatformProblems.NotVerified,
        ];
        Problem[] periods =
        [
            FixedTermProblems.NoReportsAgreed, FixedTermProblems.SalesOutOfRange, FixedTermProblems.ReportConfirmed, FixedTermProblems.ReportGap,
            FixedTermProblems.ReportOverlaps, FixedTermProblems.ReportInFuture, FixedTermProblems.ReportBeyondEnd, Problems.PeriodReversed, Problems.IdReused,
        ];
        one.MapGet("", GetUptake.Handle).Refuses(FixedTermProblems.UptakeNotFound);
        one.MapGet("/history", GetUptakeHistory.Handle).Refuses(FixedTermProblems.UptakeNotFound);
        one.MapPost("/screen", ScreenUptake.Handle).Refuses([.. steps, Problems.AchievementNotAvailable, FixedTermProblems.NotOpen,
            FixedTermProblems.NoPlaceLeft]);
        one.MapPost("/take-back", TakeBackUptake.Handle).Refuses(steps);
        one.MapPut("/reports/{reportId:guid}", FileUsageReport.Handle).Refuses([.. steps, .. periods]);
        one.MapPost("/reports/{reportId:guid}/confirm", ConfirmUsageReport.Handle).Refuses([.. steps, FixedTermProblems.ReportNotFound]);
        one.MapPost("/reports/{reportId:guid}/dispute", DisputeUsageReport.Handle)
            .Refuses([.. steps, FixedTermProblems.ReportNotFound, FixedTermProblems.ReportAnswered]);
        one.MapPost("/decide", DecideTrial.Handle).Refuses([.. steps, FixedTermProblems.NotByDecision, FixedTermProblems.FreePeriodOver]);
        one.MapPost("/exit", ExitTrial.Handle).Refuses(
        [
            .. steps, .. periods, FixedTermProblems.FreePeriodOver, FixedTermProblems.ReportDisputed, FixedTermProblems.FinalReportNeeded,
            FixedTermProblems.TriggerMet,
        ]);
        one.MapPost("/convert", ConvertUptake.Handle)
            .Refuses([.. steps, FixedTermProblems.PaymentOverdue, FixedTermProblems.PriceChanged, Problems.AchievementNotAvailable]);
        one.MapPost("/guarantee-claim", ClaimGuarantee.Handle).Refuses([.. steps, FixedTermProblems.NoGuarantee]);
    }
}
