using TechMarket.Platform.Problems;
using TechMarket.Platform.Web;
using TechMarket.Trading.Bidding;
using TechMarket.Trading.Deals;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Notices;

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

        AuctionRoutes.Map(x);

        x.MapGet("/deals", ListDeals.Handle);
        x.MapGet("/deals/{id}", GetDeal.Handle).Refuses(Problems.DealNotFound);
    }
}
