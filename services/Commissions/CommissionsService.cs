using Microsoft.Extensions.DependencyInjection.Extensions;
using TechMarket.Commissions.Deals;
using TechMarket.Commissions.Earnings;
using TechMarket.Commissions.Mandates;
using TechMarket.Commissions.Organisations;
using TechMarket.Commissions.Postings;
using TechMarket.Commissions.Rewards;
using TechMarket.Messages;
using TechMarket.Platform;
using TechMarket.Rules;

namespace TechMarket.Commissions;

/// <summary>The Commissions service's only public surface.</summary>
public static class CommissionsService
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddMarketService<CommissionsDb>("commissions");
        builder.AddReaction<CommissionsDb, OnOrganisationChanged, OrganisationChanged>("commissions.organisation-changed");
        builder.AddReaction<CommissionsDb, OnAchievementPublished, AchievementPublished>("commissions.achievement-published");
        builder.AddReaction<CommissionsDb, OnAchievementStatusChanged, AchievementStatusChanged>("commissions.achievement-status-changed");
        builder.AddReaction<CommissionsDb, OnDemandPublished, DemandPublished>("commissions.demand-published");
        builder.AddReaction<CommissionsDb, OnDemandStatusChanged, DemandStatusChanged>("commissions.demand-status-changed");
        builder.AddReaction<CommissionsDb, OnDealConcluded, DealConcluded>("commissions.deal-concluded");
        builder.AddReaction<CommissionsDb, OnContractEffective, ContractEffective>("commissions.contract-effective");
        builder.AddReaction<CommissionsDb, OnContractRegistered, ContractRegistered>("commissions.contract-registered");
        builder.AddReaction<CommissionsDb, OnContractPaymentConfirmed, ContractPaymentConfirmed>("commissions.contract-payment-confirmed");
        builder.AddReaction<CommissionsDb, OnContractEnded, ContractEnded>("commissions.contract-ended");
        builder.AddReaction<CommissionsDb, OnCommissionPaidOut, CommissionPaidOut>("commissions.commission-paid-out");
        builder.AddDeadline<CommissionsDb, EndExpiredMandate>(EndExpiredMandate.Deadline);
        builder.AddDeadline<CommissionsDb, EndRewardNotice>(EndRewardNotice.Deadline);
        builder.Services.AddScoped<Reckoning>();
        builder.Services.AddScoped<RewardReckoning>();
        builder.Services.AddSingleton<ContactVault>();
        builder.Services.AddValidation();
        builder.Services.TryAddSingleton(RegionProfiles.Get(builder.Configuration["Market:Profile"] ?? "CN"));
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var commissions = routes.MapMarketService("commissions");
        Routes.Map(commissions);
    }
}
