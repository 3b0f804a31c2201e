using Microsoft.Extensions.DependencyInjection.Extensions;
using TechMarket.Demands.Imports;
using TechMarket.Demands.Progress;
using TechMarket.Messages;
using TechMarket.Platform;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Demands;

/// <summary>The Demands service's only public surface.</summary>
public static class DemandsService
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddMarketService<DemandsDb>(DemandsDb.ServiceName);
        builder.AddReaction<DemandsDb, OnNegotiationOpened, NegotiationOpened>("demands.negotiation-opened");
        builder.AddReaction<DemandsDb, OnNegotiationEnded, NegotiationEnded>("demands.negotiation-ended");
        builder.AddReaction<DemandsDb, OnContractEffective, ContractEffective>("demands.contract-effective");
        builder.AddReaction<DemandsDb, OnAchievementPublished, AchievementPublished>("demands.achievement-published");
        builder.AddDeadline<DemandsDb, ExpireDemand>(ExpireDemand.Deadline);
        builder.AddImports<DemandsDb, TakeDemandRow>();
        builder.Services.TryAddSingleton<PublicPages>();
        builder.Services.AddValidation();
    }

    public static void Map(IEndpointRouteBuilder routes) => Routes.Map(routes.MapMarketService(DemandsDb.ServiceName));

    /// <summary>Data sources import under their code; enterprises, universities and institutes their own needs.</summary>
    internal static string SourceOf(Caller caller) => ImportSources.SourceOf(
        caller, [OrganisationKinds.Enterprise, OrganisationKinds.University, OrganisationKinds.Institute], Roles.Purchaser);
}
