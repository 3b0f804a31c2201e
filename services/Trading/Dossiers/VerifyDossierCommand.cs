using TechMarket.Platform.Web;

namespace TechMarket.Trading.Dossiers;

/// <summary><c>verify-dossier &lt;dossier.zip&gt;</c>: recomputes every hash of an evidence dossier. Needs no database.</summary>
static class VerifyDossierCommand
{
    /// <returns>0 when it is intact, 1 when it is not, 2 when there is no such file.</returns>
    public static async Task<int> Run(string[] args, TextWriter output)
    {
        if (args is not [var path] || !File.Exists(path))
        {
            await output.WriteLineAsync("usage: verify-dossier <dossier.zip>");
            return 2;
        }
        var verdict = DossierVerification.Of(await File.ReadAllBytesAsync(path));
        foreach (var finding in verdict.Findings) await output.WriteLineAsync($"{finding.Fault.Name()}: {finding.Path ?? "the archive itself"}");
        if (verdict.Manifest is { } manifest)
            await output.WriteLineAsync($"Deal {manifest.DealNumber}, {manifest.Files.Count} files, made {manifest.MadeAt:yyyy-MM-dd HH:mm:ss}Z by {manifest.MadeBy.Organisation}.");
        if (!verdict.Intact) return 1;
        await output.WriteLineAsync($"Every file is intact.\nContent     {verdict.Manifest!.ContentHash}\nFingerprint {verdict.Fingerprint}");
        return 0;
    }
}
