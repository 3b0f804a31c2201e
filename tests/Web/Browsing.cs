using Microsoft.Playwright;
using TechMarket.SystemTests.Running;
using TechMarket.SystemTests.Telling;

namespace TechMarket.WebTests;

/// <summary>A market with the sample data, and a Chromium to look at it with.</summary>
public class Browsing : IAsyncLifetime
{
    private readonly bool sample;

    private IPlaywright? playwright;
    private IBrowser? browser;
    private Task<Story>? told;

    public Browsing() : this(sample: true)
    {
    }

    protected Browsing(bool sample) => this.sample = sample;

    public static string Output { get; } = Path.Combine(Product.Root, "tests", "output", "web");

    public Market Market { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable("TECHMARKET_WEB_ROOT", Path.Combine(Product.Root, "web", "dist"));
        Market = await Market.Start(sample);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.First(File.Exists),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--disable-dev-shm-usage",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (told is { IsCompletedSuccessfully: true }) await (await told).DisposeAsync();
        await Market.DisposeAsync();
    }

    /// <summary>The kinds of pages that were walked for everybody.</summary>
    internal HashSet<string> Walked { get; } = new(StringComparer.Ordinal);

    /// <summary>The whole story, told over HTTP the first time somebody asks for it: its objects fill every kind of page.</summary>
    internal Task<Story> Told() => told ??= Tell();

    /// <summary>A window of its own: nobody is signed in, and what goes wrong on its pages is written down.</summary>
    /// <param name="address">Where the market is reached, when not directly.</param>
    internal async Task<Window> Open(int width = 1440, string language = "zh-CN", Uri? address = null)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (address ?? Market.Address).ToString(),
            Locale = language,
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            // What moves is not caught half-way; the pages honour the wish.
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Window(await context.NewPageAsync(), this);
    }

    private async Task<Story> Tell()
    {
        var story = await Story.Begin(Market);
        await Task.WhenAll(story.Tell(), BeginSale());
        return story;
    }

    /// <summary>A sale that is announced, with two registrations and their deposits held: its pages and the ledger's are not empty.</summary>
    private async Task BeginSale()
    {
        await using var sale = new SaleStory(await Story.Begin(Market), SaleStory.Ascending(timedMinutes: 10));
        await sale.Story.Publish();
        await sale.Announce();
        using var enterprise = await Person.SignIn(Market, "purchaser", Story.Enterprise);
        using var other = await Person.SignIn(Market, "purchaser", Story.OtherEnterprise);
        using var finance = await Person.SignIn(Market, "finance", Story.City);
        await sale.Register(enterprise, claimsPriority: true);
        await sale.Register(other);
        await sale.Qualify(finance, enterprise, other);
    }
}

/// <summary>The same without sample data, for stories told one after the other: its bank tells of nobody else's money.</summary>
[CollectionDefinition(nameof(EmptyMarket))]
public sealed class EmptyMarket() : Browsing(sample: false), ICollectionFixture<EmptyMarket>;
