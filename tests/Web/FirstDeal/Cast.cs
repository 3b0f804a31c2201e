namespace TechMarket.WebTests.FirstDeal;

/// <summary>Everyone who takes part, each before a window of their own, and what they remember of it.</summary>
sealed class Cast : IAsyncDisposable
{
    public const string University = "示范大学";
    public const string Enterprise = "示范装备制造有限公司";
    public const string AgencyName = "示范技术经纪有限公司";
    public const string IndividualName = "王示范";
    public const string City = "天水市科学技术局";
    public const string Title = "花牛苹果采后差压预冷与动态气调保鲜技术";
    public const string NeedTitle = "苹果采后预冷和气调保鲜技术升级";

    private readonly List<Window> windows = [];

    private Cast()
    {
    }

    public Window Publisher { get; private set; } = null!;

    public Window Approver { get; private set; } = null!;

    public Window Reviewer { get; private set; } = null!;

    public Window Purchaser { get; private set; } = null!;

    public Window Agency { get; private set; } = null!;

    public Window Individual { get; private set; } = null!;

    public Window FirstRegistrar { get; private set; } = null!;

    public Window SecondRegistrar { get; private set; } = null!;

    public Window Finance { get; private set; } = null!;

    public Window Visitor { get; private set; } = null!;

    public string AchievementNumber { get; set; } = "";

    public string NoticeNumber { get; set; } = "";

    public string RegistrationNumber { get; set; } = "";

    /// <summary>What went wrong in anybody's window.</summary>
    public IEnumerable<string> Faults => windows.SelectMany(w => w.Faults.Select(fault => $"{w.Account?.Role ?? "visitor"} {fault}"));

    /// <summary>Those with an account.</summary>
    public IEnumerable<Window> Members => windows.Where(w => w.Account is not null);

    public static async Task<Cast> Gather(Browsing browsing)
    {
        var cast = new Cast();
        cast.Publisher = await cast.Join(browsing, "publisher", University);
        cast.Approver = await cast.Join(browsing, "approver", University);
        cast.Reviewer = await cast.Join(browsing, "reviewer", City);
        cast.Purchaser = await cast.Join(browsing, "purchaser", Enterprise);
        cast.Agency = await cast.Join(browsing, "broker", AgencyName);
        cast.Individual = await cast.Join(browsing, "broker", IndividualName);
        cast.FirstRegistrar = await cast.Join(browsing, "registrar", City);
        cast.SecondRegistrar = await cast.Join(browsing, "registrar", City, 1);
        cast.Finance = await cast.Join(browsing, "finance", City);
        cast.windows.Add(cast.Visitor = await browsing.Open());
        return cast;
    }

    /// <summary>Keeps what everybody has before them.</summary>
    public async Task KeepAll(string name)
    {
        for (var at = 0; at < windows.Count; at++) await windows[at].Keep($"{name}-{at}-{windows[at].Account?.Role ?? "visitor"}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in windows) await window.DisposeAsync();
    }

    private async Task<Window> Join(Browsing browsing, string role, string organisation, int nth = 0)
    {
        var window = await browsing.Open();
        windows.Add(window);
        await window.SignIn(role, organisation, nth);
        return window;
    }
}
