using System.Globalization;
using System.Text;

namespace TechMarket.Contracts.Dossiers;

/// <summary>A printed page carries the moment of printing; nothing else of it changes from one print to the next.</summary>
static class PrintedPdf
{
    private static readonly byte[][] Dates = [.. new[] { "/CreationDate (D:", "/ModDate (D:" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>The same print dated as the document it shows, so that printing it again gives the same bytes.</summary>
    public static byte[] DatedAs(byte[] pdf, DateTimeOffset at)
    {
        var dated = (byte[])pdf.Clone();
        var stamp = Encoding.ASCII.GetBytes(at.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture));
        foreach (var name in Dates)
        {
            for (var from = 0; dated.AsSpan(from).IndexOf(name) is >= 0 and var found;)
            {
                from += found + name.Length;
                if (from + stamp.Length <= dated.Length) stamp.CopyTo(dated, from);
            }
        }
        return dated;
    }
}
