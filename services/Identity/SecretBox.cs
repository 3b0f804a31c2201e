using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TechMarket.Identity;

/// <summary>Encrypts what the database keeps but must not tell: authenticator secrets and signing keys. The keys to it are in <c>Identity:KeysFolder</c>.</summary>
sealed class SecretBox(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("techmarket.identity.v1");

    public string Lock(byte[] secret) => Convert.ToBase64String(protector.Protect(secret));

    /// <returns>Null when the keys it was locked with are gone.</returns>
    public byte[]? Open(string locked)
    {
        try
        {
            return protector.Unprotect(Convert.FromBase64String(locked));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
