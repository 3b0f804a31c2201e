using System.Globalization;
using System.Text.Json;
using TechMarket.Messages;
using TechMarket.Platform.Problems;

namespace TechMarket.Platform.Imports;

/// <summary>Reads the fields of one imported row; a field that cannot be taken names itself in the refusal.</summary>
public sealed class RowReader
{
    private static readonly char[] ListSeparators = [',', '，', '、', ';', '；'];

    private readonly Dictionary<string, JsonElement> fields;

    private RowReader(Dictionary<string, JsonElement> fields) => this.fields = fields;

    /// <summary>The row's own id at its source: <c>externalId</c>, or <c>id</c>.</summary>
    public string? ExternalId => Lax("externalId") ?? Lax("id");

    /// <summary>The row's own id as far as it can be read, for the report of a refusal.</summary>
    public static string? IdOf(string row)
    {
        try
        {
            return Of(row).ExternalId;
        }
        catch (ProblemException)
        {
            return null;
        }
    }

    public static RowReader Of(string row)
    {
        try
        {
            using var document = JsonDocument.Parse(row);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw ImportProblems.RowNotJson.Now();
            var fields = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
            foreach (var field in document.RootElement.EnumerateObject())
                if (field.Value.ValueKind != JsonValueKind.Null) fields[field.Name] = field.Value.Clone();
            return new RowReader(fields);
        }
        catch (JsonException)
        {
            throw ImportProblems.RowNotJson.Now();
        }
    }

    public string RequiredId() => ExternalId is { Length: > 0 and <= 100 } id ? id : throw ImportProblems.FieldMissing.With(("field", "externalId"));

    /// <summary>A text that must be there.</summary>
    public string Required(string name, int maximum) =>
        Text(name, maximum) ?? throw ImportProblems.FieldMissing.With(("field", name));

    /// <summary>A text, trimmed; null when it is absent or blank.</summary>
    public string? Text(string name, int maximum)
    {
        if (!fields.TryGetValue(name, out var value)) return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => throw Invalid(name, "text expected"),
        };
        text = text?.Trim();
        if (text is { Length: 0 }) return null;
        return text?.Length > maximum ? throw Invalid(name, $"at most {maximum} characters") : text;
    }

    /// <summary>A list of texts, or one text with separators; blanks and repetitions are left out.</summary>
    public IReadOnlyList<string> Texts(string name, int maximumItems, int maximumLength)
    {
        if (!fields.TryGetValue(name, out var value)) return [];
        var items = value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : throw Invalid(name, "texts expected")),
            JsonValueKind.String => value.GetString()!.Split(ListSeparators),
            _ => throw Invalid(name, "a list of texts expected"),
        };
        var list = items.Select(i => i.Trim()).Where(i => i.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (list.Count > maximumItems) throw Invalid(name, $"at most {maximumItems} entries");
        return list.Exists(i => i.Length > maximumLength) ? throw Invalid(name, $"at most {maximumLength} characters each") : list;
    }

    /// <summary>A positive amount in yuan, as a number or as text.</summary>
    public Money? Yuan(string name)
    {
        if (Text(name, 30) is not { } text) return null;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount)
            && amount is > 0 and < 1_000_000_000_000m && decimal.Round(amount, 2) == amount
                ? Money.Yuan(amount)
                : throw Invalid(name, "a positive amount in yuan with at most two decimals expected");
    }

    /// <summary>A day as 2026-03-02.</summary>
    public DateOnly? Day(string name)
    {
        if (Text(name, 30) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Invalid(name, "a day such as 2026-03-02 expected");
    }

    public ProblemException Invalid(string name, string expected) =>
        ImportProblems.FieldInvalid.With(("field", name), ("expected", expected));

    private string? Lax(string name) =>
        fields.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : value.GetRawText()
            : null;
}
