using TechMarket.Demands.Needs;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Demands;

/// <summary>How this service's values are written in facts and in the audit trail.</summary>
static class Wire
{
    /// <summary>The state as history shows it: of the next version while one is under way, else of the need.</summary>
    public static string Position(this Demand demand) => demand.Revision is { } revision ? "REVISION_" + revision.Name() : demand.State.Name();

    public static DemandPublished PublishedFact(this Demand d, DateTimeOffset now)
    {
        var text = d.Public ?? throw new InvalidOperationException("Nothing is public yet.");
        return new DemandPublished(
            d.Id.Value, d.Version, d.Number!, d.Source, d.ExternalId, text.Title, text.Type ?? "", text.Keywords, text.FieldCode ?? "", text.AreaCode, text.Description,
            text.Indicators, text.Budget, text.CooperationWays, text.WantedMaturity ?? 0, text.ValidUntil,
            text.Visibility == DemandForm.Audience.Public ? "public" : "verified_institutes", d.OwnerId, d.Poster.Name, d.Poster.Stated, d.State.Name(), now);
    }

    public static DemandStatusChanged StatusFact(this Demand d, DateTimeOffset now) =>
        new(d.Id.Value, d.Version, d.Number!, d.Public!.Title, d.OwnerId, d.State.Name(), d.StateReason, now);

    public static bool ReviewsForBureau(this Caller caller) => caller.OrganisationKind == OrganisationKinds.Bureau && caller.Has(Roles.Reviewer);
}
