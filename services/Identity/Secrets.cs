using System.Security.Cryptography;
using System.Text;

namespace TechMarket.Identity;

/// <summary>Random secrets and how they are kept. 256 bits cannot be guessed, so one round of SHA-256 is enough to keep them.</summary>
static class Secrets
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Equal, found out in a time that does not tell where they differ.</summary>
    public static bool Same(string a, string b) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(a)), SHA256.HashData(Encoding.UTF8.GetBytes(b)));
}
