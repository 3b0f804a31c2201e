using TechMarket.Platform.Ids;

namespace TechMarket.Trading.Sales;

readonly record struct SaleId(Guid Value) : ITypedId<SaleId>
{
    public static SaleId From(Guid value) => new(value);

    public static bool TryParse(string? text, out SaleId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new SaleId(value);
        return known;
    }

    public override string ToString() => Value.ToString();
}

readonly record struct SalePartyId(Guid Value) : ITypedId<SalePartyId>
{
    public static SalePartyId From(Guid value) => new(value);

    public static bool TryParse(string? text, out SalePartyId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new SalePartyId(value);
        return known;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>How the price is sought.</summary>
enum SaleMode
{
    /// <summary>挂牌交易: an open listing; one party negotiates, several bid.</summary>
    Listing,

    /// <summary>拍卖: by a licensed auction house.</summary>
    Auction,
}

enum SaleState
{
    /// <summary>The seller writes the terms, for the first time or anew.</summary>
    Draft,

    /// <summary>The unit's approver looks at the terms before the bureau does.</summary>
    UnitReview,

    /// <summary>The bureau reviews.</summary>
    Submitted,
    Returned,

    /// <summary>Public; parties register.</summary>
    Announced,

    /// <summary>Nobody can register any more; what it waits for is in <see cref="SaleWait"/>.</summary>
    ClosedForRegistration,

    /// <summary>One party qualified: it negotiates at not less than the base price.</summary>
    Negotiating,

    /// <summary>Several parties qualified: they bid.</summary>
    Bidding,

    /// <summary>Transferee and price are announced.</summary>
    ResultNotice,

    /// <summary>The deal is concluded.</summary>
    Concluded,
    Lapsed,
    Withdrawn,
}

/// <summary>What a sale whose registration is closed waits for, or why it found no transferee.</summary>
enum SaleWait
{
    None,

    /// <summary>Parties still have to be qualified or refused, or their deposit to arrive.</summary>
    Qualification,
    NobodyQualified,
    TalksFailed,
    NoBid,
    UnderReserve,
    BiddingCancelled,
    ResultCancelled,
    Defaulted,
}

enum SaleStep
{
    Rewrite,
    Submit,
    Approve,
    Return,
    Announce,
    Register,
    Decide,
    Close,
    Resolve,
    Extend,
    Revise,
    Lapse,
    FailTalks,
    AgreeTalks,
    EndBidding,
    CancelResult,
    Conclude,
    Default,
    WithdrawUnannounced,
    Terminate,
}

/// <summary>The state machine (DOMAIN 7, Listing): which step is possible in which state. What is not listed here is refused.</summary>
static class SaleSteps
{
    /// <summary>The achievement is free of the sale.</summary>
    public static readonly IReadOnlyList<SaleState> Over = [SaleState.Concluded, SaleState.Lapsed, SaleState.Withdrawn];

    private static readonly Dictionary<SaleStep, SaleState[]> From = new()
    {
        [SaleStep.Rewrite] = [SaleState.Draft, SaleState.Returned],
        [SaleStep.Submit] = [SaleState.Draft, SaleState.Returned],
        [SaleStep.Approve] = [SaleState.UnitReview],
        [SaleStep.Return] = [SaleState.UnitReview, SaleState.Submitted],
        [SaleStep.Announce] = [SaleState.Submitted],
        [SaleStep.Register] = [SaleState.Announced],
        [SaleStep.Decide] = [SaleState.Announced, SaleState.ClosedForRegistration],
        [SaleStep.Close] = [SaleState.Announced],
        [SaleStep.Resolve] = [SaleState.ClosedForRegistration],
        [SaleStep.Extend] = [SaleState.ClosedForRegistration],
        [SaleStep.Revise] = [SaleState.Announced, SaleState.ClosedForRegistration],
        [SaleStep.Lapse] = [SaleState.ClosedForRegistration],
        [SaleStep.FailTalks] = [SaleState.Negotiating],
        [SaleStep.AgreeTalks] = [SaleState.Negotiating],
        [SaleStep.EndBidding] = [SaleState.Bidding],
        [SaleStep.CancelResult] = [SaleState.ResultNotice],
        [SaleStep.Conclude] = [SaleState.ResultNotice],
        [SaleStep.Default] = [SaleState.Concluded],
        [SaleStep.WithdrawUnannounced] = [SaleState.Draft, SaleState.UnitReview, SaleState.Submitted, SaleState.Returned],
        [SaleStep.Terminate] =
            [SaleState.Draft, SaleState.UnitReview, SaleState.Submitted, SaleState.Returned, SaleState.Announced, SaleState.ClosedForRegistration],
    };

    public static bool Allows(SaleStep step, SaleState state) => From[step].Contains(state);
}

enum SalePartyState
{
    /// <summary>Confirmed the non-disclosure duty to look at the achievement; has not registered.</summary>
    Interested,
    Registered,

    /// <summary>Meets the announced conditions. It takes part once its deposit is held.</summary>
    Qualified,
    Refused,
    Withdrawn,

    /// <summary>Its deposit did not arrive in time.</summary>
    Excluded,
}

/// <summary>What becomes of a deposit (保证金): decided once for every deposit that is held.</summary>
enum DepositDecision
{
    Return,

    /// <summary>It counts towards the price.</summary>
    Apply,
    Forfeit,
}
