using TechMarket.SystemTests.Telling;

namespace TechMarket.WebTests.FixedTerm;

/// <summary>The holder, its approver, the bureau and a taker, each before a window of their own; the technology is published.</summary>
sealed class Trial : IAsyncDisposable
{
    private readonly List<Window> windows = [];

    private Trial(Story story) => Story = story;

    public Story Story { get; }

    public string Title => Story.Title;

    public Window Holder { get; private set; } = null!;

    public Window Approver { get; private set; } = null!;

    public Window Reviewer { get; private set; } = null!;

    public Window Taker { get; private set; } = null!;

    /// <summary>What went wrong in anybody's window.</summary>
    public IEnumerable<string> Faults => windows.SelectMany(w => w.Faults.Select(fault => $"{w.Account?.Email} {fault}"));

    public static async Task<Trial> Begin(Browsing browsing)
    {
        var trial = new Trial(await Story.Begin(browsing.Market));
        trial.Holder = await trial.Join(browsing, "publisher", Story.University);
        trial.Approver = await trial.Join(browsing, "approver", Story.University);
        trial.Reviewer = await trial.Join(browsing, "reviewer", Story.City);
        trial.Taker = await trial.Join(browsing, "purchaser", Story.Enterprise);
        await trial.Story.Publish();
        return trial;
    }

    /// <summary>Keeps what everybody has before them.</summary>
    public async Task KeepAll(string name)
    {
        foreach (var window in windows) await window.Keep($"{name}-{window.Account!.Role}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in windows) await window.DisposeAsync();
        await Story.DisposeAsync();
    }

    private async Task<Window> Join(Browsing browsing, string role, string organisation)
    {
        var window = await browsing.Open();
        windows.Add(window);
        await window.SignIn(role, organisation);
        return window;
    }
}
