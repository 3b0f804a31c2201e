using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TechMarket.WebTests;

/// <summary>Every page a person of each role can reach by links opens without a fault, in both languages and down to a phone's width.</summary>
[Collection(BrowsingTests.Name)]
public sealed partial class EveryPageTests(Browsing browsing)
{
    private const int MostPages = 40;

    /// <summary>What looks the same for every role is walked by whoever comes first.</summary>
    private static readonly string[] Everybodys =
        ["/workbench/account", "/workbench/organisation", "/workbench/members", "/workbench/api-clients", "/workbench/notifications", "/workbench/trading/deals"];

    public static TheoryData<string, string> People => new()
    {
        { "publisher", "示范大学" },
        { "approver", "示范大学" },
        { "purchaser", "示范装备制造有限公司" },
        { "broker", "示范技术经纪有限公司" },
        { "registrar", "天水市科学技术局" },
        { "reviewer", "天水市科学技术局" },
        { "finance", "天水市科学技术局" },
        { "administrator", "天水市科学技术局" },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task Of_the_workbench(string role, string organisation)
    {
        await browsing.Told();
        await using var window = await browsing.Open();
        await window.SignIn(role, organisation);
        var visited = await Walk(window, "/workbench", OfTheWorkbench, role);
        visited.Count.ShouldBeGreaterThan(1);
        window.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_the_public_site()
    {
        await browsing.Told();
        await using var window = await browsing.Open();
        var visited = await Walk(window, "/", link => !link.StartsWith("/workbench", StringComparison.Ordinal) && !link.StartsWith("/api", StringComparison.Ordinal), "public");
        visited.Count.ShouldBeGreaterThan(5);
        window.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1024, "zh-CN")]
    [InlineData(390, "zh-CN")]
    [InlineData(1440, "en-US")]
    public async Task Of_the_public_site_at_other_widths_and_in_English(int width, string language)
    {
        var story = await browsing.Told();
        await using var window = await browsing.Open(width, language);
        await window.Visit("/");
        if (language == "en-US")
        {
            await window.On.GetByText("English", new() { Exact = true }).First.ClickAsync();
            await Assertions.Expect(window.Page.Locator("html[lang=en]")).ToHaveCountAsync(1);
        }
        foreach (var path in new[] { "/", "/achievements", "/demands", "/notices", $"/achievements/{story.AchievementNumber}", $"/verify/{story.VerificationCode}", "/dossiers/check", "/help" })
        {
            await window.Visit(path);
            (await window.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language == "en-US" ? "en" : "zh-CN");
            await window.Inspect();
            await window.Keep($"public{path}-{width}-{language}");
        }
        window.Faults.ShouldBeEmpty();
    }

    private bool OfTheWorkbench(string link) =>
        link.StartsWith("/workbench", StringComparison.Ordinal)
        && (!Array.Exists(Everybodys, place => link.StartsWith(place, StringComparison.Ordinal)) || browsing.Walked.Add(Kind(link)));

    private static async Task<IReadOnlyCollection<string>> Walk(Window window, string from, Func<string, bool> within, string name)
    {
        var known = new HashSet<string>(StringComparer.Ordinal) { Kind(from) };
        var waiting = new Queue<string>([from]);
        var visited = new List<string>();
        while (waiting.TryDequeue(out var path) && visited.Count < MostPages)
        {
            await window.Visit(path);
            await window.Inspect();
            await window.Keep($"{name}{path}");
            visited.Add(path);
            foreach (var link in await window.Links())
                if (known.Add(Kind(link)) && within(link)) waiting.Enqueue(link);
        }
        return visited;
    }

    /// <summary>One page of a kind is enough: ids, numbers and filters are left out.</summary>
    private static string Kind(string path) => Particular().Replace(path.Split('?')[0], "*");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{2}-20[0-9]{2}-[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Particular();
}

[CollectionDefinition(Name)]
public sealed class BrowsingTests : ICollectionFixture<Browsing>
{
    public const string Name = "browsing";
}
