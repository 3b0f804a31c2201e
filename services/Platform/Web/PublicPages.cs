using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;
using TechMarket.Platform.Data;

namespace TechMarket.Platform.Web;

/// <summary>Public answers as bytes, kept per subject and version: a new version is a new answer at once, on every replica.</summary>
public sealed class PublicPages : IDisposable
{
    private const long MaximumBytes = 64 * 1024 * 1024;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MaximumBytes });

    /// <summary>The answer with its ETag, or 304 when the reader has it.</summary>
    /// <param name="version">Changes whenever the answer does.</param>
    /// <param name="everyone">False: caches that many readers share must not keep it.</param>
    public async Task<IResult> Answer<T>(HttpRequest request, string subject, string version, Func<Task<T>> make, bool everyone = true)
    {
        var tag = $"\"{version}\"";
        request.HttpContext.Response.Headers.ETag = tag;
        request.HttpContext.Response.Headers.CacheControl = everyone ? "no-cache" : "private, no-cache";
        if (request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag, StringComparer.Ordinal))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (!kept.TryGetValue(subject, out Page? page) || page!.Tag != tag)
        {
            page = new Page(tag, JsonSerializer.SerializeToUtf8Bytes(await make(), Json.Options));
            kept.Set(subject, page, new MemoryCacheEntryOptions { Size = page.Body.Length });
        }
        return TypedResults.Bytes(page.Body, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue(tag));
    }

    public void Dispose() => kept.Dispose();

    private sealed record Page(string Tag, byte[] Body);
}
