using TechMarket.Listings.Achievements;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Listings;

/// <summary>How this service's values are written in facts and in the audit trail.</summary>
static class Wire
{
    public const string UnitStage = "unit";
    public const string PlatformStage = "platform";

    public static string Stage(this EditState review) => review == EditState.UnitReview ? UnitStage : PlatformStage;

    /// <summary>The state as history shows it: of the next version while one is under way, else of the achievement.</summary>
    public static string Position(this Achievement achievement) => achievement.Revision is { } revision ? "REVISION_" + revision.Name() : achievement.State.Name();

    /// <summary>The public text as others hear it. The confidential detail is not known here.</summary>
    public static AchievementPublished PublishedFact(this Achievement a, DateTimeOffset now)
    {
        var text = a.Public ?? throw new InvalidOperationException("Nothing is public yet.");
        return new AchievementPublished(
            a.Id.Value, a.Version, a.Number!, a.Source, a.ExternalId, text.Title, text.Keywords, text.FieldCode ?? "", text.ReadinessLevel(), text.AreaCode,
            [.. text.IpRights.Select(r => new IpRight(r.Kind, r.Number, r.Owner, r.Status?.Name(), r.ExpiresOn))], text.PublicSummary, text.TransferWays,
            text.PricingMode, text.ExpectedPrice, a.OwnerId, a.Holder.Name, a.Holder.Kind, a.Holder.IsPublicInstitution, a.Holder.Stated,
            a.HasConfidentialDetail, a.State.Name(), now);
    }

    public static AchievementStatusChanged StatusFact(this Achievement a, DateTimeOffset now) =>
        new(a.Id.Value, a.Version, a.Number!, a.Public!.Title, a.OwnerId, a.State.Name(), a.StateReason ?? a.DealNote, now);

    public static AchievementSubmitted SubmittedFact(this Achievement a, EditState stage, DateTimeOffset now) =>
        new(a.Id.Value, a.Version, a.Title, a.OwnerId, a.Holder.Name, stage.Stage(), a.SubmittedBy!.Value, now);

    public static bool ReviewsForBureau(this Caller caller) =>
        caller.OrganisationKind == OrganisationKinds.Bureau && caller.Has(Roles.Reviewer);
}
