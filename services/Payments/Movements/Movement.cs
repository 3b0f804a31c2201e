using TechMarket.Messages;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Providers;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Movements;

public enum MovementDirection
{
    In,
    Out,
}

public enum MovementState
{
    /// <summary>Waits for finance.</summary>
    Queued,

    /// <summary>Set aside with a note.</summary>
    Parked,
    Matched,

    /// <summary>Its return to the sender is ordered.</summary>
    Returned,
}

public enum QueueReason
{
    NoReference,
    ReferenceUnreadable,
    ReferenceUnknown,
    SeveralReferences,
    AmountShort,
    AmountOver,
    BillClosed,
    Late,
    PayerDiffers,
    CurrencyDiffers,
    PayoutUnknown,
    PayoutNotReleased,
    AmountDiffers,
}

/// <summary>Money as the bank or a provider reports it.</summary>
/// <param name="Reference">The bank's serial number or the provider's id; once per provider.</param>
sealed record Reported(
    ProviderCode Provider, string Reference, MovementDirection Direction, Money Amount, DateOnly BookedOn, string? CounterpartyName, string? CounterpartyAccount,
    string? CounterpartyBank, string? Remark);

/// <summary>Money that came in or went out (资金流水), and what it was for. It is matched once.</summary>
sealed class Movement
{
    private Movement()
    {
    }

    public Movement(MovementId id, Reported reported, Guid? statementId, int? row, DateTimeOffset now)
    {
        Id = id;
        (Provider, Reference, Direction, Amount, BookedOn) = (reported.Provider, reported.Reference, reported.Direction, reported.Amount, reported.BookedOn);
        (CounterpartyName, CounterpartyAccount, CounterpartyBank, Remark) = (reported.CounterpartyName, reported.CounterpartyAccount, reported.CounterpartyBank, reported.Remark);
        (StatementId, Row, State, ArrivedAt) = (statementId, row, MovementState.Queued, now);
    }

    public MovementId Id { get; private set; }
    public ProviderCode Provider { get; private set; }
    public string Reference { get; private set; } = "";
    public MovementDirection Direction { get; private set; }
    public Money Amount { get; private set; } = null!;
    public DateOnly BookedOn { get; private set; }
    public string? CounterpartyName { get; private set; }
    public string? CounterpartyAccount { get; private set; }
    public string? CounterpartyBank { get; private set; }
    public string? Remark { get; private set; }
    public Guid? StatementId { get; private set; }
    public int? Row { get; private set; }
    public MovementState State { get; private set; }
    public QueueReason? QueueReason { get; private set; }
    public BillId? BillId { get; private set; }
    public PayoutId? PayoutId { get; private set; }

    /// <summary>What of it counts towards the bill; the rest is surplus that goes back.</summary>
    public Money? Allotted { get; private set; }

    public string? Note { get; private set; }
    public string? SettledBy { get; private set; }
    public DateTimeOffset ArrivedAt { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Where the money is.</summary>
    public AccountKey Place => Provider == ProviderCode.Stripe ? AccountKey.Clearing(Amount.Currency) : AccountKey.Bank(Amount.Currency);

    public void Queue(QueueReason reason) => QueueReason = reason;

    /// <summary>Counts towards a bill. A movement is matched once.</summary>
    public void MatchTo(BillId bill, Money allotted, Caller? by, DateTimeOffset now)
    {
        Require(MovementDirection.In);
        if (allotted.Amount <= 0 || allotted > Amount) throw new InvalidOperationException("What counts is a part of what came.");
        (BillId, Allotted) = (bill, allotted);
        Settle(MovementState.Matched, by, now);
    }

    /// <summary>This is the payout leaving the bank.</summary>
    public void MatchTo(PayoutId payout, Caller? by, DateTimeOffset now)
    {
        Require(MovementDirection.Out);
        PayoutId = payout;
        Settle(MovementState.Matched, by, now);
    }

    /// <summary>The payment provider passed on what it held.</summary>
    public void IsProviderSettlement(Caller by, DateTimeOffset now)
    {
        Require(MovementDirection.In);
        if (Provider == ProviderCode.Stripe) throw Problems.DirectionDiffers.With(("provider", Provider));
        Settle(MovementState.Matched, by, now);
    }

    /// <summary>Nobody is found for it, or it is not wanted: it goes back.</summary>
    public void Return(PayoutId payout, string reason, Caller by, DateTimeOffset now)
    {
        Require(MovementDirection.In);
        (PayoutId, Note) = (payout, reason);
        Settle(MovementState.Returned, by, now);
    }

    public void Park(string note)
    {
        if (State != MovementState.Queued) throw Problems.MovementSettled.With(("state", State));
        (State, Note) = (MovementState.Parked, note);
    }

    public void Resume()
    {
        if (State != MovementState.Parked) throw Problems.MovementSettled.With(("state", State));
        State = MovementState.Queued;
    }

    private void Require(MovementDirection direction)
    {
        if (State is not (MovementState.Queued or MovementState.Parked)) throw Problems.MovementSettled.With(("state", State));
        if (Direction != direction) throw Problems.DirectionDiffers.With(("direction", Direction));
    }

    private void Settle(MovementState state, Caller? by, DateTimeOffset now) => (State, SettledBy, SettledAt) = (state, by?.PersonName, now);
}
