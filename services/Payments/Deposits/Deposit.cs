using TechMarket.Messages;

namespace TechMarket.Payments.Deposits;

public enum DepositState
{
    /// <summary>A decision was heard before the demand.</summary>
    Unknown,
    Awaited,
    Held,

    /// <summary>Its return is ordered and has not left the bank yet.</summary>
    Returning,
    Settled,

    /// <summary>Decided before any money came in: there is nothing to settle.</summary>
    Closed,
}

public enum DepositDecision
{
    Return,
    Apply,
    Forfeit,
}

/// <summary>A bid deposit: awaited, held, and settled exactly once as the sale decided.</summary>
sealed class Deposit
{
    private Deposit()
    {
    }

    /// <summary>The sale's own id of it.</summary>
    public Guid Id { get; private set; }

    public Guid SaleId { get; private set; }
    public string SaleNumber { get; private set; } = "";
    public string Title { get; private set; } = "";
    public Guid SellerId { get; private set; }
    public Guid PartyId { get; private set; }
    public string PartyName { get; private set; } = "";
    public Money? Amount { get; private set; }
    public DateTimeOffset? DueAt { get; private set; }
    public DepositState State { get; private set; }
    public BillId? BillId { get; private set; }
    public DateTimeOffset? HeldAt { get; private set; }
    public DepositDecision? Decision { get; private set; }
    public string? DecisionReason { get; private set; }
    public Guid? DealId { get; private set; }

    /// <summary>Until when the profile wants it settled.</summary>
    public DateTimeOffset? SettleBy { get; private set; }

    public string? Outcome { get; private set; }
    public string? SettledReference { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    public static Deposit Demanded(DepositDemanded demand, BillId bill)
    {
        var deposit = new Deposit { Id = demand.DepositId };
        deposit.Demand(demand, bill);
        return deposit;
    }

    /// <summary>The sale decided on a deposit that was never demanded here yet.</summary>
    public static Deposit DecidedFirst(DepositDecided fact, DepositDecision decision)
    {
        var deposit = new Deposit { Id = fact.DepositId, SaleId = fact.SaleId, PartyId = fact.PartyId };
        deposit.Note(fact, decision);
        return deposit;
    }

    /// <returns>True if money is awaited now; false when the sale has decided already.</returns>
    public bool Demand(DepositDemanded demand, BillId bill)
    {
        (SaleId, SaleNumber, Title, SellerId) = (demand.SaleId, demand.SaleNumber, demand.AchievementTitle, demand.SellerId);
        (PartyId, PartyName, Amount, DueAt) = (demand.PartyId, demand.PartyName, demand.Amount, demand.DueAt);
        BillId = bill;
        State = Decision is null ? DepositState.Awaited : DepositState.Closed;
        return State == DepositState.Awaited;
    }

    public void Hold(DateTimeOffset now)
    {
        Expect(DepositState.Awaited);
        (State, HeldAt) = (DepositState.Held, now);
    }

    /// <summary>Takes the sale's decision, the first one only.</summary>
    /// <returns>False when there was one before.</returns>
    public bool Decide(DepositDecided fact, DepositDecision decision)
    {
        if (Decision is not null) return false;
        Note(fact, decision);
        return true;
    }

    /// <summary>The decision came before the whole deposit did.</summary>
    public void Close()
    {
        Expect(DepositState.Awaited);
        State = DepositState.Closed;
    }

    public void StartReturn()
    {
        Expect(DepositState.Held);
        State = DepositState.Returning;
    }

    public void Settle(string outcome, string reference, DateTimeOffset now)
    {
        Expect(outcome == "RETURNED" ? DepositState.Returning : DepositState.Held);
        (State, Outcome, SettledReference, SettledAt) = (DepositState.Settled, outcome, reference, now);
    }

    private void Note(DepositDecided fact, DepositDecision decision) =>
        (Decision, DecisionReason, DealId, SettleBy) = (decision, fact.Reason, fact.DealId, fact.DueAt);

    private void Expect(DepositState needed)
    {
        if (State != needed) throw Problems.DepositWrongState.With(("state", State), ("needed", needed));
    }
}
