using TechMarket.Listings.Reviews;
using TechMarket.Testing;

namespace TechMarket.Listings.Tests.Reviews;

public class NumberTests(ListingsApp app) : IClassFixture<ListingsApp>
{
    [Fact]
    public async Task Published_at_once_with_failures_between_the_numbers_have_no_gap()
    {
        var waiting = new List<(Guid Id, uint Version)>();
        for (var i = 0; i < 8; i++)
        {
            var approved = await app.Approve(await app.Submitted(ListingsApp.Complete($"成果第{i}号工艺")));
            waiting.Add((approved.Id, approved.Version));
        }
        // Each is published by two reviewers at once: one of the two fails, and gives its number back.
        var answers = await Task.WhenAll(waiting.Concat(waiting).Select(w =>
            app.As(app.Reviewer).Post(ListingsApp.Url(w.Id, "publish"), new PublishAchievement.Request(w.Version))));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(8);
        answers.Where(a => !a.IsSuccessStatusCode).ShouldAllBe(a => (int)a.StatusCode == 409);
        var numbers = await app.InDb(db => Task.FromResult(db.Achievements.Select(a => a.Number!).ToList()));
        numbers.Order().ShouldBe(Enumerable.Range(1, 8).Select(n => $"CG-2026-{n:D6}"));
        (await app.Published<Messages.AchievementPublished>()).Count.ShouldBe(8);
        (await app.AuditBreak()).ShouldBeNull();
    }
}
