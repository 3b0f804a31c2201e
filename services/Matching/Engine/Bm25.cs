namespace TechMarket.Matching.Engine;

/// <summary>
/// BM25F. A term's impact on a document depends on that document alone (field lengths are held against fixed reference
/// lengths), so a change to one document never changes another's stored impacts; only the idf is taken at query time.
/// </summary>
internal static class Bm25
{
    public const int Fields = 3;
    private const float Saturation = 1.2f;
    private const float LengthEffect = 0.4f;
    private static readonly float[] Weights = [2f, 2f, 1f];
    private static readonly float[] ReferenceLengths = [20f, 16f, 90f];

    /// <summary>What one occurrence adds in a field (title, keywords, summary) of so many tokens.</summary>
    public static float Occurrence(int field, int fieldLength) =>
        Weights[field] / (1 - LengthEffect + LengthEffect * fieldLength / ReferenceLengths[field]);

    /// <summary>The saturated sum of occurrences in one byte, never zero.</summary>
    public static byte Impact(float occurrences) =>
        (byte)Math.Clamp((int)MathF.Round(255f * occurrences / (Saturation + occurrences)), 1, 255);

    /// <summary>Scaled so that the impact byte counts as 0 to 1.</summary>
    public static float Weight(int documentsWithTerm, int documents) => Idf(documentsWithTerm, documents) / 255f;

    public static float Idf(int documentsWithTerm, int documents) =>
        MathF.Log(1 + (documents - documentsWithTerm + 0.5f) / (documentsWithTerm + 0.5f));
}
