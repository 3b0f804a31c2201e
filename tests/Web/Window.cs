using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TechMarket.WebTests;

/// <summary>One browser window and everything that went wrong in it.</summary>
sealed partial class Window : IAsyncDisposable
{
    private readonly Browsing browsing;
    private readonly List<string> faults = [];

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
            if (answer.Status >= 400) faults.Add($"{Where}: {answer.Status} {answer.Request.Method} {answer.Url}");
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Faults => faults;

    private string Where => new Uri(Page.Url is "about:blank" ? "http://blank/" : Page.Url).PathAndQuery;

    /// <summary>Signs in through the page, as a person would.</summary>
    public async Task SignIn(string role, string organisation)
    {
        var account = (await browsing.Market.Accounts()).First(a => (a.Role == role || a.Roles.Contains(role)) && a.Organisation.StartsWith(organisation, StringComparison.Ordinal));
        await Page.GotoAsync("/sign-in");
        await Page.Locator("input[type=email], input[name=email]").First.FillAsync(account.Email);
        await Page.Locator("input[type=password]").First.FillAsync(account.Password);
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await Settle();
    }

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

    /// <summary>Keeps a picture for a person to look at.</summary>
    public async Task Keep(string name)
    {
        Directory.CreateDirectory(Browsing.Output);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Browsing.Output, Safe().Replace(name, "-") + ".png"), FullPage = true });
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
    }

    /// <summary>The app's own addresses this page links to.</summary>
    public async Task<IReadOnlyList<string>> Links() => await Page.EvaluateAsync<string[]>(
        "() => [...new Set([...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href').split('#')[0]))]");

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    [GeneratedRegex(@"\b(app|ui|home|todo|identity|listings|demands|matching|trading|contracts|commissions|notifications|administration|problems)(\.[a-zA-Z]+){2,}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RawKey();

    [GeneratedRegex("[^a-zA-Z0-9-]+", RegexOptions.None, 1000)]
    private static partial Regex Safe();
}
