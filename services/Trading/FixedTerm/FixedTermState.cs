using TechMarket.Platform.Ids;

namespace TechMarket.Trading.FixedTerm;

readonly record struct FixedTermId(Guid Value) : ITypedId<FixedTermId>
{
    public static FixedTermId From(Guid value) => new(value);

    public static bool TryParse(string? text, out FixedTermId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new FixedTermId(value);
        return known;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>What is offered to whoever meets the terms.</summary>
enum FixedTermKind
{
    /// <summary>先用后转 / 先使用后付费: free use first, the price when a trigger is met (DOMAIN 5.5).</summary>
    TryThenPay,

    /// <summary>专利开放许可: a declared price for everybody who gives notice (专利法 50-52).</summary>
    OpenLicense,
}

enum FixedTermState
{
    Draft,

    /// <summary>The unit's approver looks at the terms before the bureau does.</summary>
    UnitReview,

    /// <summary>The bureau reviews.</summary>
    Submitted,
    Returned,

    /// <summary>Approved; the price formula of a public body is on public notice (公示) first.</summary>
    Notice,

    /// <summary>Anybody who meets the terms can take it up.</summary>
    Published,
    Expired,
    Withdrawn,
}

enum FixedTermStep
{
    Rewrite,
    Submit,
    Approve,
    Return,
    Publish,
    ReturnFromNotice,
    Open,
    Withdraw,
    Expire,
    TakeUp,
}

/// <summary>The state machine of an offer: which step is possible in which state. What is not listed here is refused.</summary>
static class FixedTermSteps
{
    /// <summary>Nobody can take it up any more.</summary>
    public static readonly IReadOnlyList<FixedTermState> Over = [FixedTermState.Expired, FixedTermState.Withdrawn];

    /// <summary>Everybody may read it.</summary>
    public static readonly IReadOnlyList<FixedTermState> Public =
        [FixedTermState.Notice, FixedTermState.Published, FixedTermState.Expired, FixedTermState.Withdrawn];

    /// <summary>Public and not over: it binds the achievement.</summary>
    public static readonly IReadOnlyList<FixedTermState> Standing = [FixedTermState.Notice, FixedTermState.Published];

    private static readonly Dictionary<FixedTermStep, FixedTermState[]> From = new()
    {
        [FixedTermStep.Rewrite] = [FixedTermState.Draft, FixedTermState.Returned],
        [FixedTermStep.Submit] = [FixedTermState.Draft, FixedTermState.Returned],
        [FixedTermStep.Approve] = [FixedTermState.UnitReview],
        [FixedTermStep.Return] = [FixedTermState.UnitReview, FixedTermState.Submitted],
        [FixedTermStep.Publish] = [FixedTermState.Submitted],
        [FixedTermStep.ReturnFromNotice] = [FixedTermState.Notice],
        [FixedTermStep.Open] = [FixedTermState.Notice],
        [FixedTermStep.Withdraw] =
            [FixedTermState.Draft, FixedTermState.UnitReview, FixedTermState.Submitted, FixedTermState.Returned, FixedTermState.Notice,
                FixedTermState.Published],
        [FixedTermStep.Expire] = [FixedTermState.Notice, FixedTermState.Published],
        [FixedTermStep.TakeUp] = [FixedTermState.Published],
    };

    public static bool Allows(FixedTermStep step, FixedTermState state) => From[step].Contains(state);
}
