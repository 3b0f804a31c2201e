using TechMarket.Platform.Ids;

namespace TechMarket.Trading.Negotiations;

readonly record struct NegotiationId(Guid Value) : ITypedId<NegotiationId>
{
    public static NegotiationId From(Guid value) => new(value);

    public static bool TryParse(string? text, out NegotiationId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new NegotiationId(value);
        return known;
    }

    public override string ToString() => Value.ToString();
}

readonly record struct OfferId(Guid Value) : ITypedId<OfferId>
{
    public static OfferId From(Guid value) => new(value);

    public static bool TryParse(string? text, out OfferId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new OfferId(value);
        return known;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>The two sides of a negotiation: holder and enterprise.</summary>
enum Side
{
    Seller,
    Buyer,
}

enum NegotiationState
{
    /// <summary>The enterprise asked to talk; the holder has not taken it up.</summary>
    Invited,
    NdaPending,
    Active,

    /// <summary>A version of the term sheet has been put on the table.</summary>
    TermSheet,

    /// <summary>Agreed; the seller still has to announce the price.</summary>
    Agreed,

    /// <summary>The price notice is public.</summary>
    Notice,

    /// <summary>The deal is concluded, the contract is drawn up and signed.</summary>
    Contracting,
    ClosedWon,
    Stalled,
    ClosedLost,
}

/// <summary>What can happen to a negotiation.</summary>
enum NegotiationStep
{
    TakeUp,
    ConfirmNda,
    MakeOffer,
    DeclineOffer,
    Accept,
    PostMessage,
    Decline,
    Withdraw,
    Stall,
    Lapse,
    BeginNotice,
    ReviseNotice,
    CancelNotice,
    Conclude,
    Win,
}

/// <summary>How a negotiation ended without a deal.</summary>
enum NegotiationOutcome
{
    Declined,
    Withdrawn,
    NoticeCancelled,
    Lapsed,
}

/// <summary>The state machine (DOMAIN 7): which step is possible in which state. What is not listed here is refused.</summary>
static class NegotiationSteps
{
    /// <summary>Before anything is agreed.</summary>
    public static readonly IReadOnlyList<NegotiationState> Talking =
        [NegotiationState.Invited, NegotiationState.NdaPending, NegotiationState.Active, NegotiationState.TermSheet];

    public static readonly IReadOnlyList<NegotiationState> Closed = [NegotiationState.ClosedWon, NegotiationState.ClosedLost];

    private static readonly Dictionary<NegotiationStep, NegotiationState[]> From = new()
    {
        [NegotiationStep.TakeUp] = [NegotiationState.Invited],
        [NegotiationStep.ConfirmNda] = [NegotiationState.NdaPending],
        [NegotiationStep.MakeOffer] = [NegotiationState.Active, NegotiationState.TermSheet],
        [NegotiationStep.DeclineOffer] = [NegotiationState.TermSheet],
        [NegotiationStep.Accept] = [NegotiationState.TermSheet],
        [NegotiationStep.PostMessage] = [.. Talking, NegotiationState.Agreed, NegotiationState.Notice, NegotiationState.Contracting],
        [NegotiationStep.Decline] = [.. Talking],
        [NegotiationStep.Withdraw] = [.. Talking, NegotiationState.Agreed],
        [NegotiationStep.Stall] = [.. Talking],
        [NegotiationStep.Lapse] = [.. Talking],
        [NegotiationStep.BeginNotice] = [NegotiationState.Agreed],
        [NegotiationStep.ReviseNotice] = [NegotiationState.Notice],
        [NegotiationStep.CancelNotice] = [NegotiationState.Notice],
        [NegotiationStep.Conclude] = [NegotiationState.Agreed, NegotiationState.Notice],
        [NegotiationStep.Win] = [NegotiationState.Contracting],
    };

    /// <summary>A stalled negotiation goes on from where it stalled, so what was possible there still is; it does not stall twice.</summary>
    public static bool Allows(NegotiationStep step, NegotiationState state, NegotiationState? stalledFrom) =>
        state == NegotiationState.Stalled
            ? step != NegotiationStep.Stall && stalledFrom is { } before && From[step].Contains(before)
            : From[step].Contains(state);
}
