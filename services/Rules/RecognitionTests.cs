namespace TechMarket.Rules;

/// <summary>
/// One tick box of the registrar's list, worded so that yes is good. An advisory test is asked by some agencies and
/// bars nothing when it fails.
/// </summary>
public sealed record RecognitionTest(
    string Code, IReadOnlyList<string> AppliesTo, string Zh, string En, string ReasonCodeIfFailed, string Source, bool Advisory = false);

/// <summary>认定条件: the tests a contract must pass to be registered in a category.</summary>
public static class RecognitionTests
{
    const string EveryCategory = "*";
    static readonly IReadOnlyList<RecognitionTest> Loaded = RuleData.Read<TestFile>("recognition-tests.json").Tests;

    public static IReadOnlyList<RecognitionTest> All => Loaded;

    /// <summary>Tests of form that every contract must pass, whatever its category.</summary>
    public static IReadOnlyList<RecognitionTest> General { get; } = [.. Loaded.Where(test => test.AppliesTo.Contains(EveryCategory))];

    /// <summary>The tests of a category: its class's and its own.</summary>
    public static IReadOnlyList<RecognitionTest> For(string category)
    {
        var entry = CodeLists.ContractCategory.Get(category);
        return [.. Loaded.Where(test => test.AppliesTo.Contains(entry.Code) || (entry.Parent is { } parent && test.AppliesTo.Contains(parent)))];
    }

    public static RecognitionTest? Find(string code) => Loaded.FirstOrDefault(test => test.Code == code);

    sealed record TestFile(IReadOnlyList<RecognitionTest> Tests);
}
