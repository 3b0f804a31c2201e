using Microsoft.Extensions.DependencyInjection.Extensions;
using TechMarket.Listings.Achievements;
using TechMarket.Listings.Commitments;
using TechMarket.Listings.Dossiers;
using TechMarket.Listings.Imports;
using TechMarket.Messages;
using TechMarket.Platform;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Listings;

/// <summary>The Listings service's only public surface.</summary>
public static class ListingsService
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddMarketService<ListingsDb>(ListingsDb.ServiceName);
        builder.AddReaction<ListingsDb, OnNdaConfirmed, NdaConfirmed>("listings.nda-confirmed");
        builder.AddReaction<ListingsDb, OnNegotiationAgreed, NegotiationAgreed>("listings.negotiation-agreed");
        builder.AddReaction<ListingsDb, OnNegotiationEnded, NegotiationEnded>("listings.negotiation-ended");
        builder.AddReaction<ListingsDb, OnDealConcluded, DealConcluded>("listings.deal-concluded");
        builder.AddReaction<ListingsDb, OnSaleChanged, SaleChanged>("listings.sale-changed");
        builder.AddReaction<ListingsDb, OnFixedTermOfferChanged, FixedTermOfferChanged>("listings.fixed-term-offer-changed");
        builder.AddReaction<ListingsDb, OnContractEnded, ContractEnded>("listings.contract-ended");
        builder.AddReaction<ListingsDb, OnContractRegistered, ContractRegistered>("listings.contract-registered");
        builder.AddReaction<ListingsDb, OnDossierOpened, DossierOpened>("listings.dossier-opened");
        builder.AddDeadline<ListingsDb, WatchRights>(WatchRights.Deadline);
        builder.AddImports<ListingsDb, TakeAchievementRow>();
        builder.Services.TryAddSingleton<PublicPages>();
        builder.Services.AddValidation();
    }

    public static void Map(IEndpointRouteBuilder routes) => Routes.Map(routes.MapMarketService(ListingsDb.ServiceName));

    /// <summary>Data sources import under their code; universities, institutes and enterprises their own achievements.</summary>
    internal static string SourceOf(Caller caller) => ImportSources.SourceOf(
        caller, [OrganisationKinds.University, OrganisationKinds.Institute, OrganisationKinds.Enterprise], Roles.Publisher);
}
