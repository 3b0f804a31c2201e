using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TechMarket.Payments.Providers.Stripe;

/// <summary>The header Stripe signs its messages with: <c>t=…,v1=…</c>, HMAC-SHA-256 over the time and the very bytes of the body.</summary>
static class StripeSignature
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Whether the body was signed with the secret, not too long ago and not in the future. During a change of secrets there are several signatures.</summary>
    public static bool Holds(string? header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(header) || secret.Length == 0) return false;
        string? time = null;
        var signatures = new List<string>();
        foreach (var part in header.Split(','))
        {
            var (name, value) = part.Split('=', 2) is [var n, var v] ? (n.Trim(), v.Trim()) : ("", "");
            if (name == "t") time = value;
            else if (name == "v1") signatures.Add(value);
        }
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799) return false;
        if ((now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Tolerance) return false;
        var expected = Encoding.ASCII.GetBytes(Sign(seconds, body, secret));
        return signatures.Exists(s => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(s), expected));
    }

    public static string Sign(long seconds, ReadOnlySpan<byte> body, string secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seconds}.")));
        hmac.AppendData(body);
        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
