using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TechMarket.SystemTests.Running;

namespace TechMarket.WebTests;

/// <summary>One browser window and everything that went wrong in it.</summary>
sealed partial class Window : IAsyncDisposable
{
    private readonly Browsing browsing;
    private readonly List<string> faults = [];
    private readonly List<(int Status, string Ending)> allowed = [];

    public Window(IPage page, Browsing browsing)
    {
        Page = page;
        this.browsing = browsing;
        page.SetDefaultTimeout(30_000);
        page.Console += (_, message) =>
        {
            // A refused request is reported by its answer below, with its address.
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal)) faults.Add($"{Where}: console: {message.Text}");
        };
        page.PageError += (_, error) => faults.Add($"{Where}: script: {error}");
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 400 && !allowed.Exists(a => a.Status == answer.Status && new Uri(answer.Url).AbsolutePath.EndsWith(a.Ending, StringComparison.Ordinal))) faults.Add($"{Where}: {answer.Status} {answer.Request.Method} {answer.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>The whole page.</summary>
    public ILocator On => Page.Locator("body");

    /// <summary>Who sits before it.</summary>
    public Account? Account { get; private set; }

    public IReadOnlyList<string> Faults => faults;

    private string Where => new Uri(Page.Url is "about:blank" ? "http://blank/" : Page.Url).PathAndQuery;

    /// <summary>Signs in through the page, as a person would.</summary>
    public async Task SignIn(string role, string organisation, int nth = 0)
    {
        var account = Account = (await browsing.Market.Accounts()).Where(a => a.Roles.Contains(role) && a.Organisation.StartsWith(organisation, StringComparison.Ordinal)).ElementAt(nth);
        await Page.GotoAsync("/sign-in");
        await Page.Locator("input[type=email], input[name=email]").First.FillAsync(account.Email);
        await Page.Locator("input[type=password]").First.FillAsync(account.Password);
        await Page.Keyboard.PressAsync("Enter");
        await At("/workbench");
    }

    /// <summary>An answer that is no fault: it may come until another service has heard of what went before.</summary>
    public void Allow(int status, string ending) => allowed.Add((status, ending));

    /// <summary>Goes to an address of the app and waits until the page stands still.</summary>
    public async Task Visit(string path)
    {
        await Page.GotoAsync(path);
        await Settle();
    }

    public async Task Settle()
    {
        await Page.Locator("h1").First.WaitForAsync();
        await Page.WaitForFunctionAsync("() => !document.querySelector('.el-skeleton, .el-loading-mask, [aria-busy=true]')");
    }

    /// <summary>The dialog of that title, which must be open.</summary>
    public ILocator Dialog(string title) => Page.GetByRole(AriaRole.Dialog, new() { Name = title, Exact = true });

    /// <summary>Agrees to what a dialog says would follow.</summary>
    public async Task Confirm(string title, string verb)
    {
        await Dialog(title).Press(verb);
        await Dialog(title).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await Settle();
    }

    /// <summary>Goes to a place of the side menu.</summary>
    public async Task Menu(string entry)
    {
        await Page.GetByRole(AriaRole.Navigation, new() { Name = "菜单" }).Follow(entry);
        await Page.Locator("h1").Filter(new() { HasText = entry }).WaitForAsync();
        await Settle();
    }

    /// <summary>Takes up what waits: the entry of that kind on the first page of the workbench, which names <paramref name="about"/>.</summary>
    public async Task TakeUp(string kind, string about)
    {
        await Visit("/workbench");
        var entry = Page.GetByRole(AriaRole.Link).Filter(new() { HasText = kind }).Filter(new() { HasText = about });
        await Until(entry, kind);
        await entry.First.ClickAsync();
        await At("/workbench/*");
    }

    /// <summary>Waits until the page of that address stands still; a star is anything.</summary>
    public async Task At(string path)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex($"{Regex.Escape(path).Replace("\\*", ".+", StringComparison.Ordinal)}($|[?#])", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 30_000 });
        await Settle();
    }

    /// <summary>Reloads the page until it shows what another service has yet to hear of.</summary>
    public async Task Until(ILocator sign, string what, int seconds = 60)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await sign.First.IsVisibleAsync())
        {
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(seconds)) throw new TimeoutException($"{Where} did not show within {seconds} s: {what}");
            await Page.WaitForTimeoutAsync(500);
            await Page.ReloadAsync();
            await Settle();
        }
    }

    /// <summary>Downloads a file, keeps it beside the pictures and returns its bytes.</summary>
    public async Task<byte[]> Download(string name, Func<Task> act)
    {
        var download = await Page.RunAndWaitForDownloadAsync(act);
        var path = Path.Combine(Browsing.Output, name);
        await download.SaveAsAsync(path);
        return await File.ReadAllBytesAsync(path);
    }

    /// <summary>Waits until the page stands still, looks it over and keeps a picture of it.</summary>
    /// <param name="guide">The picture of the guides it also is; refreshed when TECHMARKET_DOC_IMAGES is 1.</param>
    public async Task Look(string name, string? guide = null)
    {
        await Settle();
        await Inspect();
        await Keep(name);
        if (guide is null || Environment.GetEnvironmentVariable("TECHMARKET_DOC_IMAGES") != "1") return;
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Product.Root, "docs", "images", guide + ".png") });
    }

    /// <summary>Keeps a picture for a person to look at.</summary>
    public async Task Keep(string name)
    {
        Directory.CreateDirectory(Browsing.Output);
        // The bar that stays on top belongs to the top of the picture.
        await Page.EvaluateAsync("() => window.scrollTo(0, 0)");
        // A dialog covers the window, not the page.
        var open = await Page.Locator(".el-overlay >> visible=true").CountAsync() > 0;
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Browsing.Output, Safe().Replace(name, "-") + ".png"), FullPage = !open });
    }

    /// <summary>Looks for what no page may show: a text without its translation, a value that is none, a page wider than the window.</summary>
    public async Task Inspect()
    {
        var text = await Page.Locator("body").InnerTextAsync();
        foreach (Match match in RawKey().Matches(text))
            if (!match.Value.Contains("example", StringComparison.Ordinal)) faults.Add($"{Where}: untranslated {match.Value}");
        foreach (var none in new[] { "undefined", "NaN", "[object Object]", "null" })
            if (Regex.IsMatch(text, $@"(?<![\w-]){Regex.Escape(none)}(?![\w-])", RegexOptions.None, TimeSpan.FromSeconds(1))) faults.Add($"{Where}: shows {none}");
        var overflow = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow > 1) faults.Add($"{Where}: {overflow} px wider than the window");
        faults.AddRange((await Accessibility.Check(Page)).Select(one => $"{Where}: {one}"));
    }

    /// <summary>The app's own addresses this page links to.</summary>
    public async Task<IReadOnlyList<string>> Links() => await Page.EvaluateAsync<string[]>(
        "() => [...new Set([...document.querySelectorAll('a[href^=\"/\"]:not([download])')].map(a => a.getAttribute('href').split('#')[0]))]");

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    [GeneratedRegex(@"\b(app|ui|home|todo|identity|listings|demands|matching|trading|contracts|commissions|notifications|administration|problems)(\.[a-zA-Z]+){2,}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RawKey();

    [GeneratedRegex("[^a-zA-Z0-9-]+", RegexOptions.None, 1000)]
    private static partial Regex Safe();
}
