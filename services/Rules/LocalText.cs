namespace TechMarket.Rules;

/// <summary>A text in Chinese, the language of record, and in English.</summary>
public sealed record LocalText(string Zh, string En)
{
    /// <summary>The English text for an English language tag, the Chinese one for every other.</summary>
    public string In(string language) =>
        language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;
}
