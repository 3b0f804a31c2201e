using Microsoft.Extensions.DependencyInjection.Extensions;
using TechMarket.Messages;
using TechMarket.Platform;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Bidding;
using TechMarket.Trading.Copies;
using TechMarket.Trading.Dossiers;
using TechMarket.Trading.FixedTerm;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Notices;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading;

/// <summary>The Trading service's only public surface.</summary>
public static class TradingService
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddMarketService<TradingDb>("trading");
        builder.Services.AddValidation();
        builder.Services.TryAddSingleton(RegionProfiles.Get(builder.Configuration["Market:Profile"] ?? "CN"));
        builder.Services.AddOptions<TradingOptions>().Configure<RegionProfile>((options, profile) =>
        {
            if (profile.IsDemonstration) options.OfferShortest = TradingOptions.OfferShortestInDemonstrations;
        }).BindConfiguration("Trading");
        builder.Services.AddSingleton<ContactVault>();
        builder.Services.AddCredentialProofs();

        builder.AddReaction<TradingDb, OnAchievementPublished, AchievementPublished>("trading.achievement-published");
        builder.AddReaction<TradingDb, OnAchievementStatusChanged, AchievementStatusChanged>("trading.achievement-status-changed");
        builder.AddReaction<TradingDb, OnOrganisationChanged, OrganisationChanged>("trading.organisation-changed");
        builder.AddReaction<TradingDb, OnDemandPublished, DemandPublished>("trading.demand-published");
        builder.AddReaction<TradingDb, OnLeadChanged, LeadChanged>("trading.lead-changed");
        builder.AddReaction<TradingDb, OnContractDrafted, ContractDrafted>("trading.contract-drafted");
        builder.AddReaction<TradingDb, OnContractSigned, ContractSigned>("trading.contract-signed");
        builder.AddReaction<TradingDb, OnContractEffective, ContractEffective>("trading.contract-effective");
        builder.AddReaction<TradingDb, OnRegistrationChanged, RegistrationChanged>("trading.registration-changed");
        builder.AddReaction<TradingDb, OnContractRegistered, ContractRegistered>("trading.contract-registered");
        builder.AddReaction<TradingDb, OnContractPaymentConfirmed, ContractPaymentConfirmed>("trading.contract-payment-confirmed");
        builder.AddReaction<TradingDb, OnCommissionEarned, CommissionEarned>("trading.commission-earned");
        builder.AddReaction<TradingDb, OnCommissionPaid, CommissionPaid>("trading.commission-paid");

        builder.AddReaction<TradingDb, OnContractEnded, ContractEnded>("trading.contract-ended");
        builder.AddReaction<TradingDb, OnSaleDepositHeld, DepositHeld>("trading.sale-deposit-held");
        builder.AddReaction<TradingDb, OnSaleDepositSettled, DepositSettled>("trading.sale-deposit-settled");
        builder.AddReaction<TradingDb, OnSaleAuctionClosed, AuctionClosed>("trading.sale-auction-closed");
        builder.AddReaction<TradingDb, OnSaleAuctionChanged, AuctionChanged>("trading.sale-auction-changed");

        builder.AddDeadline<TradingDb, ExpireOffer>(ExpireOffer.Kind);
        builder.AddDeadline<TradingDb, StallNegotiation>(StallNegotiation.Kind);
        builder.AddDeadline<TradingDb, EndNotice>(EndNotice.Kind);
        builder.AddDeadline<TradingDb, CloseSale>(CloseSale.Kind);
        builder.AddDeadline<TradingDb, DecideSale>(DecideSale.Kind);
        AddFixedTerm(builder);
        AddBidding(builder);
        AddDossiers(builder);
    }

    /// <summary>Recomputes chain and winner of an exported auction log.</summary>
    public static Task<int> Replay(string[] args, TextWriter output) => ReplayCommand.Run(args, output);

    /// <summary>Recomputes every hash of an evidence dossier.</summary>
    public static Task<int> VerifyDossier(string[] args, TextWriter output) => VerifyDossierCommand.Run(args, output);

    private static void AddFixedTerm(WebApplicationBuilder builder)
    {
        builder.AddDeadline<TradingDb, ExpireFixedTermOffer>(ExpireFixedTermOffer.Kind);
        builder.AddDeadline<TradingDb, EndTrial>(EndTrial.Kind);
        builder.AddDeadline<TradingDb, AwaitLastReport>(AwaitLastReport.Kind);
        builder.AddDeadline<TradingDb, AwaitConclusion>(AwaitConclusion.Kind);
        builder.AddDeadline<TradingDb, ConfirmBySilence>(ConfirmBySilence.Kind);
        builder.AddDeadline<TradingDb, RemindTaker>(RemindTaker.Kind);
        builder.AddDeadline<TradingDb, RemindOfPayment>(RemindOfPayment.Kind);
    }

    private static void AddBidding(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AuctionVault>();
        builder.Services.AddSingleton<BiddingStore>();
        builder.Services.AddSingleton<LiveRooms>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LiveRooms>());
        builder.Services.AddSingleton<BiddingWriter>();
        builder.Services.AddHostedService(services => services.GetRequiredService<BiddingWriter>());
        builder.AddReaction<TradingDb, OnDepositHeld, DepositHeld>("trading.deposit-held");
        builder.AddReaction<TradingDb, OnDepositSettled, DepositSettled>("trading.deposit-settled");
        builder.AddDeadline<TradingDb, AdvanceAuction>(AdvanceAuction.Kind);
    }

    private static void AddDossiers(WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<SalePapers>();
        builder.Services.AddScoped<NoticePapers>();
        builder.Services.AddScoped<DossierPapers>();
        builder.Services.AddScoped<DossierMaker>();
        builder.Services.AddScoped<UptakeTurns>();
        builder.AddReaction<TradingDb, OnAchievementEvidenceGiven, AchievementEvidenceGiven>("trading.achievement-evidence-given");
        builder.AddReaction<TradingDb, OnContractEvidenceGiven, ContractEvidenceGiven>("trading.contract-evidence-given");
        builder.AddDeadline<TradingDb, AbandonDossier>(AbandonDossier.Kind);
    }

    public static void Map(IEndpointRouteBuilder routes) => Routes.Map(routes.MapMarketService("trading"));
}

/// <summary>Settings below <c>Trading</c>.</summary>
sealed class TradingOptions
{
    /// <summary>The demonstration profile counts in minutes.</summary>
    public static readonly TimeSpan OfferShortestInDemonstrations = TimeSpan.FromMinutes(1);

    /// <summary>The other side needs at least this long to answer an offer.</summary>
    public TimeSpan OfferShortest { get; set; } = TimeSpan.FromMinutes(10);

    public TimeSpan OfferLongest { get; set; } = TimeSpan.FromDays(180);
}
