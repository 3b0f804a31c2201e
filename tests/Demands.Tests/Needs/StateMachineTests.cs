using TechMarket.Demands.Needs;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Demands.Tests.Needs;

/// <summary>DOMAIN 7 as a table: what is not in it refuses and leaves the need as it was.</summary>
public class StateMachineTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    static readonly Caller Author = People.Of(OrganisationKinds.Enterprise, roles: [Roles.Purchaser]);

    static readonly Dictionary<string, Action<Demand>> Events = new()
    {
        ["save"] = d => d.Save(DemandsApp.Complete(), Now),
        ["submit"] = d => d.Submit(Author.PersonId, Now),
        ["return"] = d => d.Return("OTHER", "再改", Now),
        ["publish"] = d => d.Publish("XQ-2026-000001", Now),
        ["shortlist"] = d => d.AddToShortlist(new ShortlistEntry(Guid.CreateVersion7(), "CG-2026-000001", "t", Now)),
        ["renew"] = d => d.Renew(new DateOnly(2026, 12, 31), Now),
        ["withdraw"] = d => d.Withdraw("不再需要", Now),
        ["solve"] = d => d.Solve(Now),
        ["discard"] = d => d.Discard(Now),
    };

    static readonly Dictionary<string, (string Event, string To)[]> Allowed = new()
    {
        ["Draft"] = [("save", "Draft"), ("submit", "Review"), ("discard", "Draft")],
        ["Review"] = [("publish", "Open"), ("return", "Draft"), ("withdraw", "Withdrawn")],
        ["Open"] = [("save", "Open+Draft"), ("shortlist", "Matching"), ("withdraw", "Withdrawn")],
        ["Open+Draft"] = [("save", "Open+Draft"), ("submit", "Open+Review"), ("discard", "Open"), ("shortlist", "Matching+Draft"), ("withdraw", "Withdrawn")],
        ["Open+Review"] = [("publish", "Open"), ("return", "Open+Draft"), ("shortlist", "Matching+Review"), ("withdraw", "Withdrawn")],
        ["Matching"] = [("save", "Matching+Draft"), ("shortlist", "Matching"), ("withdraw", "Withdrawn")],
        ["Negotiating"] = [("shortlist", "Negotiating"), ("withdraw", "Withdrawn")],
        ["Negotiating+Review"] = [("return", "Negotiating+Draft"), ("shortlist", "Negotiating+Review"), ("withdraw", "Withdrawn")],
        ["Contracted"] = [("solve", "Solved")],
        ["Solved"] = [],
        ["Expired"] = [("renew", "Open"), ("withdraw", "Withdrawn")],
        ["Withdrawn"] = [],
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
        var demand = In(state);
        var before = Print(demand);
        var listed = Allowed[state].Where(a => a.Event == name).Select(a => a.To).SingleOrDefault();
        if (listed is not null)
        {
            Events[name](demand);
            Position(demand).ShouldBe(listed);
            return;
        }
        var refusal = Should.Throw<ProblemException>(() => Events[name](demand));
        refusal.Code.ShouldBeOneOf("demands/not-in-state", "demands/not-editable");
        Print(demand).ShouldBe(before);
    }

    [Fact]
    public void It_ends_with_its_last_day_in_China_unless_a_talk_runs()
    {
        var over = new DateTimeOffset(2026, 6, 30, 16, 0, 0, TimeSpan.Zero);
        var open = In("Open");
        open.Expire(over.AddSeconds(-1)).ShouldBeFalse();
        open.Expire(over).ShouldBeTrue();
        open.State.ShouldBe(DemandState.Expired);
        In("Matching").Expire(over).ShouldBeTrue();
        In("Negotiating").Expire(over).ShouldBeFalse();
        In("Contracted").Expire(over).ShouldBeFalse();
    }

    [Fact]
    public void It_is_not_renewed_into_the_past()
    {
        var demand = In("Expired");
        Should.Throw<ProblemException>(() => demand.Renew(new DateOnly(2026, 3, 1), Now)).Code.ShouldBe("demands/day-passed");
        demand.State.ShouldBe(DemandState.Expired);
    }

    [Theory]
    [InlineData("Open", "Negotiating", "Negotiating")]
    [InlineData("Matching", "Negotiating", "Negotiating")]
    [InlineData("Negotiating", "Open", "Open")]
    [InlineData("Negotiating", "Contracted", "Contracted")]
    [InlineData("Expired", "Negotiating", "Expired")]
    [InlineData("Expired", "Contracted", "Contracted")]
    [InlineData("Matching", "Open", "Matching")]
    [InlineData("Withdrawn", "Negotiating", "Withdrawn")]
    [InlineData("Solved", "Contracted", "Solved")]
    [InlineData("Contracted", "Open", "Contracted")]
    public void What_is_heard_moves_it_only_where_it_can_go(string from, string target, string to)
    {
        var demand = In(from);
        demand.Follow(Enum.Parse<DemandState>(target), Now).ShouldBe(from != to);
        demand.State.ToString().ShouldBe(to);
    }

    [Fact]
    public void Every_missing_field_is_named()
    {
        Completeness.MissingIn(DemandsApp.Complete(), new DateOnly(2026, 3, 2)).ShouldBeEmpty();
        Completeness.MissingIn(new DemandForm.Content(), new DateOnly(2026, 3, 2)).Keys.ShouldBe(
            ["areaCode", "budget", "cooperationWays", "description", "fieldCode", "indicators", "keywords", "title", "type", "validUntil"]);
        var wrong = DemandsApp.Complete() with { ValidUntil = new DateOnly(2026, 3, 1), BudgetNegotiable = true, Description = "请发邮件到 someone@example.com 联系我们说明方案。" };
        Completeness.MissingIn(wrong, new DateOnly(2026, 3, 2)).ShouldBe(
            new Dictionary<string, string> { ["budget"] = "one-of-two", ["description"] = "personal-data", ["validUntil"] = "past" }, ignoreOrder: true);
    }

    static Demand In(string state)
    {
        var (market, edit) = state.Split('+') is [var first, var second] ? (first, second) : (state, null);
        var demand = Demand.Start(new DemandId(Guid.CreateVersion7()), Author, DemandsApp.Complete(), Now);
        if (market == "Draft") return demand;
        demand.Submit(Author.PersonId, Now);
        if (market == "Review") return demand;
        demand.Publish("XQ-2026-000001", Now);
        if (edit is not null) demand.Save(DemandsApp.Complete("改过的需求"), Now);
        if (edit is "Review") demand.Submit(Author.PersonId, Now);
        switch (market)
        {
            case "Matching": demand.AddToShortlist(new ShortlistEntry(Guid.CreateVersion7(), "CG-2026-000009", "t", Now)); break;
            case "Negotiating" or "Contracted": demand.Follow(Enum.Parse<DemandState>(market), Now); break;
            case "Solved":
                demand.Follow(DemandState.Contracted, Now);
                demand.Solve(Now);
                break;
            case "Expired": demand.Expire(Now.AddYears(1)); break;
            case "Withdrawn": demand.Withdraw("不再需要", Now); break;
        }
        Position(demand).ShouldBe(state);
        return demand;
    }

    static string Position(Demand d) => d.Revision is null ? d.State.ToString() : $"{d.State}+{d.Revision}";

    static string Print(Demand d) => System.Text.Json.JsonSerializer.Serialize(d, Platform.Data.Json.Options);
}
