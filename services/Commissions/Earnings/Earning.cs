using TechMarket.Commissions.Deals;
using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Commissions.Earnings;

/// <summary>What one event earned of a commission. Never changed, never removed; the cause earns once.</summary>
sealed class Earning
{
    private readonly List<Payout> payouts = [];

    private Earning()
    {
    }

    public Earning(Guid id, CommissionId commissionId, DueEarning due, decimal amount, DateTimeOffset now)
    {
        Id = id;
        CommissionId = commissionId;
        Cause = due.Event.Cause;
        Kind = due.Event.Kind;
        Basis = Money.Yuan(due.Basis);
        ContractAmount = due.Event.ContractAmount!;
        Received = due.Event.Kind == DealEventKind.Paid ? due.Event.Amount : null;
        Amount = Money.Yuan(amount);
        EarnedAt = due.Event.At;
        BookedAt = now;
    }

    public Guid Id { get; private set; }
    public CommissionId CommissionId { get; private set; }

    /// <summary>The contract, registration or payment that earned it.</summary>
    public string Cause { get; private set; } = "";

    public DealEventKind Kind { get; private set; }

    /// <summary>The amount the bands were applied to.</summary>
    public Money Basis { get; private set; } = null!;

    public Money ContractAmount { get; private set; } = null!;
    public Money? Received { get; private set; }
    public Money Amount { get; private set; } = null!;
    public DateTimeOffset EarnedAt { get; private set; }

    /// <summary>When it was entered; statements go by this, so that a late event does not change a statement that is out.</summary>
    public DateTimeOffset BookedAt { get; private set; }

    public IReadOnlyList<Payout> Payouts => payouts;

    public void Add(Payout payout) => payouts.Add(payout);
}

public enum PayoutStatus
{
    Earned,
    WithheldCalculated,
    Invoiced,
    Payable,
    Paid,
}

/// <summary>One broker's part of one earning from one payer.</summary>
sealed class Payout
{
    private Payout()
    {
    }

    public Payout(Guid id, Earning earning, CommissionBroker broker, Guid payerId, string payerName, decimal amount)
    {
        Id = id;
        EarningId = earning.Id;
        CommissionId = earning.CommissionId;
        (BrokerId, BrokerName, Individual, BasisPoints) = (broker.BrokerId, broker.BrokerName, broker.Individual, broker.BasisPoints);
        (PayerId, PayerName) = (payerId, payerName);
        Amount = Money.Yuan(amount);
        Status = PayoutStatus.Earned;
    }

    public Guid Id { get; private set; }
    public Guid EarningId { get; private set; }
    public CommissionId CommissionId { get; private set; }
    public Guid BrokerId { get; private set; }
    public string BrokerName { get; private set; } = "";
    public bool Individual { get; private set; }
    public int BasisPoints { get; private set; }
    public Guid PayerId { get; private set; }
    public string PayerName { get; private set; } = "";
    public Money Amount { get; private set; } = null!;
    public PayoutStatus Status { get; private set; }

    /// <summary>What the payer would withhold from this payment as it stands; the yearly settlement is the person's own.</summary>
    public WithholdingPreview? Withholding { get; private set; }

    public string? InvoiceNumber { get; private set; }
    public DateOnly? InvoicedOn { get; private set; }
    public DateTimeOffset? PayableAt { get; private set; }
    public Payment? Payment { get; private set; }

    /// <summary>An individual's income tax as a preview (个税法 9, DOMAIN B-11).</summary>
    public void CalculateWithholding(WithholdingTable table)
    {
        Expect(PayoutStatus.Earned);
        Withholding = CommissionRules.Withhold(table, Amount.Amount);
        Status = PayoutStatus.WithheldCalculated;
    }

    public void NoteInvoice(string invoiceNumber, DateOnly invoicedOn)
    {
        if (Individual) throw Problems.InvoiceUnfit.Now();
        Expect(PayoutStatus.Earned);
        (InvoiceNumber, InvoicedOn, Status) = (invoiceNumber, invoicedOn, PayoutStatus.Invoiced);
    }

    public void Release(DateTimeOffset now)
    {
        Expect(PayoutStatus.WithheldCalculated, PayoutStatus.Invoiced);
        (Status, PayableAt) = (PayoutStatus.Payable, now);
    }

    public Payment Pay(Guid paymentId, string bankReference, DateOnly paidOn, Guid paidById, DateTimeOffset now)
    {
        Expect(PayoutStatus.Payable);
        Status = PayoutStatus.Paid;
        return Payment = new Payment(paymentId, this, bankReference, paidOn, paidById, now);
    }

    private void Expect(params PayoutStatus[] allowed)
    {
        if (!allowed.Contains(Status)) throw Problems.PayoutWrongState.With(("status", Status), ("needed", allowed));
    }
}

/// <summary>Money that was paid to a broker, by the bank's reference. Never changed, never removed.</summary>
sealed class Payment
{
    private Payment()
    {
    }

    public Payment(Guid id, Payout payout, string bankReference, DateOnly paidOn, Guid recordedById, DateTimeOffset now) =>
        (Id, PayoutId, Amount, BankReference, PaidOn, RecordedById, RecordedAt) = (id, payout.Id, payout.Amount, bankReference, paidOn, recordedById, now);

    public Guid Id { get; private set; }
    public Guid PayoutId { get; private set; }
    public Money Amount { get; private set; } = null!;
    public string BankReference { get; private set; } = "";
    public DateOnly PaidOn { get; private set; }
    public Guid RecordedById { get; private set; }
    public DateTimeOffset RecordedAt { get; private set; }
}
