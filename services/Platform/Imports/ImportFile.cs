using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ExcelDataReader.Exceptions;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Problems;

namespace TechMarket.Platform.Imports;

/// <summary>A column of the Excel template; its heading is <c>成果名称 (title)</c>.</summary>
/// <param name="Field">The field's name in JSON Lines.</param>
/// <param name="IsList">Several values in one cell, separated by 、 or a comma.</param>
public sealed record ImportColumn(string Field, string Zh, bool IsList = false)
{
    public string Heading => $"{Zh} ({Field})";
}

/// <summary>An uploaded file as rows of JSON text, whichever form it came in.</summary>
/// <param name="Rows">Each with the line or sheet row it stands on.</param>
public sealed record ImportFile(string Name, string Sha256, IReadOnlyList<(int Number, string Content)> Rows)
{
    public const int MaximumRows = 20_000;
    public const long MaximumSize = 40 * 1024 * 1024;

    private static readonly char[] ListSeparators = [',', '，', '、', ';', '；', '\n'];
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An empty workbook with the columns' headings.</summary>
    public static byte[] Template(string sheetName, IReadOnlyList<ImportColumn> columns) =>
        Spreadsheet.Write(sheetName, [.. columns.Select(c => c.Heading)], []);

    /// <summary>Reads an upload; refuses what is neither JSON Lines nor the template filled in.</summary>
    public static async Task<ImportFile> Read(string name, Stream upload, IReadOnlyList<ImportColumn> columns, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        await upload.CopyToAsync(buffer, ct);
        if (buffer.Length > MaximumSize) throw PlatformProblems.TooLarge.With(("maximumBytes", MaximumSize));
        var bytes = buffer.ToArray();
        var rows = bytes.AsSpan().StartsWith("PK"u8) ? FromExcel(bytes, columns) : FromLines(bytes);
        if (rows.Count == 0) throw ImportProblems.FileEmpty.Now();
        if (rows.Count > MaximumRows) throw ImportProblems.TooManyRows.With(("maximumRows", MaximumRows));
        var safeName = Path.GetFileName(name);
        return new ImportFile(safeName.Length > 200 ? safeName[^200..] : safeName, Convert.ToHexStringLower(SHA256.HashData(bytes)), rows);
    }

    private static List<(int, string)> FromLines(byte[] bytes)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw ImportProblems.FileUnreadable.Now();
        }
        // Anything may be called .jsonl: the first row tells whether it is.
        if (text.Contains('\0', StringComparison.Ordinal) || (text.TrimStart() is { Length: > 0 } start && start[0] != '{')) throw ImportProblems.FileUnreadable.Now();
        var rows = new List<(int, string)>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) rows.Add((number, line.Trim()));
        }
        return rows;
    }

    private static List<(int, string)> FromExcel(byte[] bytes, IReadOnlyList<ImportColumn> columns)
    {
        List<(int Number, IReadOnlyList<string?> Cells)> sheet;
        try
        {
            using var stream = new MemoryStream(bytes);
            sheet = [.. Spreadsheet.Read(stream)];
        }
        catch (Exception unreadable) when (unreadable is ExcelReaderException or InvalidDataException or System.Xml.XmlException)
        {
            throw ImportProblems.FileUnreadable.Now();
        }
        if (sheet.Count == 0) throw ImportProblems.FileEmpty.Now();
        var fields = sheet[0].Cells.Select(heading => ColumnOf(heading, columns)).ToList();
        if (fields.TrueForAll(f => f is null)) throw ImportProblems.HeaderMissing.With(("columns", columns.Select(c => c.Heading).ToArray()));
        var rows = new List<(int, string)>();
        foreach (var (number, cells) in sheet.Skip(1))
        {
            var row = new JsonObject();
            for (var i = 0; i < Math.Min(cells.Count, fields.Count); i++)
                if (fields[i] is { } column && cells[i]?.Trim() is { Length: > 0 } text) row[column.Field] = ValueOf(column, text);
            if (row.Count > 0) rows.Add((number, row.ToJsonString(Plain)));
        }
        return rows;
    }

    private static ImportColumn? ColumnOf(string? heading, IReadOnlyList<ImportColumn> columns) => heading?.Trim() is not { Length: > 0 } text
        ? null
        : columns.FirstOrDefault(c => text == c.Zh || text == c.Heading || string.Equals(text, c.Field, StringComparison.OrdinalIgnoreCase));

    private static JsonNode ValueOf(ImportColumn column, string text) => column.IsList
        ? new JsonArray([.. text.Split(ListSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(v => JsonValue.Create(v))])
        : JsonValue.Create(text);
}
