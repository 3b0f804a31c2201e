using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using TechMarket.Platform.Problems;

namespace TechMarket.Platform.Documents;

/// <summary>Prints an HTML document to PDF by headless Chromium: the same HTML the page shows.</summary>
public sealed class PdfPrinter(IConfiguration configuration, ILogger<PdfPrinter> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Refuses with <c>platform/printing-unavailable</c> when no browser is installed or it fails; never an empty file.</summary>
    /// <param name="html">A whole document that needs nothing from the network.</param>
    public async Task<byte[]> Print(string html, CancellationToken ct)
    {
        var browser = (configuration["Chromium:Path"] is { Length: > 0 } path ? [path] : Browsers).FirstOrDefault(File.Exists)
            ?? throw PlatformProblems.PrintingUnavailable.Now();
        await one.WaitAsync(ct);
        var folder = Directory.CreateTempSubdirectory("techmarket-print-");
        try
        {
            var source = Path.Combine(folder.FullName, "document.html");
            var target = Path.Combine(folder.FullName, "document.pdf");
            await File.WriteAllTextAsync(source, html, ct);
            await Run(browser, folder.FullName, source, target, ct);
            var pdf = File.Exists(target) ? await File.ReadAllBytesAsync(target, ct) : [];
            return pdf.Length > 0 ? pdf : throw PlatformProblems.PrintingUnavailable.Now();
        }
        finally
        {
            one.Release();
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException left)
            {
                log.LogWarning(left, "A print folder could not be removed: {Folder}", folder.FullName);
            }
        }
    }

    public void Dispose() => one.Dispose();

    private async Task Run(string browser, string folder, string source, string target, CancellationToken ct)
    {
        var start = new ProcessStartInfo(browser) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[]
        {
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer",
            $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={target}", new Uri(source).AbsoluteUri,
        }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw PlatformProblems.PrintingUnavailable.Now();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            await output;
            if (process.ExitCode != 0) log.LogError("Printing failed with {Code}: {Errors}", process.ExitCode, await errors);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            throw PlatformProblems.PrintingUnavailable.Now();
        }
    }
}
