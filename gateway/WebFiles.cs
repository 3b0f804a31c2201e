using System.Collections.Frozen;
using System.IO.Compression;
using Microsoft.AspNetCore.StaticFiles;

namespace TechMarket.Gateway;

/// <summary>The built web app, held in memory with its compressed form. Setting: <c>Web:Root</c>.</summary>
sealed class WebFiles
{
    private static readonly FrozenSet<string> Compressible =
        new[] { "text/css", "text/javascript", "application/javascript", "image/svg+xml", "application/json", "text/html", "text/plain" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, WebFile> files;

    public WebFiles(IConfiguration configuration, ILogger<WebFiles> log)
    {
        var root = configuration["Web:Root"] ?? Environment.GetEnvironmentVariable("TECHMARKET_WEB_ROOT") ?? "";
        files = (Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories) : [])
            .ToFrozenDictionary(path => "/" + Path.GetRelativePath(root, path).Replace('\\', '/'), Load, StringComparer.Ordinal);
        if (files.Count == 0) log.LogWarning("No web app at Web:Root ({Root}): only the API answers", root);
    }

    /// <summary>The page every address of the app starts from.</summary>
    public string? Shell => files.TryGetValue("/index.html", out var index) ? System.Text.Encoding.UTF8.GetString(index.Bytes) : null;

    public WebFile? Find(string path) => path == "/index.html" ? null : files.GetValueOrDefault(path);

    private static WebFile Load(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var type = new FileExtensionContentTypeProvider().TryGetContentType(path, out var known) ? known : "application/octet-stream";
        return new WebFile(bytes, Compressible.Contains(type) && bytes.Length > 1024 ? Brotli(bytes) : null, type, Path.GetFileName(path));
    }

    private static byte[] Brotli(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var brotli = new BrotliStream(buffer, CompressionLevel.Fastest)) brotli.Write(bytes);
        return buffer.ToArray();
    }
}

/// <summary>One file of the web app.</summary>
sealed record WebFile(byte[] Bytes, byte[]? Compressed, string ContentType, string Name);

/// <summary>Answers for the web app's files; names with a content hash may be kept for ever.</summary>
sealed class WebFileServer(RequestDelegate next, WebFiles files)
{
    public async Task Invoke(HttpContext context)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || files.Find(request.Path.Value ?? "") is not { } file)
        {
            await next(context);
            return;
        }
        var response = context.Response;
        response.ContentType = file.ContentType;
        response.Headers.CacheControl = request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        var body = file.Bytes;
        if (file.Compressed is { } compressed)
        {
            response.Headers.Vary = "Accept-Encoding";
            if (request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
            {
                response.Headers.ContentEncoding = "br";
                body = compressed;
            }
        }
        response.ContentLength = body.Length;
        if (HttpMethods.IsGet(request.Method)) await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
