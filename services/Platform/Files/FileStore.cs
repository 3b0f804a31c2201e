using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using TechMarket.Platform.Problems;

namespace TechMarket.Platform.Files;

/// <summary>A stored file as aggregates refer to it.</summary>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record FileRef(Guid Id, string Name, string ContentType, long Size, string Sha256);

/// <summary>Files outside the web root, named by id, checked by size and by what their first bytes say they are.</summary>
public sealed class FileStore(IConfiguration configuration)
{
    public const long MaximumSize = 20 * 1024 * 1024;

    private static readonly (byte[] Magic, string[] Extensions, string ContentType)[] Kinds =
    [
        ("%PDF-"u8.ToArray(), [".pdf"], "application/pdf"),
        ([0x89, 0x50, 0x4E, 0x47], [".png"], "image/png"),
        ([0xFF, 0xD8, 0xFF], [".jpg", ".jpeg"], "image/jpeg"),
        ([0x50, 0x4B, 0x03, 0x04], [".xlsx"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ([0x50, 0x4B, 0x03, 0x04], [".docx"], "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ];

    private string Folder => configuration["Files:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "files");

    /// <summary>Keeps an upload; refuses one that is too large, empty, or not what its name says.</summary>
    public async Task<FileRef> Save(string name, Stream content, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(chunk, ct)) > 0)
        {
            if (buffer.Length + read > MaximumSize) throw PlatformProblems.FileRefused.With(("maximumBytes", MaximumSize));
            await buffer.WriteAsync(chunk.AsMemory(0, read), ct);
        }
        var bytes = buffer.ToArray();
        var extension = Path.GetExtension(name).ToLowerInvariant();
        var kind = Kinds.FirstOrDefault(k => k.Extensions.Contains(extension) && bytes.AsSpan().StartsWith(k.Magic));
        if (kind.Magic is null) throw PlatformProblems.FileRefused.With(("accepted", Kinds.SelectMany(k => k.Extensions).ToArray()));
        var file = new FileRef(Guid.CreateVersion7(), Path.GetFileName(name), kind.ContentType, bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        await Write(file.Id, bytes, ct);
        return file;
    }

    /// <summary>Keeps a document the market made itself.</summary>
    public async Task<FileRef> Keep(string name, string contentType, byte[] bytes, CancellationToken ct)
    {
        var file = new FileRef(Guid.CreateVersion7(), name, contentType, bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        await Write(file.Id, bytes, ct);
        return file;
    }

    public Stream Open(FileRef file) => File.OpenRead(PathOf(file.Id));

    private async Task Write(Guid id, byte[] bytes, CancellationToken ct)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await file.WriteAsync(bytes, ct);
        file.Flush(flushToDisk: true);
    }

    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        return Path.Combine(Folder, name[^2..], name);
    }
}
