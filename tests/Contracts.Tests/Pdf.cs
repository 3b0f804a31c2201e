using System.Diagnostics;

namespace TechMarket.Contracts.Tests;

/// <summary>Reads printed documents the way a reader's search does.</summary>
static class Pdf
{
    public static string Text(byte[] pdf)
    {
        pdf.AsSpan(0, 4).SequenceEqual("%PDF"u8).ShouldBeTrue();
        var file = Path.Combine(Path.GetTempPath(), $"techmarket-{Guid.CreateVersion7():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var text = reader.StandardOutput.ReadToEnd();
            reader.WaitForExit();
            reader.ExitCode.ShouldBe(0);
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
