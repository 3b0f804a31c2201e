using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace TechMarket.Identity.People;

/// <summary>RFC 6238 with what every authenticator app understands: SHA-1, 30 seconds, six digits.</summary>
static class Totp
{
    private const int StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The time step this code is for: now, or one step to either side for clocks that differ. Only steps after the last used one count.</summary>
    public static long? Match(byte[] secret, string code, DateTimeOffset now, long lastUsedStep)
    {
        var current = StepAt(now);
        for (var step = current - 1; step <= current + 1; step++)
            if (step > lastUsedStep && Secrets.Same(CodeAt(secret, step), code)) return step;
        return null;
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238: authenticator apps know HMAC-SHA-1; it is not a signature.")]
    public static string CodeAt(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(secret, counter);
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset, 4)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>How the secret is typed into an app by hand.</summary>
    public static string Text(byte[] secret)
    {
        var text = new System.Text.StringBuilder();
        int buffer = 0, bits = 0;
        foreach (var b in secret)
        {
            buffer = (buffer << 8) | b;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Base32[(buffer >> bits) & 31]);
            }
        }
        if (bits > 0) text.Append(Base32[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>What the QR code says.</summary>
    public static string Uri(byte[] secret, string market, string email) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(market)}:{System.Uri.EscapeDataString(email)}?secret={Text(secret)}&issuer={System.Uri.EscapeDataString(market)}";
}
