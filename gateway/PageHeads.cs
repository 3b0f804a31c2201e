using System.Collections.Concurrent;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using TechMarket.Rules;

namespace TechMarket.Gateway;

/// <summary>What search engines and link previews read of a public page.</summary>
sealed partial record PageHead(string Title, string Description, string Url, string JsonLd)
{
    /// <summary>The shell with this head in place of its general one.</summary>
    public string Into(string shell)
    {
        var (title, description) = (WebUtility.HtmlEncode(Title), WebUtility.HtmlEncode(Description));
        var tags = $"""
            <title>{title}</title>
            <meta name="description" content="{description}" />
            <link rel="canonical" href="{WebUtility.HtmlEncode(Url)}" />
            <meta property="og:type" content="article" />
            <meta property="og:title" content="{title}" />
            <meta property="og:description" content="{description}" />
            <meta property="og:url" content="{WebUtility.HtmlEncode(Url)}" />
            <script type="application/ld+json">{JsonLd}</script>
            """;
        var bare = Description_().Replace(Title_().Replace(shell, "", 1), "", 1);
        return bare.Replace("</head>", tags + "\n</head>", StringComparison.Ordinal);
    }

    [GeneratedRegex("<title>[^<]*</title>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Title_();

    [GeneratedRegex("<meta name=\"description\"[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Description_();
}

/// <summary>Makes the heads of achievements' and needs' pages from the services' public answers, kept for a minute.</summary>
sealed class PageHeads(IHttpClientFactory clients, ServiceAddresses addresses, RegionProfile profile, TimeProvider clock, ILogger<PageHeads> log)
{
    public const string Client = "page-heads";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, PageHead? Head)> known = new(StringComparer.Ordinal);

    /// <returns>Null when the address has no head of its own.</returns>
    public async Task<PageHead?> For(PathString path, string origin, CancellationToken ct)
    {
        var parts = (path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [("achievements" or "demands") and var kind, { Length: <= 40 } number]) return null;
        var now = clock.GetUtcNow();
        if (known.TryGetValue(path, out var kept) && kept.Until > now) return kept.Head;
        if (known.Count > 10_000) known.Clear();
        var head = await Make(kind, number, origin + path, ct);
        known[path] = (now + Keep, head);
        return head;
    }

    private async Task<PageHead?> Make(string kind, string number, string url, CancellationToken ct)
    {
        var (service, text) = kind == "achievements" ? ("listings", "publicSummary") : ("demands", "description");
        try
        {
            using var client = clients.CreateClient(Client);
            client.Timeout = Patience;
            using var answer = await client.GetAsync(new Uri(addresses.Of(service), $"/api/{service}/{kind}/by-number/{Uri.EscapeDataString(number)}"), ct);
            if (!answer.IsSuccessStatusCode) return null;
            using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
            var title = document.RootElement.GetProperty("title").GetString() ?? "";
            var summary = document.RootElement.TryGetProperty(text, out var words) ? words.GetString() ?? "" : "";
            if (summary.Length > 160) summary = summary[..160];
            var jsonLd = JsonSerializer.Serialize(
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["@context"] = "https://schema.org",
                    ["@type"] = kind == "achievements" ? "Product" : "Demand",
                    ["name"] = title,
                    ["description"] = summary,
                    ["identifier"] = number,
                    ["url"] = url,
                },
                Readable);
            return new PageHead($"{title} - {profile.MarketName.Zh}", summary, url, jsonLd);
        }
        catch (Exception late) when (late is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            log.LogWarning(late, "No head for {Url}: the service did not answer in time", url);
            return null;
        }
    }
}
