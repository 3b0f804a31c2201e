using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TechMarket.Platform.Ids;

/// <summary>
/// UUIDs of version 7 that grow with every call in this process, also within one millisecond (RFC 9562, 6.2 method 1: a counter in
/// rand_a). <see cref="Guid.CreateVersion7()"/> does not promise that.
/// </summary>
static class OrderedId
{
    private const int CounterBits = 12;
    private static readonly Lock Gate = new();
    private static long last;

    public static Guid Next(DateTimeOffset now)
    {
        long stamp;
        lock (Gate)
        {
            stamp = Math.Max(now.ToUnixTimeMilliseconds() << CounterBits, last + 1);
            last = stamp;
        }
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (stamp >> CounterBits << 16) | 0x7000 | (stamp & 0xFFF));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
