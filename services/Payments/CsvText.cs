using System.Globalization;
using System.Text;

namespace TechMarket.Payments;

/// <summary>CSV that spreadsheets open as it is meant: with a byte order mark, and no cell that they would run as a formula.</summary>
static class CsvText
{
    public const string ContentType = "text/csv";

    public static byte[] Write(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', headings.Select(h => Cell(h))).Append("\r\n");
        foreach (var row in rows) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            decimal amount => amount.ToString("0.00", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Defused(value.ToString() ?? ""),
        };
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static string Defused(string text) => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@') ? "'" + text : text;
}
