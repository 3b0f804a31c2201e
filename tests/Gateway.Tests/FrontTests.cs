using System.Net;
using System.Text.Json;
using TechMarket.Testing;

namespace TechMarket.Gateway.Tests;

public sealed class FrontTests(FrontApp app) : IClassFixture<FrontApp>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api/market")]
    [InlineData("/api/nothing")]
    [InlineData("/assets/app-1a2b.js")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var answer = await app.Client().GetAsync(path);
        var headers = answer.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
        headers["Content-Security-Policy"].ShouldContain("script-src 'self';");
        headers["X-Content-Type-Options"].ShouldBe("nosniff");
        headers["X-Frame-Options"].ShouldBe("SAMEORIGIN");
        headers["Referrer-Policy"].ShouldBe("same-origin");
        headers.ShouldNotContainKey("Server");
    }

    [Fact]
    public async Task An_unknown_api_address_answers_a_problem_and_not_a_page() =>
        (await app.Client().GetAsync("/api/nothing").RefusedWith(404)).ShouldBe("platform/not-found");

    [Fact]
    public async Task Every_other_address_is_the_app()
    {
        using var answer = await app.Client().GetAsync("/workbench/anything");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        answer.Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    [Fact]
    public async Task Hashed_files_may_be_kept_for_ever_and_are_compressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/app-1a2b.js");
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await app.Client().SendAsync(request);
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        answer.Content.Headers.ContentLength!.Value.ShouldBeLessThan(1000);
    }

    [Fact]
    public async Task A_file_outside_the_web_root_is_not_served()
    {
        foreach (var path in new[] { "/../appsettings.json", "/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fetc/passwd" })
        {
            using var answer = await app.Client().GetAsync(path);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("root:");
        }
    }

    [Fact]
    public async Task A_public_page_says_in_its_head_what_it_is_about()
    {
        var page = await app.Client().GetStringAsync("/achievements/CG-2026-000001");
        page.ShouldContain("<title>石墨烯&lt;散热膜&gt; - ");
        page.ShouldContain("""<meta name="description" content="导热&quot;好&quot;&lt;/script&gt;" />""");
        page.ShouldContain("application/ld+json");
        page.ShouldNotContain("好\"</script>");
        page.Split("<title>").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_page_that_is_not_there_keeps_the_general_head() =>
        (await app.Client().GetStringAsync("/achievements/CG-2026-999999")).ShouldContain("<title>技术市场</title>");

    [Fact]
    public async Task The_sitemap_lists_public_pages()
    {
        var map = await app.Client().GetStringAsync("/sitemap.xml");
        map.ShouldContain("/achievements/CG-2026-000001</loc>");
        (await app.Client().GetStringAsync("/robots.txt")).ShouldContain("/sitemap.xml");
    }

    [Fact]
    public async Task The_market_says_its_name_rules_and_code_lists()
    {
        var market = JsonDocument.Parse(await app.Client().GetStringAsync("/api/market")).RootElement;
        market.GetProperty("isDemonstration").GetBoolean().ShouldBeTrue();
        market.GetProperty("demonstrationNotice").GetString()!.ShouldContain("演示");
        market.GetProperty("codeLists").GetProperty("techField").GetArrayLength().ShouldBe(11);
        market.GetProperty("areas").GetArrayLength().ShouldBeGreaterThan(300);
    }
}
