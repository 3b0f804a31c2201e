using TechMarket.Messages;
using TechMarket.Payments.Ledger;

namespace TechMarket.Payments.Bills;

public enum BillPurpose
{
    /// <summary>A bid deposit (保证金).</summary>
    Deposit,

    /// <summary>A milestone of a deal, into escrow.</summary>
    Milestone,

    /// <summary>A broker's part of a commission.</summary>
    Commission,
}

public enum BillState
{
    Open,
    Paid,
    Cancelled,
}

/// <summary>Money the market expects from a party (缴款单): found on the bank statement by its reference code.</summary>
sealed class Bill
{
    private Bill()
    {
    }

    public BillId Id { get; private set; }
    public string Code { get; private set; } = "";
    public BillPurpose Purpose { get; private set; }

    /// <summary>The deposit, the deal or the commission's payout it is for.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Counted from 1.</summary>
    public int? Milestone { get; private set; }

    /// <summary>The sale, deal or commission as people know it.</summary>
    public string SubjectNumber { get; private set; } = "";

    public string Title { get; private set; } = "";
    public Guid PayerId { get; private set; }
    public string PayerName { get; private set; } = "";

    /// <summary>Whose account the money counts for: the depositor's, the deal's, the broker's.</summary>
    public Guid HolderId { get; private set; }

    public string HolderName { get; private set; } = "";
    public Money Amount { get; private set; } = null!;

    /// <summary>An individual broker's income tax that is kept back from it.</summary>
    public Money? Withheld { get; private set; }

    public DateTimeOffset? DueAt { get; private set; }
    public BillState State { get; private set; }
    public DateTimeOffset RaisedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public string? CloseReason { get; private set; }

    public AccountKey Target => Purpose switch
    {
        BillPurpose.Deposit => new AccountKey(AccountKind.DepositHeld, HolderId, Amount.Currency, HolderName),
        BillPurpose.Milestone => new AccountKey(AccountKind.Escrow, HolderId, Amount.Currency, HolderName),
        _ => new AccountKey(AccountKind.BrokerPayable, HolderId, Amount.Currency, HolderName),
    };

    public static Bill ForDeposit(BillId id, string code, DepositDemanded demand, DateTimeOffset now) => new()
    {
        Id = id, Code = code, Purpose = BillPurpose.Deposit, SubjectId = demand.DepositId, SubjectNumber = demand.SaleNumber, Title = demand.AchievementTitle,
        PayerId = demand.PartyId, PayerName = demand.PartyName, HolderId = demand.PartyId, HolderName = demand.PartyName, Amount = demand.Amount, DueAt = demand.DueAt,
        State = BillState.Open, RaisedAt = now,
    };

    public static Bill ForMilestone(BillId id, string code, Escrows.Escrow escrow, int milestone, Money amount, DateTimeOffset now) => new()
    {
        Id = id, Code = code, Purpose = BillPurpose.Milestone, SubjectId = escrow.Id, Milestone = milestone, SubjectNumber = escrow.Number, Title = escrow.Title,
        PayerId = escrow.BuyerId, PayerName = escrow.BuyerName, HolderId = escrow.Id, HolderName = escrow.Number, Amount = amount, State = BillState.Open, RaisedAt = now,
    };

    public static Bill ForCommission(BillId id, string code, CommissionPayable payable, DateTimeOffset now) => new()
    {
        Id = id, Code = code, Purpose = BillPurpose.Commission, SubjectId = payable.PayoutId, SubjectNumber = payable.Number, Title = payable.Title,
        PayerId = payable.PayerId, PayerName = payable.PayerName, HolderId = payable.BrokerId, HolderName = payable.BrokerName, Amount = payable.Amount,
        Withheld = payable.Withheld, State = BillState.Open, RaisedAt = now,
    };

    /// <summary>How much of an arriving sum counts towards it; the rest is surplus.</summary>
    public Money Share(Money arriving, decimal receivedBefore)
    {
        if (State != BillState.Open) throw Problems.BillClosed.With(("state", State));
        if (arriving.Currency != Amount.Currency) throw Problems.CurrencyDiffers.With(("currency", Amount.Currency));
        return new Money(Math.Min(arriving.Amount, Amount.Amount - receivedBefore), Amount.Currency);
    }

    public void Pay(DateTimeOffset now)
    {
        if (State != BillState.Open) throw Problems.BillClosed.With(("state", State));
        (State, ClosedAt) = (BillState.Paid, now);
    }

    /// <summary>Nothing more is expected; a paid bill stays paid.</summary>
    /// <returns>False if it was closed before.</returns>
    public bool Cancel(string reason, DateTimeOffset now)
    {
        if (State != BillState.Open) return false;
        (State, CloseReason, ClosedAt) = (BillState.Cancelled, reason, now);
        return true;
    }
}
