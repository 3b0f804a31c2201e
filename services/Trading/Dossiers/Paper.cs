using System.Security.Cryptography;
using System.Text;

namespace TechMarket.Trading.Dossiers;

/// <summary>A file of a dossier.</summary>
/// <param name="Title">What it is, in Chinese.</param>
/// <param name="Source">The service it comes from.</param>
sealed record Paper(string Path, string Title, string Source, byte[] Content)
{
    /// <summary>Lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));

    public static Paper Text(string path, string title, string source, string text) => new(path, title, source, Encoding.UTF8.GetBytes(text));
}
