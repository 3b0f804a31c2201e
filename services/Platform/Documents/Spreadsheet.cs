using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelDataReader;

namespace TechMarket.Platform.Documents;

/// <summary>Excel in and out, row by row.</summary>
public static class Spreadsheet
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>One sheet: a header row, then the rows. Numbers and days become numbers and dates; all else is text, never a formula.</summary>
    public static byte[] Write(string sheetName, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var styles = book.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = Styles();
            var sheet = book.AddNewPart<WorksheetPart>();
            using (var writer = OpenXmlWriter.Create(sheet))
            {
                writer.WriteStartElement(new Worksheet());
                writer.WriteStartElement(new SheetData());
                WriteRow(writer, header, headerRow: true);
                foreach (var row in rows) WriteRow(writer, row, headerRow: false);
                writer.WriteEndElement();
                writer.WriteEndElement();
            }
            using (var writer = OpenXmlWriter.Create(book))
            {
                writer.WriteStartElement(new Workbook());
                writer.WriteStartElement(new Sheets());
                writer.WriteElement(new Sheet { Name = sheetName, SheetId = 1, Id = book.GetIdOfPart(sheet) });
                writer.WriteEndElement();
                writer.WriteEndElement();
            }
        }
        return buffer.ToArray();
    }

    /// <summary>The first sheet's rows as text, each with its row number; the header row is row 1.</summary>
    public static IEnumerable<(int Number, IReadOnlyList<string?> Cells)> Read(Stream workbook)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(workbook);
        var number = 0;
        while (reader.Read())
        {
            number++;
            var cells = new string?[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = Text(reader.GetValue(i));
            yield return (number, cells);
        }
    }

    /// <summary>The rows of a CSV as text: UTF-8, or GB 18030 as Chinese banks and Excel write it; separators are recognised.</summary>
    public static IEnumerable<(int Number, IReadOnlyList<string?> Cells)> ReadCsv(Stream file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = IsUtf8(file) ? Encoding.UTF8 : Encoding.GetEncoding("gb18030");
        using var reader = ExcelReaderFactory.CreateCsvReader(file, new ExcelReaderConfiguration { FallbackEncoding = encoding, AutodetectSeparators = [',', '\t', ';', '|'] });
        var number = 0;
        while (reader.Read())
        {
            number++;
            var cells = new string?[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = Text(reader.GetValue(i));
            yield return (number, cells);
        }
    }

    private static bool IsUtf8(Stream file)
    {
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        file.Position = 0;
        return System.Text.Unicode.Utf8.IsValid(copy.GetBuffer().AsSpan(0, (int)copy.Length));
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static void WriteRow(OpenXmlWriter writer, IReadOnlyList<object?> cells, bool headerRow)
    {
        writer.WriteStartElement(new Row());
        foreach (var value in cells) writer.WriteElement(CellOf(value, headerRow));
        writer.WriteEndElement();
    }

    private static Cell CellOf(object? value, bool headerRow) => value switch
    {
        null => new Cell(),
        decimal amount => new Cell { CellValue = new CellValue(amount), DataType = CellValues.Number, StyleIndex = 2 },
        int or long => new Cell { CellValue = new CellValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture)), DataType = CellValues.Number },
        DateOnly day => new Cell { CellValue = new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)), DataType = CellValues.Number, StyleIndex = 3 },
        _ => new Cell { InlineString = new InlineString(new Text(Clean(value.ToString() ?? "")) { Space = SpaceProcessingModeValues.Preserve }), DataType = CellValues.InlineString, StyleIndex = headerRow ? 1u : 0u },
    };

    /// <summary>XML 1.0 has no room for most control characters.</summary>
    private static string Clean(string text) => text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
        ? string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t'))
        : text;

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "#,##0.00" }, new NumberingFormat { NumberFormatId = 165, FormatCode = "yyyy-mm-dd" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true }));
}
