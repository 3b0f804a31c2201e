using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TechMarket.Platform.Data;

namespace TechMarket.Trading.Dossiers;

/// <summary>What the manifest says of a dossier beside its files.</summary>
sealed record DossierLabel(string DealNumber, DossierView View, string MadeByOrganisation, string MadeByPerson, DateTimeOffset MadeAt);

/// <param name="Fingerprint">SHA-256 of the manifest.</param>
/// <param name="ContentHash">SHA-256 over the list of papers: the same state gives the same one, whoever made it when.</param>
sealed record PackedDossier(byte[] Zip, string Fingerprint, string ContentHash);

/// <summary>A file in the manifest.</summary>
sealed record ManifestFile(string Path, long Size, string Sha256, string Source, string Title);

/// <summary>The list of a dossier's files with their hashes. Only <c>madeAt</c> and <c>madeBy</c> differ between two dossiers of one state.</summary>
sealed record Manifest(
    string Format, string DealNumber, DossierView View, DateTimeOffset MadeAt, ManifestMaker MadeBy, string ContentHash, IReadOnlyList<ManifestFile> Files);

sealed record ManifestMaker(string Organisation, string Person);

/// <summary>Packs papers into the archive and its manifest.</summary>
static class DossierArchive
{
    public const string Format = "techmarket-dossier/1", ManifestPath = "manifest.json", SealPath = "manifest.sha256";

    public static readonly JsonSerializerOptions ManifestJson = new(Json.Options) { WriteIndented = true, NewLine = "\n", RespectRequiredConstructorParameters = true };

    public static PackedDossier Pack(DossierLabel label, IEnumerable<Paper> papers)
    {
        var sorted = papers.OrderBy(p => p.Path, StringComparer.Ordinal).ToList();
        if (sorted.Find(p => !StoredZip.IsPath(p.Path)) is { } strange) throw new InvalidOperationException($"'{strange.Path}' is no path of a dossier.");
        var files = sorted.ConvertAll(p => new ManifestFile(p.Path, p.Content.LongLength, p.Sha256, p.Source, p.Title));
        var contentHash = HashOf(files);
        var manifest = JsonSerializer.SerializeToUtf8Bytes(
            new Manifest(Format, label.DealNumber, label.View, label.MadeAt, new ManifestMaker(label.MadeByOrganisation, label.MadeByPerson), contentHash, files), ManifestJson);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(manifest));
        var zip = StoredZip.Write([.. sorted.Select(p => (p.Path, p.Content)), (ManifestPath, manifest), (SealPath, Encoding.ASCII.GetBytes(SealOf(fingerprint)))]);
        return new PackedDossier(zip, fingerprint, contentHash);
    }

    /// <summary>In the form <c>sha256sum -c</c> reads.</summary>
    public static string SealOf(string fingerprint) => $"{fingerprint}  {ManifestPath}\n";

    /// <summary>Over one line per file, as <c>sha256sum</c> writes it, in the order of the paths.</summary>
    public static string HashOf(IEnumerable<ManifestFile> files) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(files.Select(f => $"{f.Sha256}  {f.Path}\n")))));
}
