using TechMarket.Platform.Problems;

namespace TechMarket.Gateway;

/// <summary>Every address of the web app: the shell, with title, description, Open Graph and JSON-LD of the public page in its head.</summary>
static class WebPage
{
    public static async Task Handle(HttpContext context, WebFiles files, PageHeads heads, CancellationToken ct)
    {
        if (files.Shell is not { } shell || !HttpMethods.IsGet(context.Request.Method)) throw PlatformProblems.NotFound.Now();
        var head = await heads.For(context.Request.Path, $"{context.Request.Scheme}://{context.Request.Host}", ct);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        await context.Response.WriteAsync(head is null ? shell : head.Into(shell), ct);
    }
}
