using TechMarket.Messages;
using TechMarket.Platform.Files;
using TechMarket.Platform.Ids;

namespace TechMarket.Trading.Appraisals;

readonly record struct AppraisalId(Guid Value) : ITypedId<AppraisalId>
{
    public static AppraisalId From(Guid value) => new(value);

    public static bool TryParse(string? text, out AppraisalId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new AppraisalId(value);
        return known;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>How the value was found (资产评估准则).</summary>
enum AppraisalMethod
{
    /// <summary>市场法.</summary>
    Market,

    /// <summary>收益法.</summary>
    Income,

    /// <summary>成本法.</summary>
    Cost,
}

/// <summary>An appraisal report (资产评估报告) of an achievement, on record with its file; it never changes.</summary>
sealed class Appraisal
{
    public required AppraisalId Id { get; init; }
    public required Guid AchievementId { get; init; }
    public required Guid OwnerId { get; init; }
    public required AppraisalMethod Method { get; init; }
    public required string Agency { get; init; }
    public required string ReportNumber { get; init; }
    public required DateOnly ReportedOn { get; init; }

    /// <summary>The last day on which the value may be used.</summary>
    public required DateOnly ValidUntil { get; init; }

    public required Money Value { get; init; }
    public required string Purpose { get; init; }
    public string? FilingNumber { get; init; }
    public required FileRef File { get; init; }
    public required string RecordedByName { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    public bool IsExpired(DateOnly today) => today > ValidUntil;
}
