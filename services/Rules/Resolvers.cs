using System.Text.RegularExpressions;

namespace TechMarket.Rules;

/// <summary>Technical fields as people and older lists write them.</summary>
public static class TechFields
{
    /// <summary>The field's code for a code or a name (农业, 农业技术, agriculture), or null.</summary>
    public static string? Resolve(string? text) => CodeLists.TechField.Match(text)?.Code;
}

/// <summary>Ways of transfer as people and older lists write them.</summary>
public static class TransferWays
{
    public static string? Resolve(string? text) => CodeLists.TransferWay.Match(text)?.Code;

    /// <summary>All ways named in a list such as 转让、许可、合作开发, each once, unknown words left out.</summary>
    public static IReadOnlyList<string> ResolveAll(string? text) => text is null
        ? []
        : [.. text.Split([',', '，', '、', ';', '；', '/', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Resolve).OfType<string>().Distinct()];
}

/// <summary>Kinds of intellectual property, read from free text such as 发明专利 CN104806280B.</summary>
public static partial class IpTypes
{
    /// <summary>
    /// The kind's code or null. A bare patent number tells its kind by the digit after the year (1 invention, 2 utility
    /// model, 3 design); the word 专利 alone gives the group PATENT, for nothing more is known.
    /// </summary>
    public static string? Resolve(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (CodeLists.IpType.TryMatch(text, out var exact)) return exact.Code;
        foreach (var (word, code) in Words)
            if (text.Contains(word, StringComparison.Ordinal)) return code;
        if (!text.Contains("专利", StringComparison.Ordinal)) return null;
        var number = PatentNumber().Match(text);
        return number.Success && KindOf(number) is { } kind ? kind : "PATENT";
    }

    /// <summary>True if the text names an application, not a granted right.</summary>
    public static bool IsApplicationOnly(string? text) =>
        text is not null && ApplicationWords().IsMatch(text) && !text.Contains("授权", StringComparison.Ordinal);

    static readonly (string Word, string Code)[] Words =
    [
        ("实用新型", "UTILITY_MODEL"), ("外观设计", "DESIGN_PATENT"), ("发明", "INVENTION_PATENT"), ("布图", "IC_LAYOUT"),
        ("软件", "SOFTWARE_COPYRIGHT"), ("软著", "SOFTWARE_COPYRIGHT"), ("植物新品种", "PLANT_VARIETY"), ("医药新品种", "BIO_MEDICAL_VARIETY"),
        ("设计著作权", "DESIGN_COPYRIGHT"), ("技术秘密", "KNOW_HOW"), ("专有技术", "KNOW_HOW"), ("未涉及", "NONE"),
    ];

    static string? KindOf(Match number) =>
        (number.Groups["old"].Success ? number.Groups["old"].Value : number.Groups["new"].Value) switch
        {
            "1" or "8" => "INVENTION_PATENT",
            "2" or "9" => "UTILITY_MODEL",
            "3" => "DESIGN_PATENT",
            _ => null,
        };

    [GeneratedRegex(@"(?<!\d)(?:(?:19|20)\d{2}(?<new>\d)\d{7}|(?:8[5-9]|9\d|0[0-3])(?<old>\d)\d{5})(?!\d{2})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PatentNumber();

    [GeneratedRegex("申请|申报|预期", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ApplicationWords();
}

/// <summary>Stages of maturity and the readiness levels they stand for.</summary>
public static class Maturities
{
    static readonly Dictionary<string, (int From, int To)> Levels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["LAB"] = (1, 3),
        ["SMALL_TEST"] = (4, 4),
        ["PROTOTYPE"] = (5, 6),
        ["PILOT"] = (6, 7),
        ["SMALL_BATCH"] = (8, 8),
        ["INDUSTRIAL"] = (9, 9),
    };

    /// <summary>The stage's code for a code, a stage or a market's wording (通过小试, 可以量产), or null.</summary>
    public static string? Resolve(string? text) => CodeLists.Maturity.Match(text)?.Code;

    /// <summary>The readiness levels of a stage. They overlap where the spoken stages do.</summary>
    public static (int From, int To) TrlRange(string stage) =>
        Levels.TryGetValue(stage, out var range) ? range : throw new ArgumentException($"There is no stage '{stage}'.", nameof(stage));

    /// <summary>The usual stage of a readiness level.</summary>
    public static string StageOf(int trl) => trl switch
    {
        >= 1 and <= 3 => "LAB",
        4 => "SMALL_TEST",
        5 => "PROTOTYPE",
        6 or 7 => "PILOT",
        8 => "SMALL_BATCH",
        9 => "INDUSTRIAL",
        _ => throw new ArgumentOutOfRangeException(nameof(trl), trl, "Readiness levels run from 1 to 9."),
    };
}
