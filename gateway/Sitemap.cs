using System.Text;
using System.Text.Json;
using System.Xml;

namespace TechMarket.Gateway;

/// <summary>The public pages by address, for search engines; made from the public search, kept for ten minutes.</summary>
static class Sitemap
{
    private const int PageSize = 100;
    private const int MostPages = 500;
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(10);
    private static readonly SemaphoreSlim One = new(1);
    private static (DateTimeOffset Until, string Origin, string Xml)? kept;

    public static async Task<IResult> Handle(HttpContext context, IHttpClientFactory clients, ServiceAddresses addresses, TimeProvider clock, CancellationToken ct)
    {
        var origin = $"{context.Request.Scheme}://{context.Request.Host}";
        await One.WaitAsync(ct);
        try
        {
            if (kept is not { } known || known.Until < clock.GetUtcNow() || known.Origin != origin)
            {
                using var client = clients.CreateClient(PageHeads.Client);
                kept = known = (clock.GetUtcNow() + Keep, origin, await Make(client, addresses.Of("matching"), origin, ct));
            }
            return TypedResults.Text(known.Xml, "application/xml", Encoding.UTF8);
        }
        finally
        {
            One.Release();
        }
    }

    public static IResult Robots(HttpContext context) => TypedResults.Text(
        $"User-agent: *\nDisallow: /workbench\nDisallow: /api\nSitemap: {context.Request.Scheme}://{context.Request.Host}/sitemap.xml\n");

    private static async Task<string> Make(HttpClient client, Uri matching, string origin, CancellationToken ct)
    {
        var text = new StringBuilder();
        await using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Async = true }))
        {
            await xml.WriteStartElementAsync(null, "urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
            foreach (var kind in new[] { "achievement", "demand" })
            {
                for (var page = 1; page <= MostPages; page++)
                {
                    using var answer = await client.GetAsync(new Uri(matching, $"/api/matching/search?kind={kind}&sort=newest&page={page}&size={PageSize}"), ct);
                    answer.EnsureSuccessStatusCode();
                    using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
                    var items = document.RootElement.GetProperty("items");
                    foreach (var item in items.EnumerateArray())
                    {
                        await xml.WriteStartElementAsync(null, "url", null);
                        await xml.WriteElementStringAsync(null, "loc", null, $"{origin}/{kind}s/{Uri.EscapeDataString(item.GetProperty("number").GetString() ?? "")}");
                        await xml.WriteEndElementAsync();
                    }
                    if (items.GetArrayLength() < PageSize) break;
                }
            }
            await xml.WriteEndElementAsync();
        }
        return text.ToString();
    }
}
