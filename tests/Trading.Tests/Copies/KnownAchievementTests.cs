using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;

namespace TechMarket.Trading.Tests.Copies;

/// <summary>What is heard late, twice or in another order does not undo what is known.</summary>
public sealed class KnownAchievementTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task A_status_heard_before_the_text_keeps_and_the_text_still_comes()
    {
        var achievement = await app.Achievement(version: 1);
        var id = Guid.CreateVersion7();
        await app.Hear(new AchievementStatusChanged(id, 3, "CG-2026-9", "先到的状态", app.Company.OrganisationId, "SUSPENDED", null, app.Clock.GetUtcNow()));
        await app.Hear(achievement with { AchievementId = id, Version = 2, Title = "后到的文本" });
        var known = await app.InDb(db => db.KnownAchievements.SingleAsync(a => a.Id == id));
        (known.Title, known.Status, known.TextVersion, known.StatusVersion).ShouldBe(("后到的文本", "SUSPENDED", 2, 3));
    }

    [Fact]
    public async Task Older_versions_change_nothing()
    {
        var achievement = await app.Achievement(version: 5);
        var before = await app.InDb(db => db.KnownAchievements.AsNoTracking().SingleAsync(a => a.Id == achievement.AchievementId));
        await app.Hear(achievement with { Version = 4, Title = "旧标题", Status = "ARCHIVED" });
        await app.Hear(achievement with { Title = "同版本" });
        await app.Hear(new AchievementStatusChanged(achievement.AchievementId, 5, achievement.Number, "", achievement.OwnerId, "ARCHIVED", null, app.Clock.GetUtcNow()));
        (await app.InDb(db => db.KnownAchievements.AsNoTracking().SingleAsync(a => a.Id == achievement.AchievementId))).ShouldBeEquivalentTo(before);
    }
}
