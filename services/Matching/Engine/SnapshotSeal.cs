using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TechMarket.Matching.Engine;

/// <summary>A snapshot cannot be used: damaged, cut off, of another format or of other word lists. Fill the index anew.</summary>
internal sealed class SnapshotException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Content between its length (8 bytes) and its SHA-256, so that none of it is read before all of it was proven.</summary>
internal static class SnapshotSeal
{
    /// <param name="to">Can seek: the length is known last and written first.</param>
    public static void Write(Stream to, Action<Stream> content)
    {
        var start = to.Position;
        WriteLength(to, 0);
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(to, hash, CryptoStreamMode.Write, leaveOpen: true))
        using (var buffered = new BufferedStream(hashed, 1 << 16))
            content(buffered);
        var end = to.Position;
        to.Position = start;
        WriteLength(to, end - start - sizeof(long));
        to.Position = end;
        to.Write(hash.Hash!);
    }

    /// <summary>Proves the content and leaves the stream behind all of it.</summary>
    public static T Read<T>(Stream from, Func<Stream, T> content)
    {
        Span<byte> head = stackalloc byte[sizeof(long)];
        from.ReadExactly(head);
        var (start, length) = (from.Position, BinaryPrimitives.ReadInt64LittleEndian(head));
        if (length < 0 || length > from.Length - start - SHA256.HashSizeInBytes) throw new SnapshotException("The snapshot is cut off.");
        Span<byte> kept = stackalloc byte[SHA256.HashSizeInBytes];
        var proven = HashOf(from, length);
        from.ReadExactly(kept);
        if (!proven.AsSpan().SequenceEqual(kept)) throw new SnapshotException("The snapshot is damaged.");
        from.Position = start;
        var read = content(from);
        if (from.Position != start + length) throw new SnapshotException("The snapshot holds more than it should.");
        from.Position += SHA256.HashSizeInBytes;
        return read;
    }

    private static byte[] HashOf(Stream from, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        while (length > 0)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, length));
            from.ReadExactly(part);
            hash.AppendData(part);
            length -= part.Length;
        }
        return hash.GetHashAndReset();
    }

    private static void WriteLength(Stream to, long length)
    {
        Span<byte> head = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(head, length);
        to.Write(head);
    }
}
