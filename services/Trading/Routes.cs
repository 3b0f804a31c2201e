using TechMarket.Platform.Problems;
using TechMarket.Platform.Web;
using TechMarket.Trading.Appraisals;
using TechMarket.Trading.Bidding;
using TechMarket.Trading.Confirmations;
using TechMarket.Trading.Deals;
using TechMarket.Trading.Dossiers;
using TechMarket.Trading.FixedTerm;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Notices;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading;

/// <summary>Every URL of this service.</summary>
static class Routes
{
    private static readonly Problem[] Talking = [Problems.NegotiationNotFound, Problems.WrongState, PlatformProblems.NotVerified];

    public static void Map(RouteGroupBuilder x)
    {
        x.MapGet("/todo", GetTodo.Handle);
        x.MapGet("/deal-line", GetDealLine.Handle)
            .Refuses(Problems.OneIdNeeded, Problems.NegotiationNotFound, Problems.DealNotFound, Problems.AchievementNotFound);

        x.MapGet("/openings/{achievementNumber}", GetOpening.Handle).Refuses(Problems.AchievementNotFound);
        x.MapPost("/negotiations", OpenNegotiation.Handle).Refuses(
            PlatformProblems.NotVerified, Problems.AchievementNotFound, Problems.AchievementNotAvailable, Problems.OwnAchievement, Problems.OwnerNotKnown,
            Problems.NotNegotiable, Problems.AlreadyNegotiating, Problems.DemandNotYours, Problems.NegotiationNotFound, Problems.IdReused);
        x.MapGet("/negotiations", ListNegotiations.Handle);
        var one = x.MapGroup("/negotiations/{id}");
        one.MapGet("", GetNegotiation.Handle).Refuses(Problems.NegotiationNotFound);
        one.MapGet("/history", GetHistory.Handle).Refuses(Problems.NegotiationNotFound);
        one.MapPost("/take-up", TakeUpNegotiation.Handle).Refuses([.. Talking, Problems.NotYourMove]);
        one.MapGet("/nda", GetNda.Handle).Refuses(Problems.NegotiationNotFound);
        one.MapPost("/nda", ConfirmNda.Handle).Refuses([.. Talking, Problems.NotYourMove, Problems.NdaTextChanged]);
        one.MapPut("/offers/{offerId}", MakeOffer.Handle).Refuses(
        [
            .. Talking, Problems.OfferNotFound, Problems.IdReused, Problems.ExpiryOutOfRange, Problems.AchievementNotAvailable, Problems.CategoryUnknown,
            Problems.ExclusivityNeeded, Problems.CurrencyNotSupported, Problems.PriceNotPositive, Problems.MilestonesDoNotAddUp,
            Problems.MilestonesDoNotFit, Problems.RoyaltyIncomplete, Problems.PaymentNotDescribed, Problems.PeriodReversed,
        ]);
        one.MapPost("/offers/{offerId}/accept", AcceptOffer.Handle).Refuses(
        [
            .. Talking, Problems.OfferNotFound, Problems.OwnOffer, Problems.OfferNotOpen, Problems.OfferExpired, Problems.AchievementNotAvailable,
            Problems.AchievementClaimed,
        ]);
        one.MapPost("/offers/{offerId}/decline", DeclineOffer.Handle)
            .Refuses([.. Talking, Problems.OfferNotFound, Problems.OwnOffer, Problems.OfferNotOpen, Problems.OfferExpired, Problems.ReasonUnknown]);
        one.MapPost("/decline", DeclineNegotiation.Handle).Refuses([.. Talking, Problems.ReasonUnknown, PlatformProblems.ChangedMeanwhile]);
        one.MapPost("/withdraw", WithdrawNegotiation.Handle).Refuses([.. Talking, PlatformProblems.ChangedMeanwhile]);
        one.MapGet("/messages", ListMessages.Handle).Refuses(Problems.NegotiationNotFound);
        one.MapPut("/messages/{messageId:guid}", PostMessage.Handle).Refuses([.. Talking, Problems.MessageNotFound, Problems.IdReused, Problems.MinutesIncomplete]);
        one.MapPost("/messages/read", ReadMessages.Handle).Refuses(Problems.NegotiationNotFound);
        one.MapGet("/notice", DraftNotice.Handle).Refuses([.. Talking, Problems.NotYourMove, Problems.NoticeNotNeeded]);
        one.MapPut("/notice", PrepareNotice.Handle)
            .Refuses([.. Talking, Problems.NotYourMove, Problems.NoticeNotNeeded, Problems.NoticeWrongState, Problems.RelatedPartyStatementNeeded]);

        x.MapGet("/unit-notices", ListUnitNotices.Handle);
        x.MapGet("/unit-notices/{id}", GetUnitNotice.Handle).Refuses(Problems.NoticeNotFound);
        x.MapPost("/unit-notices/{id}/publish", PublishNotice.Handle)
            .Refuses([.. Talking, Problems.NotYourMove, Problems.NoticeNotFound, Problems.NoticeWrongState, PlatformProblems.ChangedMeanwhile]);
        x.MapPost("/unit-notices/{id}/objections/{objectionId}/decide", DecideObjection.Handle).Refuses(
            Problems.NoticeNotFound, Problems.ObjectionNotFound, Problems.ObjectionDecided, Problems.DeciderNegotiated, Problems.ConsequenceNeeded,
            Problems.NoticeWrongState, PlatformProblems.NotVerified);

        x.MapGet("/notices", ListNotices.Handle).AllowAnonymous();
        x.MapGet("/notices/{number}", GetNotice.Handle).AllowAnonymous().Refuses(Problems.NoticeNotFound);
        x.MapPut("/notices/{number}/objections/{objectionId}", ObjectToNotice.Handle).AllowAnonymous()
            .Refuses(Problems.NoticeNotFound, Problems.ObjectionNotFound, Problems.NoticeNotRunning, Problems.IdReused);

        MapSales(x);
        FixedTermRoutes.Map(x);
        ConfirmationRoutes.Map(x);
        AuctionRoutes.Map(x);

        x.MapGet("/deals", ListDeals.Handle);
        x.MapGet("/deals/{id}", GetDeal.Handle).Refuses(Problems.DealNotFound);
        var dossiers = x.MapGroup("/deals/{id}/dossiers");
        dossiers.MapGet("", ListDossiers.Handle).Refuses(Problems.DealNotFound);
        dossiers.MapPut("/{dossierId}", OpenDossier.Handle).Refuses(Problems.DealNotFound, Problems.DossierNotFound, Problems.IdReused);
        dossiers.MapGet("/{dossierId}", GetDossier.Handle).Refuses(Problems.DealNotFound, Problems.DossierNotFound);
        dossiers.MapGet("/{dossierId}/file", GetDossierFile.Handle).Refuses(Problems.DealNotFound, Problems.DossierNotFound, Problems.DossierNotReady);
        x.MapGet("/dossiers/issued/{fingerprint}", CheckFingerprint.Handle).AllowAnonymous().Refuses(Problems.DossierNotFound);
    }

    private static void MapSales(RouteGroupBuilder x)
    {
        Problem[] own = [Problems.SaleNotFound, Problems.SaleWrongState, PlatformProblems.ChangedMeanwhile, PlatformProblems.NotVerified];
        Problem[] terms =
        [
            Problems.SalePeriodTooShort, Problems.DepositOutOfRange, Problems.AppraisalNeeded, Problems.AppraisalNotFound, Problems.AppraisalExpired,
            Problems.PaymentModeNotForSale, Problems.PaymentSharesDoNotAddUp, Problems.PriorityRanksUnclear, AuctionProblems.RulesInvalid,
            Problems.AuctionHouseCodeMalformed, Problems.AuctionNoticeTooShort, Problems.ViewingTooShort, Problems.AuctionCommissionTooHigh, Problems.AuctionTermsMisplaced,
        ];
        Problem[] plan = [Problems.AuctionHouseNeeded, Problems.ReservePriceNeeded, Problems.AuctionLicenceExpires];
        x.MapGet("/appraisals", ListAppraisals.Handle);
        x.MapPut("/appraisals/{id}", RecordAppraisal.Handle).DisableAntiforgery().Refuses(
            Problems.NotYourAchievement, Problems.AppraisalDatesWrong, Problems.ReportOnRecord, Problems.PriceNotPositive, Problems.IdReused,
            PlatformProblems.FileRefused, PlatformProblems.NotVerified);
        x.MapGet("/appraisals/{id}/file", GetAppraisalFile.Handle).Refuses(Problems.AppraisalNotFound);

        x.MapGet("/valuations", ListValuations.Handle);
        x.MapGet("/valuations/{id}", GetValuation.Handle).Refuses(Problems.ValuationNotFound);
        x.MapPut("/valuations/{id}", Calculate.Handle).Refuses(Problems.OneCalculationNeeded, Problems.IdReused);
        x.MapGet("/comparables", GetComparables.Handle);

        x.MapGet("/sale-opening", GetSaleOpening.Handle);
        x.MapGet("/sales", ListSales.Handle);
        var one = x.MapGroup("/sales/{id}");
        one.MapGet("", GetSale.Handle).Refuses(Problems.SaleNotFound);
        one.MapPut("", DraftSale.Handle).Refuses(
        [
            .. own, .. terms, Problems.IdReused, Problems.AchievementNotFound, Problems.NotYourAchievement, Problems.AchievementNotAvailable, Problems.SaleRunning,
            Problems.CategoryUnknown, Problems.ExclusivityNeeded, Problems.CurrencyNotSupported, Problems.PriceNotPositive, Problems.MilestonesDoNotFit,
            Problems.RoyaltyIncomplete, Problems.PeriodReversed, Problems.AuctionHouseIsSeller, Problems.ReservePriceNeeded, Problems.ReserveBelowBasePrice,
        ]);
        one.MapGet("/history", GetSaleHistory.Handle).Refuses(Problems.SaleNotFound);
        one.MapPost("/documents", AddSaleDocument.Handle).DisableAntiforgery().Refuses([.. own, Problems.TooManyDocuments, PlatformProblems.FileRefused]);
        one.MapDelete("/documents/{fileId:guid}", RemoveSaleDocument.Handle).Refuses([.. own, Problems.SaleDocumentNotFound]);
        one.MapGet("/documents/{fileId:guid}", GetSaleDocument.Handle).Refuses(Problems.SaleDocumentNotFound);
        one.MapPost("/submit", SubmitSale.Handle).Refuses([.. own, .. terms, .. plan, Problems.SaleDocumentsNeeded]);
        one.MapPost("/approve", ApproveSale.Handle).Refuses(own);
        one.MapPost("/return", ReturnSale.Handle).Refuses(own);
        one.MapPost("/announce", AnnounceSale.Handle)
            .Refuses(
            [
                .. own, .. terms, .. plan, Problems.SaleChecklistIncomplete, Problems.ViewingAfterBidding, Problems.AchievementNotAvailable, Problems.AchievementClaimed,
            ]);
        one.MapPost("/withdraw", WithdrawSale.Handle).Refuses([.. own, Problems.SaleAnnounced]);
        one.MapPost("/terminate", TerminateSale.Handle).Refuses(own);
        one.MapPost("/revise", ReviseSale.Handle).Refuses([.. own, Problems.SaleRunning]);
        one.MapPost("/extend", ExtendSale.Handle).Refuses([.. own, Problems.SaleExtensionsUsedUp, Problems.AuctionLicenceExpires]);
        one.MapPost("/end", EndSale.Handle).Refuses(own);
        one.MapPost("/result-notice", CorrectResultNotice.Handle).Refuses([.. own, Problems.RelatedPartyStatementNeeded]);
        one.MapPost("/parties/{partyId}/decide", DecideParty.Handle)
            .Refuses([.. own, Problems.SalePartyNotFound, Problems.SalePartyDecided, Problems.NoPriorityAnnounced, Problems.PriorityTaken]);

        Problem[] taking = [Problems.SaleNotFound, Problems.SaleWrongState, Problems.RegistrationOver, Problems.OwnSale, PlatformProblems.NotVerified];
        one.MapGet("/nda", GetSaleNda.Handle).Refuses(Problems.SaleNotFound);
        one.MapPost("/nda", ConfirmSaleNda.Handle).Refuses([.. taking, Problems.NdaTextChanged]);
        one.MapGet("/registration", GetRegistration.Handle).Refuses(Problems.SaleNotFound);
        one.MapPut("/registration", RegisterForSale.Handle).Refuses(
            [.. taking, AuctionProblems.AuctioneerMayNotBid, Problems.TermsNotAccepted, Problems.RelatedPartyStatementNeeded, Problems.NoPriorityAnnounced, Problems.SalePartyDecided]);
        one.MapPost("/registration/withdraw", WithdrawRegistration.Handle).Refuses([.. taking, Problems.SalePartyNotFound]);
        one.MapPost("/registration/documents", AddPartyDocument.Handle).DisableAntiforgery()
            .Refuses([.. taking, Problems.SalePartyNotFound, Problems.SalePartyDecided, Problems.TooManyDocuments, PlatformProblems.FileRefused]);
        one.MapDelete("/registration/documents/{fileId:guid}", RemovePartyDocument.Handle)
            .Refuses([.. taking, Problems.SalePartyNotFound, Problems.SalePartyDecided, Problems.SaleDocumentNotFound]);
        x.MapGet("/sale-registrations", ListRegistrations.Handle);

        x.MapGet("/announcements", ListAnnouncements.Handle).AllowAnonymous();
        x.MapGet("/announcements/{number}", GetAnnouncement.Handle).AllowAnonymous().Refuses(Problems.SaleNotFound);
        x.MapGet("/announcements/{number}/documents/{fileId:guid}", GetAnnouncedDocument.Handle).AllowAnonymous()
            .Refuses(Problems.SaleNotFound, Problems.SaleDocumentNotFound);
    }
}
