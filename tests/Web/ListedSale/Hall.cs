using TechMarket.SystemTests.Running;
using TechMarket.SystemTests.Telling;

namespace TechMarket.WebTests.ListedSale;

/// <summary>Everyone who has to do with the sale, each before a window of their own; the sale itself has been announced.</summary>
sealed class Hall : IAsyncDisposable
{
    private readonly List<Window> windows = [];

    private Hall(SaleStory sale, Market market) => (Sale, Market, FirstCable) = (sale, market, new Cable(market.Address));

    public SaleStory Sale { get; }

    public Market Market { get; }

    public string Title => Sale.Story.Title;

    /// <summary>Wins in the end.</summary>
    public Window First { get; private set; } = null!;

    /// <summary>What connects the first bidder.</summary>
    public Cable FirstCable { get; }

    public Window Second { get; private set; } = null!;

    public Window Seller { get; private set; } = null!;

    public Window Finance { get; private set; } = null!;

    public Window SecondFinance { get; private set; } = null!;

    public Window Onlooker { get; private set; } = null!;

    /// <summary>What went wrong in anybody's window.</summary>
    public IEnumerable<string> Faults => windows.SelectMany(w => w.Faults.Select(fault => $"{w.Account?.Email ?? "onlooker"} {fault}"));

    public static async Task<Hall> Gather(Browsing browsing)
    {
        var hall = new Hall(new SaleStory(await Story.Begin(browsing.Market), SaleStory.Ascending(timedMinutes: 2)), browsing.Market);
        hall.First = await hall.Join(browsing, "purchaser", Story.Enterprise, cable: hall.FirstCable);
        hall.Second = await hall.Join(browsing, "purchaser", Story.OtherEnterprise);
        hall.Seller = await hall.Join(browsing, "publisher", Story.University);
        hall.Finance = await hall.Join(browsing, "finance", Story.City);
        hall.SecondFinance = await hall.Join(browsing, "finance", Story.City, 1);
        hall.windows.Add(hall.Onlooker = await browsing.Open());
        await hall.Sale.Story.Publish();
        await hall.Sale.Announce();
        return hall;
    }

    /// <summary>Keeps what everybody has before them.</summary>
    public async Task KeepAll(string name)
    {
        for (var at = 0; at < windows.Count; at++) await windows[at].Keep($"{name}-{at}-{windows[at].Account?.Role ?? "onlooker"}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in windows) await window.DisposeAsync();
        await FirstCable.DisposeAsync();
        await Sale.DisposeAsync();
    }

    private async Task<Window> Join(Browsing browsing, string role, string organisation, int nth = 0, Cable? cable = null)
    {
        var window = await browsing.Open(address: cable?.Address);
        windows.Add(window);
        await window.SignIn(role, organisation, nth);
        return window;
    }
}
