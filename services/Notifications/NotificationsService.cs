using TechMarket.Messages;
using TechMarket.Notifications.Mail;
using TechMarket.Notifications.Notices;
using TechMarket.Notifications.People;
using TechMarket.Notifications.Reactions;
using TechMarket.Platform;
using TechMarket.Platform.Messaging;

namespace TechMarket.Notifications;

/// <summary>The Notifications service's only public surface.</summary>
public static class NotificationsService
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddMarketService<NotificationsDb>("notifications");
        Hear<OnMembershipChanged, MembershipChanged>("membership-changed");
        Hear<OnOrganisationChanged, OrganisationChanged>("organisation-changed");
        Hear<OnVerificationRequested, VerificationRequested>("verification-requested");
        Hear<OnSignUpRepeated, SignUpRepeated>("sign-up-repeated");
        Hear<OnAchievementSubmitted, AchievementSubmitted>("achievement-submitted");
        Hear<OnAchievementReturned, AchievementReturned>("achievement-returned");
        Hear<OnAchievementPublished, AchievementPublished>("achievement-published");
        Hear<OnAchievementStatusChanged, AchievementStatusChanged>("achievement-status-changed");
        Hear<OnConfidentialDetailOpened, ConfidentialDetailOpened>("confidential-detail-opened");
        Hear<OnDemandSubmitted, DemandSubmitted>("demand-submitted");
        Hear<OnDemandReturned, DemandReturned>("demand-returned");
        Hear<OnDemandPublished, DemandPublished>("demand-published");
        Hear<OnDemandStatusChanged, DemandStatusChanged>("demand-status-changed");
        Hear<OnMatchFound, MatchFound>("match-found");
        Hear<OnNegotiationOpened, NegotiationOpened>("negotiation-opened");
        Hear<OnNdaConfirmed, NdaConfirmed>("nda-confirmed");
        Hear<OnNegotiationMessagePosted, NegotiationMessagePosted>("negotiation-message-posted");
        Hear<OnOfferMade, OfferMade>("offer-made");
        Hear<OnNegotiationAgreed, NegotiationAgreed>("negotiation-agreed");
        Hear<OnNegotiationEnded, NegotiationEnded>("negotiation-ended");
        Hear<OnPriceNoticeChanged, PriceNoticeChanged>("price-notice-changed");
        Hear<OnDealConcluded, DealConcluded>("deal-concluded");
        Hear<OnSaleChanged, SaleChanged>("sale-changed");
        Hear<OnFixedTermOfferChanged, FixedTermOfferChanged>("fixed-term-offer-changed");
        Hear<OnUptakeChanged, UptakeChanged>("uptake-changed");
        Hear<OnUptakeReminded, UptakeReminded>("uptake-reminded");
        Hear<OnSalePartyChanged, SalePartyChanged>("sale-party-changed");
        Hear<OnDepositDemanded, DepositDemanded>("deposit-demanded");
        Hear<OnDepositDecided, DepositDecided>("deposit-decided");
        Hear<OnDepositHeld, DepositHeld>("deposit-held");
        Hear<OnDepositSettled, DepositSettled>("deposit-settled");
        Hear<OnAuctionChanged, AuctionChanged>("auction-changed");
        Hear<OnAuctionClosed, AuctionClosed>("auction-closed");
        Hear<OnContractDrafted, ContractDrafted>("contract-drafted");
        Hear<OnContractSigned, ContractSigned>("contract-signed");
        Hear<OnContractEffective, ContractEffective>("contract-effective");
        Hear<OnContractEnded, ContractEnded>("contract-ended");
        Hear<OnRegistrationChanged, RegistrationChanged>("registration-changed");
        Hear<OnContractRegistered, ContractRegistered>("contract-registered");
        Hear<OnContractPaymentConfirmed, ContractPaymentConfirmed>("contract-payment-confirmed");
        Hear<OnMandateChanged, MandateChanged>("mandate-changed");
        Hear<OnLeadChanged, LeadChanged>("lead-changed");
        Hear<OnCommissionEarned, CommissionEarned>("commission-earned");
        Hear<OnCommissionPaid, CommissionPaid>("commission-paid");
        Hear<OnRewardPlanChanged, RewardPlanChanged>("reward-plan-changed");
        builder.AddDeadline<NotificationsDb, SendDigest>(SendDigest.Deadline);
        builder.Services.AddScoped<Notifier>();
        builder.Services.AddScoped<Recipients>();
        builder.Services.AddScoped<Postbox>();
        builder.Services.Configure<SmtpOptions>(builder.Configuration.GetSection("Smtp"));
        builder.Services.AddSingleton<MailWorker>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<MailWorker>());
        builder.Services.AddValidation();

        void Hear<TReaction, TFact>(string fact)
            where TReaction : class, IReaction<TFact>
            where TFact : class => builder.AddReaction<NotificationsDb, TReaction, TFact>("notifications." + fact);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var notifications = routes.MapMarketService("notifications");
        Routes.Map(notifications);
    }
}
