using System.Globalization;
using System.Text.Json;
using TechMarket.Messages;
using TechMarket.Rules;
using TechMarket.Trading.Deals;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.Dossiers;

/// <summary>What the table of contents calls things, in Chinese and English.</summary>
static class DossierWords
{
    /// <summary>The chapters in their order.</summary>
    public static readonly IReadOnlyList<(string Key, LocalText Title)> Chapters =
    [
        ("achievement", new("一、科技成果及其公开", "1. The achievement and its publication")),
        ("pricing", new("二、定价过程", "2. How the price was found")),
        ("notice", new("三、公示、异议与关联关系声明", "3. Notice, objections, related-party statement")),
        ("deal", new("四、成交与收款", "4. Deal and payments")),
        ("contract", new("五、合同与签署", "5. Contract and signatures")),
        ("registration", new("六、认定登记", "6. Registration")),
    ];

    private static readonly Lazy<Dictionary<string, Kind>> Kinds = new(() =>
    {
        using var words = typeof(DossierWords).Assembly.GetManifestResourceStream("dossier-words.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Kind>>(words, JsonSerializerOptions.Web)!;
    });

    public static LocalText Subject(string kind) => Kinds.Value.TryGetValue(kind, out var known) ? Text(known.Name) : new LocalText(kind, kind);

    /// <summary>The action's own name where nobody gave it another.</summary>
    public static LocalText Action(string kind, string action) =>
        Kinds.Value.TryGetValue(kind, out var known) && known.Actions.TryGetValue(action, out var text) ? Text(text) : new LocalText(action, action);

    public static LocalText Stop(string key) => key switch
    {
        "listed" => new("挂出", "Listed"),
        "sale" => new("挂牌", "Sale"),
        "negotiation" => new("洽谈", "Negotiation"),
        "notice" => new("公示", "Notice"),
        "deal" => new("成交", "Deal"),
        "signing" => new("签约", "Signing"),
        "registration" => new("登记", "Registration"),
        _ => new("结算", "Settlement"),
    };

    public static LocalText State(StopState state) => state switch
    {
        StopState.Done => new("完成", "done"),
        StopState.Now => new("进行中", "under way"),
        StopState.Stopped => new("中止", "stopped"),
        _ => new("待办", "to come"),
    };

    public static LocalText Objection(ObjectionState state) => state switch
    {
        ObjectionState.Rejected => new("不成立", "rejected"),
        ObjectionState.Upheld => new("成立", "upheld"),
        ObjectionState.Settled => new("并案处理", "settled with another"),
        _ => new("待处理", "open"),
    };

    public static LocalText View(DossierView view) => view switch
    {
        DossierView.Seller => new("卖方", "seller"),
        DossierView.Buyer => new("买方", "buyer"),
        _ => new("主管部门", "bureau"),
    };

    public static string Money(Money money) => $"{(money.Currency == "CNY" ? "¥" : money.Currency + " ")}{money.Amount.ToString("N2", CultureInfo.InvariantCulture)}";

    /// <summary>Time of day in China, to the second.</summary>
    public static string Time(DateTimeOffset at) => at.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static LocalText Text(string[] both) => new(both[0], both[1]);

    private sealed record Kind(string[] Name, Dictionary<string, string[]> Actions);
}
