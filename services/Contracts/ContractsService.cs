using Microsoft.Extensions.DependencyInjection.Extensions;
using TechMarket.Contracts.Certificates;
using TechMarket.Contracts.Dossiers;
using TechMarket.Contracts.Organisations;
using TechMarket.Contracts.Payments;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Platform;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts;

/// <summary>The Contracts service's only public surface.</summary>
public static class ContractsService
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddMarketService<ContractsDb>("contracts");
        builder.AddReaction<ContractsDb, OnOrganisationChanged, OrganisationChanged>("contracts.organisation-changed");
        builder.AddReaction<ContractsDb, OnDealConcluded, DealConcluded>("contracts.deal-concluded");
        builder.AddReaction<ContractsDb, OnPaymentReleased, PaymentReleased>("contracts.payment-released");
        builder.AddReaction<ContractsDb, OnDossierOpened, DossierOpened>("contracts.dossier-opened");
        builder.AddDeadline<ContractsDb, GiveEvidence>(GiveEvidence.Kind);
        builder.Services.AddValidation();
        builder.Services.AddCredentialProofs();
        builder.Services.TryAddSingleton(RegionProfiles.Get(builder.Configuration["Market:Profile"] ?? "CN"));
        builder.Services.AddSingleton<PublicAddress>();
    }

    public static void Map(IEndpointRouteBuilder routes) => Routes.Map(routes.MapMarketService("contracts"));
}
