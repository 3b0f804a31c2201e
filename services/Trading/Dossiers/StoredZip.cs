using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace TechMarket.Trading.Dossiers;

/// <summary>
/// The one way a dossier is written as a zip file: entries stored as they are, sorted by path, dated 1980-01-01, no extra fields, no
/// comments. The same entries give the same bytes, so that reading an archive and writing it again shows every byte that was changed,
/// also outside the files. The verifier page does the same.
/// </summary>
static partial class StoredZip
{
    private const uint LocalSignature = 0x04034b50, CentralSignature = 0x02014b50, EndSignature = 0x06054b50;
    private const int LocalSize = 30, CentralSize = 46, EndSize = 22;
    private const ushort Version = 20, Utf8Names = 0x0800, FirstDay = 0x0021;

    /// <summary>In the central header: comment length, disk, internal and external attributes.</summary>
    private static readonly byte[] NoComment = new byte[10];

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i, (c, _) => (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    /// <summary>Plain names in folders below each other; nothing that could lead out of the folder it is unpacked in.</summary>
    public static bool IsPath(string path) => path.Length <= 200 && Paths().IsMatch(path);

    public static byte[] Write(IEnumerable<(string Path, byte[] Content)> files)
    {
        var sorted = files.OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        using var zip = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var (path, content) in sorted)
        {
            var (name, at) = (Encoding.ASCII.GetBytes(path), (uint)zip.Position);
            var fields = Fields(Crc(content), (uint)content.Length, (ushort)name.Length);
            Put(zip, LocalSignature);
            Put(zip, Version);
            zip.Write(fields);
            zip.Write(name);
            zip.Write(content);
            Put(directory, CentralSignature);
            Put(directory, Version);
            Put(directory, Version);
            directory.Write(fields);
            directory.Write(NoComment);
            Put(directory, at);
            directory.Write(name);
        }
        var start = (uint)zip.Position;
        directory.WriteTo(zip);
        Put(zip, EndSignature);
        Put(zip, 0u);
        Put(zip, (ushort)sorted.Count);
        Put(zip, (ushort)sorted.Count);
        Put(zip, (uint)directory.Length);
        Put(zip, start);
        Put(zip, (ushort)0);
        return zip.ToArray();
    }

    /// <summary>The entries one after the other; null when the file is not in this form at all.</summary>
    public static IReadOnlyList<(string Path, byte[] Content)>? Read(ReadOnlySpan<byte> zip)
    {
        var files = new List<(string, byte[])>();
        var at = 0;
        while (zip.Length - at >= LocalSize && BinaryPrimitives.ReadUInt32LittleEndian(zip[at..]) == LocalSignature)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(zip[(at + 18)..]);
            var (name, extra) = (BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 26)..]), BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 28)..]));
            var content = (long)at + LocalSize + name + extra;
            if (content + size > zip.Length) return null;
            files.Add((Encoding.Latin1.GetString(zip.Slice(at + LocalSize, name)), zip.Slice((int)content, (int)size).ToArray()));
            at = (int)(content + size);
        }
        return files.Count > 0 && zip.Length - at >= CentralSize + EndSize ? files : null;
    }

    /// <summary>What the local and the central header share: flags, method, time, day, checksum, both sizes, length of name and extra field.</summary>
    private static byte[] Fields(uint crc, uint size, ushort name)
    {
        using var fields = new MemoryStream();
        Put(fields, Utf8Names);
        Put(fields, (ushort)0);
        Put(fields, (ushort)0);
        Put(fields, FirstDay);
        Put(fields, crc);
        Put(fields, size);
        Put(fields, size);
        Put(fields, name);
        Put(fields, (ushort)0);
        return fields.ToArray();
    }

    private static uint Crc(byte[] content)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in content) crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }

    private static void Put(Stream to, ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        to.Write(bytes);
    }

    private static void Put(Stream to, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        to.Write(bytes);
    }

    [GeneratedRegex("^[0-9A-Za-z][0-9A-Za-z_-]*(\\.[0-9A-Za-z_-]+)*(/[0-9A-Za-z][0-9A-Za-z_-]*(\\.[0-9A-Za-z_-]+)*)*$", RegexOptions.NonBacktracking)]
    private static partial Regex Paths();
}
