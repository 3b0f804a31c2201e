using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace TechMarket.Platform.Security;

/// <summary>Who objected to a notice and how to reach them.</summary>
public sealed record ObjectorContact(string Name, string Contact);

/// <summary>
/// Seals objectors' names and contacts before they reach the database (个人信息保护法 51): AES-256-GCM, bound to the objection.
/// The key is the setting <c>{Service}:ContactKey</c> (32 bytes in base64), or is made once as a file in <c>Files:Folder</c>.
/// </summary>
public abstract class SealedContacts(string service, IConfiguration configuration)
{
    private const int KeySize = 32, NonceSize = 12, TagSize = 16;

    private readonly Lazy<byte[]> key = new(() => ReadKey(service, configuration));

    public byte[] Seal(Guid objection, ObjectorContact contact)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(contact);
        var box = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(key.Value, TagSize);
        cipher.Encrypt(
            box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), objection.ToByteArray());
        return box;
    }

    public ObjectorContact Open(Guid objection, byte[] box)
    {
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(key.Value, TagSize);
        cipher.Decrypt(
            box.AsSpan(0, NonceSize), box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), plain, objection.ToByteArray());
        return JsonSerializer.Deserialize<ObjectorContact>(plain)!;
    }

    private static byte[] ReadKey(string service, IConfiguration configuration)
    {
        if (configuration[$"{service}:ContactKey"] is { Length: > 0 } configured)
        {
            var given = Convert.FromBase64String(configured);
            return given.Length == KeySize ? given : throw new InvalidOperationException($"{service}:ContactKey is 32 bytes in base64.");
        }
        var folder = configuration["Files:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "files");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{service.ToLowerInvariant()}-contact.key");
        if (!File.Exists(path)) MakeKey(path);
        return File.ReadAllBytes(path);
    }

    /// <summary>Complete or absent: another process that starts at the same moment finds one key, the first.</summary>
    private static void MakeKey(string path)
    {
        var draft = $"{path}.{Guid.CreateVersion7():N}";
        using (var file = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeySize));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
