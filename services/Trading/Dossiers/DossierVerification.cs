using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TechMarket.Trading.Dossiers;

enum DossierFault
{
    /// <summary>The file is no dossier, or something of the zip outside its files was changed.</summary>
    Frame,

    /// <summary>The manifest or the hash beside it was changed.</summary>
    Manifest,
    Changed,
    Missing,
    Added,
}

/// <param name="Path">The file it is about; null when it is about the whole.</param>
sealed record DossierFinding(DossierFault Fault, string? Path);

/// <param name="Fingerprint">Of the manifest as it is in the file.</param>
sealed record DossierVerdict(IReadOnlyList<DossierFinding> Findings, Manifest? Manifest, string? Fingerprint)
{
    public bool Intact => Findings.Count == 0;
}

/// <summary>Says of an archive what is intact, changed, missing or added, without the market and without trusting it. The verifier page says the same.</summary>
static class DossierVerification
{
    public static DossierVerdict Of(byte[] zip)
    {
        if (StoredZip.Read(zip) is not { } entries) return new DossierVerdict([new DossierFinding(DossierFault.Frame, null)], null, null);
        if (entries.Select(e => e.Path).Distinct(StringComparer.Ordinal).Count() != entries.Count)
            return new DossierVerdict([new DossierFinding(DossierFault.Frame, null)], null, null);
        var found = entries.ToDictionary(e => e.Path, e => e.Content, StringComparer.Ordinal);
        if (!found.Remove(DossierArchive.ManifestPath, out var text) || Read(text) is not { } manifest)
            return new DossierVerdict([new DossierFinding(DossierFault.Manifest, DossierArchive.ManifestPath)], null, null);

        var findings = new List<DossierFinding>();
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(text));
        if (!found.Remove(DossierArchive.SealPath, out var seal) || !seal.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(DossierArchive.SealOf(fingerprint))))
            findings.Add(new DossierFinding(DossierFault.Manifest, DossierArchive.SealPath));
        if (DossierArchive.HashOf(manifest.Files) != manifest.ContentHash) findings.Add(new DossierFinding(DossierFault.Manifest, DossierArchive.ManifestPath));
        foreach (var file in manifest.Files)
        {
            if (!found.Remove(file.Path, out var content)) findings.Add(new DossierFinding(DossierFault.Missing, file.Path));
            else if (content.LongLength != file.Size || Convert.ToHexStringLower(SHA256.HashData(content)) != file.Sha256) findings.Add(new DossierFinding(DossierFault.Changed, file.Path));
        }
        findings.AddRange(found.Keys.Order(StringComparer.Ordinal).Select(path => new DossierFinding(DossierFault.Added, path)));
        // What is around the files counts too; a changed file has been named already.
        if (findings.Count == 0 && !StoredZip.Write(entries).AsSpan().SequenceEqual(zip)) findings.Add(new DossierFinding(DossierFault.Frame, null));
        return new DossierVerdict(findings, manifest, fingerprint);
    }

    private static Manifest? Read(byte[] text)
    {
        try
        {
            return JsonSerializer.Deserialize<Manifest>(text, DossierArchive.ManifestJson) is { Format: DossierArchive.Format } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
