using TechMarket.Matching.Engine;

namespace TechMarket.Matching.Tests.Engine;

/// <summary>Documents of few characters and codes, so that terms, filters and ties meet often; the same for the same seed.</summary>
internal sealed class RandomCorpus(int seed)
{
    private const string Characters = "光电池锂材料陶瓷膜泵阀钢水";
    private static readonly string[] Words = ["led", "gps", "pvc"];
    private static readonly string[] Areas = ["", "620000", "620100", "620102", "620400", "210000", "210600", "110000"];

    public Random Random { get; } = new(seed);

    public SearchDocument Document(int number, long version = 1) => new()
    {
        Id = Some.Id(number),
        Kind = DocumentKind.Achievement,
        Title = Text(1, 8),
        Keywords = [.. Enumerable.Range(0, Random.Next(4)).Select(_ => Text(2, 4))],
        Summary = Text(0, 40),
        FieldCode = Pick(["", "01", "02", "03"]),
        Maturity = Random.Next(10),
        AreaCode = Pick(Areas),
        IpTypes = Several(["patent", "software", "variety"]),
        PricingMode = Pick(["negotiated", "auction"]),
        TransferWays = Several(["transfer", "licence", "equity", "joint"]),
        Price = Random.Next(3) == 0 ? null : Random.Next(1, 6) * 100m,
        PriceBand = Pick(["", "low", "high"]),
        OwnerId = Random.Next(4) == 0 ? null : Some.Id(1_000_000 + Random.Next(5)),
        PublishedAt = new DateTimeOffset(2026, 1, 1 + Random.Next(20), 0, 0, 0, TimeSpan.Zero),
        Visibility = Random.Next(5) == 0 ? Visibility.VerifiedInstitutes : Visibility.Public,
        Version = version,
    };

    public string Query() => string.Join(' ', Enumerable.Range(0, Random.Next(1, 3)).Select(_ =>
        Random.Next(6) == 0 ? Pick(Words) : Han(Random.Next(1, 4))));

    public SearchFilter Filter() => new()
    {
        Fields = Maybe(["01", "02"]),
        Maturities = Random.Next(4) == 0 ? [Random.Next(10), Random.Next(10)] : [],
        MinMaturity = Random.Next(4) == 0 ? Random.Next(6) : null,
        MaxMaturity = Random.Next(4) == 0 ? Random.Next(4, 10) : null,
        Areas = Maybe(["620000", "620100", "210600"]),
        IpTypes = Maybe(["patent", "software", "none-such"]),
        PricingModes = Maybe(["auction"]),
        PriceBands = Maybe(["low"]),
        TransferWays = Maybe(["licence", "joint"]),
        Owners = Random.Next(4) == 0 ? [Some.Id(1_000_000 + Random.Next(6))] : [],
        Visibility = Random.Next(6) == 0 ? (Visibility)Random.Next(2) : null,
    };

    private string Text(int least, int most)
    {
        var parts = new List<string>();
        for (var left = Random.Next(least, most + 1); left > 0; left -= 4)
            parts.Add(Random.Next(8) == 0 ? Pick(Words) : Han(Math.Min(left, 4)));
        var text = string.Concat(parts.Select(part => part + Pick(["", "", " ", ","])));
        return text.Trim().Length == 0 ? "光" : text;
    }

    private string Han(int length) => string.Create(length, Random, (span, random) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = Characters[random.Next(Characters.Length)];
    });

    private string Pick(string[] choices) => choices[Random.Next(choices.Length)];

    private string[] Several(string[] choices) => [.. choices.Where(_ => Random.Next(2) == 0)];

    private string[] Maybe(string[] choices) => Random.Next(3) == 0 ? [.. choices.Where(_ => Random.Next(2) == 0)] : [];
}
