using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechMarket.Listings.Achievements;
using TechMarket.Messages;
using TechMarket.Platform.Audit;
using TechMarket.Platform.Data;
using TechMarket.Platform.Messaging;

namespace TechMarket.Listings.Dossiers;

/// <summary>The evidence dossier of a deal is being made: gives the achievement's public page and what its audit trail says of submitting, reviewing and publishing it.</summary>
sealed class OnDossierOpened(ListingsDb db, TimeProvider clock) : IReaction<DossierOpened>
{
    private const string Path = "1-achievement/achievement.json";

    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true, NewLine = "\n" };

    public async Task React(DossierOpened fact, CancellationToken ct)
    {
        var id = new AchievementId(fact.AchievementId);
        var achievement = await db.Achievements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        var trail = await db.TrailOf("achievement", [fact.AchievementId], ct);
        var part = achievement?.Public is null ? new DossierPart([], [], trail) : await PartOf(achievement, trail, ct);
        db.Publish(new AchievementEvidenceGiven(fact.DealId, part, clock.GetUtcNow()));
    }

    private async Task<DossierPart> PartOf(Achievement achievement, IReadOnlyList<DossierEvent> trail, CancellationToken ct)
    {
        var page = await PublicAchievement.Of(achievement, db, ct);
        var lines = new List<DossierLine>
        {
            new("achievement", null, "权利人", "Holder", page.Owner.Name, null, false),
            new("achievement", page.PublishedAt, "成果公开", "Achievement published", $"{page.Number} {page.Title}", Path, false),
        };
        lines.AddRange(trail.Where(e => e.Action is "submit" or "approve" or "publish").Select(e => new DossierLine(
            "achievement", e.At,
            e.Action switch { "submit" => "提交审核", "approve" => "单位审核通过", _ => "平台审核通过并公开" },
            e.Action switch { "submit" => "Submitted for review", "approve" => "Approved by the unit", _ => "Reviewed by the bureau and published" },
            e.OrganisationName, null, false)));
        return new DossierPart(lines, [new DossierFile(Path, "成果公开信息", JsonSerializer.Serialize(page, Readable) + "\n", false, false)], trail);
    }
}
