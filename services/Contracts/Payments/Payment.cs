using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Platform.Ids;

namespace TechMarket.Contracts.Payments;

public readonly record struct PaymentId(Guid Value) : ITypedId<PaymentId>
{
    public static PaymentId From(Guid value) => new(value);

    public static bool TryParse(string? text, out PaymentId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new PaymentId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

enum PaymentState
{
    Recorded,
    Confirmed,
    Disputed,
}

/// <summary>Money the seller says it received under a contract; it counts once the buyer confirms it.</summary>
sealed class Payment
{
    private Payment()
    {
    }

    public PaymentId Id { get; private set; }
    public ContractId ContractId { get; private set; }
    public Money Amount { get; private set; } = null!;
    public string BankReference { get; private set; } = "";
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>Which milestone it pays, counted from 1.</summary>
    public int? Milestone { get; private set; }

    public PaymentState State { get; private set; }
    public string? Reason { get; private set; }
    public string RecordedBy { get; private set; } = "";
    public DateTimeOffset RecordedAt { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    public static Payment Record(
        PaymentId id, Contract contract, ContractContent content, IReadOnlyCollection<Payment> earlier, Money amount, string bankReference, DateOnly receivedOn,
        int? milestone, string recordedBy, DateOnly today, DateTimeOffset now)
    {
        contract.RequireRunning();
        if (amount.Currency != contract.Price.Currency) throw Problems.CurrencyDiffers.With(("item", bankReference));
        if (amount.Amount <= 0) throw Problems.PaymentNotPositive.Now();
        if (receivedOn > today) throw Problems.PaymentInFuture.With(("today", today));
        if (milestone is { } step && (step < 1 || step > content.Milestones.Count)) throw Problems.MilestoneUnknown.With(("milestones", content.Milestones.Count));
        var counted = earlier.Where(p => p.State != PaymentState.Disputed).ToList();
        if (counted.Exists(p => p.BankReference == bankReference)) throw Problems.ReferenceUsed.With(("bankReference", bankReference));
        var sum = counted.Sum(p => p.Amount.Amount);
        if (contract.FixedPrice && sum + amount.Amount > contract.Price.Amount)
            throw Problems.PaymentExceedsPrice.With(("price", contract.Price), ("open", new Money(contract.Price.Amount - sum, contract.Price.Currency)));
        return new Payment
        {
            Id = id,
            ContractId = contract.Id,
            Amount = amount,
            BankReference = bankReference,
            ReceivedOn = receivedOn,
            Milestone = milestone,
            State = PaymentState.Recorded,
            RecordedBy = recordedBy,
            RecordedAt = now,
        };
    }

    /// <summary>Money the market released to the seller when the buyer accepted a milestone: both have said so already.</summary>
    public static Payment Released(PaymentReleased fact, string by) => new()
    {
        Id = new PaymentId(fact.ReleaseId), ContractId = new ContractId(fact.ContractId), Amount = fact.Amount, BankReference = fact.Reference, ReceivedOn = fact.ReleasedOn,
        Milestone = fact.Milestone, State = PaymentState.Confirmed, RecordedBy = by, RecordedAt = fact.ReleasedAt, DecidedBy = by, DecidedAt = fact.ReleasedAt,
    };

    /// <summary>The very same command again.</summary>
    public bool Same(ContractId contract, Money amount, string bankReference, DateOnly receivedOn, int? milestone) =>
        (ContractId, Amount, BankReference, ReceivedOn, Milestone) == (contract, amount, bankReference, receivedOn, milestone);

    /// <returns>False if it was confirmed before.</returns>
    public bool Confirm(string by, DateTimeOffset now)
    {
        if (State == PaymentState.Confirmed) return false;
        Decide(PaymentState.Confirmed, null, by, now);
        return true;
    }

    /// <summary>The buyer says this payment was not made like this; its reference may be recorded again.</summary>
    public void Dispute(string reason, string by, DateTimeOffset now) => Decide(PaymentState.Disputed, reason, by, now);

    private void Decide(PaymentState state, string? reason, string by, DateTimeOffset now)
    {
        if (State != PaymentState.Recorded) throw Problems.PaymentDecided.With(("state", State));
        State = state;
        Reason = reason;
        DecidedBy = by;
        DecidedAt = now;
    }
}
