using TechMarket.Messages;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Providers;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Payouts;

public enum PayoutKind
{
    DepositReturn,

    /// <summary>What came in beyond a bill.</summary>
    Surplus,

    /// <summary>Money nobody was found for, back to its sender.</summary>
    Unclaimed,
    EscrowRefund,
    Seller,
    Commission,
    Tax,
    Fee,
}

public enum PayoutState
{
    /// <summary>Ordered by the market's rules or by finance; the receiving account is not confirmed.</summary>
    Raised,

    /// <summary>The first person has confirmed whom it goes to.</summary>
    Prepared,

    /// <summary>A second person let it go.</summary>
    Released,

    /// <summary>It has left.</summary>
    Executed,
    Cancelled,
}

/// <summary>Where a payout goes.</summary>
sealed record BankDetails(string AccountName, string AccountNumber, string BankName)
{
    /// <summary>For lists: the last four characters only.</summary>
    public string Masked => AccountNumber.Length <= 4 ? AccountNumber : "****" + AccountNumber[^4..];
}

/// <summary>An order to pay out of an account of the ledger (付款单). Two people let it go: who prepares it does not release it.</summary>
sealed class Payout
{
    private Payout()
    {
    }

    public PayoutId Id { get; private set; }
    public string Number { get; private set; } = "";
    public PayoutKind Kind { get; private set; }

    /// <summary>What led to it; once.</summary>
    public string Cause { get; private set; } = "";

    public AccountKind FromKind { get; private set; }
    public Guid FromHolder { get; private set; }
    public string FromName { get; private set; } = "";

    /// <summary>The deposit, deal, commission part or movement behind it; what is locked when it moves on.</summary>
    public Guid SubjectId { get; private set; }

    public Guid? PayeeId { get; private set; }
    public string PayeeName { get; private set; } = "";
    public Money Amount { get; private set; } = null!;
    public string Purpose { get; private set; } = "";
    public ProviderCode Provider { get; private set; }

    /// <summary>The provider's payment that is given back.</summary>
    public string? RefundOf { get; private set; }

    /// <summary>The payee's own account at the provider.</summary>
    public string? ProviderAccount { get; private set; }

    public BankDetails? Receiver { get; private set; }
    public PayoutState State { get; private set; }

    /// <summary>Until when it must have left.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public DateTimeOffset RaisedAt { get; private set; }
    public Guid? RaisedById { get; private set; }
    public string? RaisedBy { get; private set; }
    public Guid? PreparedById { get; private set; }
    public string? PreparedBy { get; private set; }
    public DateTimeOffset? PreparedAt { get; private set; }
    public Guid? ReleasedById { get; private set; }
    public string? ReleasedBy { get; private set; }
    public DateTimeOffset? ReleasedAt { get; private set; }
    public string? Reference { get; private set; }
    public DateOnly? ExecutedOn { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public string? Note { get; private set; }

    public bool IsOpen => State is PayoutState.Raised or PayoutState.Prepared or PayoutState.Released;

    public bool MayCancel => CanBeOrderedAgain && State is (PayoutState.Raised or PayoutState.Prepared);

    private bool CanBeOrderedAgain => Kind is PayoutKind.Seller or PayoutKind.Tax or PayoutKind.Fee;

    public AccountKey From => new(FromKind, FromHolder, Amount.Currency, FromName);

    /// <summary>What the payout leaves from.</summary>
    public AccountKey Place => Provider == ProviderCode.Stripe ? AccountKey.Clearing(Amount.Currency) : AccountKey.Bank(Amount.Currency);

    public static Payout Raise(PayoutId id, string number, PayoutOrder order, Caller? by, DateTimeOffset now) => new()
    {
        Id = id, Number = number, Kind = order.Kind, Cause = order.Cause, FromKind = order.From.Kind, FromHolder = order.From.Holder, FromName = order.From.Name,
        SubjectId = order.SubjectId, PayeeId = order.PayeeId, PayeeName = order.PayeeName, Amount = order.Amount, Purpose = order.Purpose, Provider = order.Provider,
        RefundOf = order.RefundOf, Receiver = order.Receiver, DueAt = order.DueAt, State = PayoutState.Raised, RaisedAt = now, RaisedById = by?.PersonId,
        RaisedBy = by?.PersonName,
    };

    /// <summary>The first person confirms whom the money goes to.</summary>
    /// <param name="receiver">The bank account; not for what a provider gives back.</param>
    /// <param name="providerAccount">Instead, the payee's account at the provider.</param>
    public void Prepare(BankDetails? receiver, string? providerAccount, Caller by, DateTimeOffset now)
    {
        Expect(PayoutState.Raised);
        if (RefundOf is null)
        {
            if (receiver is null && providerAccount is null) throw Problems.ReceiverMissing.Now();
            Receiver = providerAccount is null ? receiver : null;
            ProviderAccount = providerAccount;
            Provider = providerAccount is null ? ProviderCode.BankTransfer : ProviderCode.Stripe;
        }
        (State, PreparedById, PreparedBy, PreparedAt) = (PayoutState.Prepared, by.PersonId, by.PersonName, now);
    }

    /// <summary>A second person lets it go: neither who prepared it nor who ordered it.</summary>
    public void Release(Caller by, DateTimeOffset now)
    {
        Expect(PayoutState.Prepared);
        if (by.PersonId == PreparedById || by.PersonId == RaisedById) throw Problems.SecondPersonNeeded.With(("preparedBy", PreparedBy));
        (State, ReleasedById, ReleasedBy, ReleasedAt) = (PayoutState.Released, by.PersonId, by.PersonName, now);
    }

    /// <summary>Back to the start: a detail is wrong, or the bank refused it. Both people look again.</summary>
    public void SendBack(string reason)
    {
        if (State is not (PayoutState.Prepared or PayoutState.Released)) throw WrongState(PayoutState.Prepared, PayoutState.Released);
        (State, Note) = (PayoutState.Raised, reason);
        (PreparedById, PreparedBy, PreparedAt, ReleasedById, ReleasedBy, ReleasedAt) = (null, null, null, null, null, null);
    }

    /// <summary>The money is not the payee's after all: it goes back to who paid it in.</summary>
    public void Redirect(Guid payerId, string payerName, Money amount)
    {
        if (State is not (PayoutState.Raised or PayoutState.Prepared)) throw WrongState(PayoutState.Raised, PayoutState.Prepared);
        (Kind, PayeeId, PayeeName, Amount, Receiver, ProviderAccount, State) = (PayoutKind.Surplus, payerId, payerName, amount, null, null, PayoutState.Raised);
        (PreparedById, PreparedBy, PreparedAt) = (null, null, null);
    }

    /// <summary>It has left, by the bank's or the provider's reference.</summary>
    public void Execute(string reference, DateOnly executedOn, DateTimeOffset now)
    {
        Expect(PayoutState.Released);
        if (executedOn < Rules.ChinaTime.DayOf(ReleasedAt!.Value)) throw Problems.ExecutedBeforeRelease.Now();
        (State, Reference, ExecutedOn, ClosedAt) = (PayoutState.Executed, reference, executedOn, now);
    }

    /// <summary>Not to be paid for now. What the market owes back to somebody cannot be cancelled; what stands on a payable account can, and can be ordered again.</summary>
    public void Cancel(string reason, DateTimeOffset now)
    {
        if (!CanBeOrderedAgain) throw Problems.PayoutOwed.Now();
        if (State is not (PayoutState.Raised or PayoutState.Prepared)) throw WrongState(PayoutState.Raised, PayoutState.Prepared);
        (State, Note, ClosedAt) = (PayoutState.Cancelled, reason, now);
    }

    private void Expect(PayoutState needed)
    {
        if (State != needed) throw WrongState(needed);
    }

    private Platform.Problems.ProblemException WrongState(params PayoutState[] needed) => Problems.PayoutWrongState.With(("state", State), ("needed", needed));
}

/// <summary>What is to be paid out, and why.</summary>
sealed record PayoutOrder(
    PayoutKind Kind, string Cause, Guid SubjectId, AccountKey From, Guid? PayeeId, string PayeeName, Money Amount, string Purpose, DateTimeOffset? DueAt = null,
    BankDetails? Receiver = null, ProviderCode Provider = ProviderCode.BankTransfer, string? RefundOf = null);
