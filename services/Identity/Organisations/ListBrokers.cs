using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>Everybody sees the verified brokers 技术经纪人, agencies and individuals.</summary>
static class ListBrokers
{
    public static Task<Ok<ListOrganisations.Response>> Handle(
        IdentityDb db, CancellationToken ct, [RegularExpression("^(broker_agency|individual_broker)$")] string? kind = null, [StringLength(100)] string? q = null,
        [Range(1, 10_000)] int page = 1, [Range(1, 100)] int size = 20) =>
        ListOrganisations.Find(db, kind is null ? [OrganisationKinds.BrokerAgency, OrganisationKinds.IndividualBroker] : [kind], q, page, size, ct);
}
