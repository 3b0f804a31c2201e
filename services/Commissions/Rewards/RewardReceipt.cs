using TechMarket.Messages;

namespace TechMarket.Commissions.Rewards;

/// <summary>A payment of the contract that was received, divided by the plan. Never changed, never removed; a payment is divided once.</summary>
sealed class RewardReceipt
{
    private readonly List<RewardDue> dues = [];

    private RewardReceipt()
    {
    }

    public RewardReceipt(Guid id, RewardPlanId planId, Guid paymentId, Money received, decimal net, DateTimeOffset receivedAt, DateTimeOffset bookedAt) =>
        (Id, PlanId, PaymentId, Received, Net, ReceivedAt, BookedAt) = (id, planId, paymentId, received, Money.Yuan(net), receivedAt, bookedAt);

    public Guid Id { get; private set; }
    public RewardPlanId PlanId { get; private set; }
    public Guid PaymentId { get; private set; }
    public Money Received { get; private set; } = null!;
    public Money Net { get; private set; } = null!;
    public DateTimeOffset ReceivedAt { get; private set; }
    public DateTimeOffset BookedAt { get; private set; }
    public IReadOnlyList<RewardDue> Dues => dues;

    public void Add(RewardDue due) => dues.Add(due);
}

/// <summary>What somebody gets of one payment; of a unit's part nothing is paid out. Never changed, never removed.</summary>
sealed class RewardDue
{
    private RewardDue()
    {
    }

    public RewardDue(Guid id, RewardReceipt receipt, int place, RewardShare share, decimal amount, DateOnly payBy)
    {
        (Id, ReceiptId, PlanId, Place, Role, Name, WorkNumber) = (id, receipt.Id, receipt.PlanId, place, share.Role, share.Name, share.WorkNumber);
        (Amount, PayBy) = (Money.Yuan(amount), payBy);
    }

    public Guid Id { get; private set; }
    public Guid ReceiptId { get; private set; }
    public RewardPlanId PlanId { get; private set; }

    /// <summary>Which share of the plan it is.</summary>
    public int Place { get; private set; }

    public RewardRole Role { get; private set; }
    public string Name { get; private set; } = "";
    public string? WorkNumber { get; private set; }
    public Money Amount { get; private set; } = null!;

    /// <summary>The last day on which half of it is not taxed as wages.</summary>
    public DateOnly PayBy { get; private set; }

    public RewardPayment? Payment { get; private set; }

    public bool IsPayable => Role != RewardRole.Unit && Amount.Amount > 0 && Payment is null;

    /// <summary>Finance notes that it was paid: exactly its amount, once. A payroll batch may pay several by one bank reference.</summary>
    /// <returns>Null if this very payment was noted before.</returns>
    public RewardPayment? Pay(Money amount, string bankReference, DateOnly paidOn, RewardActor actor, DateOnly today, DateTimeOffset now)
    {
        if (Payment is { } known)
            return (known.Amount, known.BankReference, known.PaidOn) == (amount, bankReference, paidOn) ? null : throw Problems.AlreadyPaid.With(("paidOn", known.PaidOn));
        if (!IsPayable) throw Problems.RewardNotPayable.Now();
        if (amount != Amount) throw Problems.AmountDiffers.With(("payable", Amount));
        if (paidOn > today) throw Problems.PaidInFuture.With(("today", today));
        return Payment = new RewardPayment(this, bankReference, paidOn, actor, now);
    }
}

/// <summary>An award that was paid, by the bank's reference. Never changed, never removed.</summary>
sealed class RewardPayment
{
    private RewardPayment()
    {
    }

    public RewardPayment(RewardDue due, string bankReference, DateOnly paidOn, RewardActor actor, DateTimeOffset now) =>
        (DueId, Amount, BankReference, PaidOn, RecordedById, RecordedBy, RecordedAt) = (due.Id, due.Amount, bankReference, paidOn, actor.PersonId, actor.PersonName, now);

    public Guid DueId { get; private set; }
    public Money Amount { get; private set; } = null!;
    public string BankReference { get; private set; } = "";
    public DateOnly PaidOn { get; private set; }
    public Guid RecordedById { get; private set; }
    public string RecordedBy { get; private set; } = "";
    public DateTimeOffset RecordedAt { get; private set; }
}
