using TechMarket.Listings.Achievements;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Listings.Tests.Achievements;

/// <summary>DOMAIN 7 as a table: what is not in it refuses and leaves the achievement as it was.</summary>
public class StateMachineTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    static readonly Caller Author = People.Of(OrganisationKinds.University, roles: [Roles.Publisher]);

    static readonly Dictionary<string, Action<Achievement>> Events = new()
    {
        ["save"] = a => a.Save(ListingsApp.Complete(), Now),
        ["submit"] = a => a.Submit(Author.PersonId, Now),
        ["approve"] = a => a.Approve(Guid.CreateVersion7(), true, true, Now),
        ["return-unit"] = a => a.Return(EditState.UnitReview, "OTHER", "再改", Now),
        ["return-platform"] = a => a.Return(EditState.PlatformReview, "OTHER", "再改", Now),
        ["publish"] = a => a.Publish("CG-2026-000001", false, Now),
        ["suspend"] = a => a.Suspend("争议", Now),
        ["resume"] = a => a.Resume(AchievementState.Published, Now),
        ["withdraw"] = a => a.Withdraw("不再转让", Now),
        ["discard"] = a => a.Discard(Now),
    };

    static readonly Dictionary<string, (string Event, string To)[]> Allowed = new()
    {
        ["Draft"] = [("save", "Draft"), ("submit", "UnitReview"), ("discard", "Draft")],
        ["UnitReview"] = [("approve", "PlatformReview"), ("return-unit", "Draft")],
        ["PlatformReview"] = [("publish", "Published"), ("return-platform", "Draft")],
        ["Published"] = [("save", "Published+Draft"), ("suspend", "Suspended"), ("withdraw", "Archived")],
        ["Published+Draft"] = [("save", "Published+Draft"), ("submit", "Published+UnitReview"), ("discard", "Published"), ("suspend", "Suspended+Draft"), ("withdraw", "Archived")],
        ["Published+UnitReview"] = [("approve", "Published+PlatformReview"), ("return-unit", "Published+Draft"), ("suspend", "Suspended+UnitReview"), ("withdraw", "Archived")],
        ["Published+PlatformReview"] = [("publish", "Published"), ("return-platform", "Published+Draft"), ("suspend", "Suspended+PlatformReview"), ("withdraw", "Archived")],
        ["Reserved"] = [],
        ["Reserved+PlatformReview"] = [("return-platform", "Reserved+Draft")],
        ["Suspended"] = [("save", "Suspended+Draft"), ("resume", "Published")],
        ["Archived"] = [],
        ["Contracted"] = [],
        ["Transferred"] = [],
        ["Licensed"] = [],
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in Allowed.Keys)
            foreach (var name in Events.Keys) pairs.Add(state, name);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Only_the_listed_transitions_happen(string state, string name)
    {
        var achievement = In(state);
        var before = Print(achievement);
        var listed = Allowed[state].Where(a => a.Event == name).Select(a => a.To).SingleOrDefault();
        if (listed is not null)
        {
            Events[name](achievement);
            Position(achievement).ShouldBe(listed);
            return;
        }
        var refusal = Should.Throw<ProblemException>(() => Events[name](achievement));
        refusal.Code.ShouldBeOneOf("listings/not-in-state", "listings/not-editable");
        refusal.Problem.Status.ShouldBe(409);
        Print(achievement).ShouldBe(before);
    }

    [Fact]
    public void An_enterprise_submits_straight_to_the_bureau()
    {
        var achievement = Achievement.Start(new AchievementId(Guid.CreateVersion7()), People.Of(OrganisationKinds.Enterprise), ListingsApp.Complete(), Now);
        achievement.Submit(Guid.CreateVersion7(), Now).ShouldBe(EditState.PlatformReview);
    }

    [Fact]
    public void Who_submitted_does_not_approve()
    {
        var achievement = In("UnitReview");
        Should.Throw<ProblemException>(() => achievement.Approve(Author.PersonId, true, true, Now)).Code.ShouldBe("listings/own-submission");
    }

    [Theory]
    [InlineData(AchievementForm.SecrecyLevel.Secret, false)]
    [InlineData(AchievementForm.SecrecyLevel.Internal, false)]
    [InlineData(AchievementForm.SecrecyLevel.None, true)]
    internal void A_secret_or_key_core_technology_waits_for_the_authoritys_approval(AchievementForm.SecrecyLevel level, bool keyCore)
    {
        var secrecy = new AchievementForm.Secrecy { Declared = true, Level = level, KeyCoreTechnology = keyCore };
        var achievement = Achievement.Start(new AchievementId(Guid.CreateVersion7()), Author, ListingsApp.Complete() with { Secrecy = secrecy }, Now);
        achievement.Submit(Author.PersonId, Now);
        Should.Throw<ProblemException>(() => achievement.Approve(Guid.CreateVersion7(), true, true, Now)).Code.ShouldBe("listings/secrecy-not-cleared");
        achievement.Return(EditState.UnitReview, "SECRECY_NOT_CLEARED", "补充批准文件", Now);
        achievement.Save(achievement.Draft with { Secrecy = secrecy with { ApprovalNumber = "保审〔2026〕3号", ApprovalAuthority = "省主管部门", ApprovedOn = new DateOnly(2026, 2, 1) } }, Now);
        achievement.Submit(Author.PersonId, Now);
        achievement.Approve(Guid.CreateVersion7(), true, true, Now);
        achievement.Publish("CG-2026-000001", false, Now);
        achievement.State.ShouldBe(AchievementState.Published);
    }

    static Achievement In(string state)
    {
        var (market, edit) = state.Split('+') is [var first, var second] ? (first, second) : (state, null);
        var achievement = Achievement.Start(new AchievementId(Guid.CreateVersion7()), Author, ListingsApp.Complete(), Now);
        if (market == "Draft") return achievement;
        achievement.Submit(Author.PersonId, Now);
        if (market == "UnitReview") return achievement;
        achievement.Approve(Guid.CreateVersion7(), true, true, Now);
        if (market == "PlatformReview") return achievement;
        achievement.Publish("CG-2026-000001", false, Now);
        if (edit is not null) achievement.Save(ListingsApp.Complete("改进的工艺"), Now);
        if (edit is "UnitReview" or "PlatformReview") achievement.Submit(Author.PersonId, Now);
        if (edit is "PlatformReview") achievement.Approve(Guid.CreateVersion7(), true, true, Now);
        switch (market)
        {
            case "Suspended": achievement.Suspend("争议", Now); break;
            case "Archived": achievement.Withdraw("不再转让", Now); break;
            case "Reserved" or "Contracted" or "Transferred" or "Licensed": achievement.Follow(Enum.Parse<AchievementState>(market), "JY-2026-000001", Now); break;
        }
        Position(achievement).ShouldBe(state);
        return achievement;
    }

    static string Position(Achievement a) => a.Revision is null ? a.State.ToString() : $"{a.State}+{a.Revision}";

    static string Print(Achievement a) => System.Text.Json.JsonSerializer.Serialize(a, Platform.Data.Json.Options);
}
