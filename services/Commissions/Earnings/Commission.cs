using TechMarket.Commissions.Deals;
using TechMarket.Commissions.Leads;
using TechMarket.Commissions.Mandates;
using TechMarket.Messages;
using TechMarket.Platform.Ids;
using TechMarket.Rules;

namespace TechMarket.Commissions.Earnings;

public readonly record struct CommissionId(Guid Value) : ITypedId<CommissionId>
{
    public static CommissionId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CommissionId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new CommissionId(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}

public enum CommissionStatus
{
    /// <summary>A payer or the lead's parties have not consented yet, or dispute the lead.</summary>
    Proposed,
    Agreed,
    LeadLocked,
    Earned,
    Disputed,
    Resolved,
    Paid,

    /// <summary>The contract never took effect, so nothing was earned.</summary>
    Cancelled,
}

/// <summary>A broker of a commission, as the mandate named it.</summary>
sealed record CommissionBroker(Guid BrokerId, string BrokerName, bool Individual, int BasisPoints, bool Lead);

/// <summary>What a deal pays its brokers: agreed in the mandate, tied to the lead, earned by what happens to the contract, paid out in parts.</summary>
sealed class Commission
{
    private readonly List<Earning> earnings = [];

    private Commission()
    {
    }

    public CommissionId Id { get; private set; }
    public string Number { get; private set; } = "";
    public CommissionStatus Status { get; private set; }
    public Guid DealId { get; private set; }
    public string DealNumber { get; private set; } = "";
    public string Title { get; private set; } = "";
    public LeadId LeadId { get; private set; }
    public MandateId MandateId { get; private set; }
    public Guid BuyerId { get; private set; }
    public string BuyerName { get; private set; } = "";
    public Guid SellerId { get; private set; }
    public string SellerName { get; private set; } = "";
    public Money DealPrice { get; private set; } = null!;
    public CommissionSchedule Schedule { get; private set; } = null!;
    public int BuyerShareBasisPoints { get; private set; }
    public EarnEvent EarnEvent { get; private set; }
    public IReadOnlyList<CommissionBroker> Brokers { get; private set; } = [];
    public IReadOnlyList<Guid> BrokerIds { get; private set; } = [];
    public Guid? ContractId { get; private set; }
    public string? ContractNumber { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? LockedAt { get; private set; }

    /// <summary>No further event will add to it.</summary>
    public bool FullyEarned { get; private set; }

    public string? DisputeReason { get; private set; }
    public Guid? DisputedById { get; private set; }
    public DateTimeOffset? DisputedAt { get; private set; }
    public string? Resolution { get; private set; }
    public DateTimeOffset? ResolvedAt { get; private set; }
    public IReadOnlyList<Earning> Earnings => earnings;

    public IEnumerable<Payout> Payouts => earnings.SelectMany(e => e.Payouts);

    public IReadOnlyList<BrokerShare<Guid>> Shares => [.. Brokers.Select(b => new BrokerShare<Guid>(b.BrokerId, b.BasisPoints, b.Lead))];

    public IReadOnlyList<Guid> PayerIds =>
    [
        .. new[] { (BuyerId, Pays: BuyerShareBasisPoints > 0), (SellerId, Pays: BuyerShareBasisPoints < CommissionRules.WholeInBasisPoints) }
            .Where(p => p.Pays).Select(p => p.Item1),
    ];

    /// <summary>A brokerage in another currency is agreed by hand: bands and limits are yuan.</summary>
    public bool InYuan => DealPrice.Currency == "CNY";

    /// <summary>The lead covers the deal. Nothing is locked yet.</summary>
    public static Commission Propose(CommissionId id, string number, Deal deal, Lead lead, Mandate mandate, DateTimeOffset now) => new()
    {
        Id = id, Number = number, Status = CommissionStatus.Proposed, DealId = deal.Id, DealNumber = deal.Number, Title = deal.Title, LeadId = lead.Id,
        MandateId = mandate.Id, BuyerId = deal.BuyerId, BuyerName = deal.BuyerName, SellerId = deal.SellerId, SellerName = deal.SellerName,
        DealPrice = deal.Price, Schedule = mandate.Terms.Schedule, BuyerShareBasisPoints = mandate.Terms.BuyerShareBasisPoints,
        EarnEvent = mandate.Terms.EarnEvent,
        Brokers = [.. mandate.Brokers.OrderBy(b => b.Place).Select(b => new CommissionBroker(b.BrokerId, b.BrokerName, b.Individual, b.BasisPoints, b.Lead))],
        BrokerIds = mandate.BrokerIds, CreatedAt = now,
    };

    public bool Concerns(Guid organisationId) => BrokerIds.Contains(organisationId) || PayerIds.Contains(organisationId);

    /// <summary>All payers and brokers have agreed.</summary>
    public void Agree()
    {
        Expect(CommissionStatus.Proposed);
        Status = CommissionStatus.Agreed;
    }

    /// <summary>The lead is tied to the deal for good.</summary>
    public void LockLead(DateTimeOffset now)
    {
        Expect(CommissionStatus.Agreed);
        Status = CommissionStatus.LeadLocked;
        LockedAt = now;
    }

    /// <summary>An event earned a part. Every cause earns once; the parts add up to the earning, by broker and by payer.</summary>
    public Earning Earn(Guid earningId, DueEarning due, WithholdingTable withholding, DateTimeOffset now)
    {
        Expect(CommissionStatus.LeadLocked, CommissionStatus.Earned, CommissionStatus.Disputed, CommissionStatus.Resolved, CommissionStatus.Paid);
        if (earnings.Exists(e => e.Cause == due.Event.Cause)) throw new InvalidOperationException($"{due.Event.Cause} has earned already.");
        var before = Payouts.GroupBy(p => p.BrokerId).Select(b => new BrokerPart(
            b.Key, b.Where(p => p.PayerId == BuyerId).Sum(p => p.Amount.Amount), b.Where(p => p.PayerId == SellerId).Sum(p => p.Amount.Amount))).ToList();
        var parts = Allocation.Next(before, due.Commission, due.BuyerPays, Shares);
        var earning = new Earning(earningId, Id, due, parts.Sum(p => p.Total), now);
        foreach (var broker in Brokers)
        {
            var part = parts.Single(p => p.Broker == broker.BrokerId);
            if (part.FromBuyer > 0) earning.Add(new Payout(Guid.CreateVersion7(now), earning, broker, BuyerId, BuyerName, part.FromBuyer));
            if (part.FromSeller > 0) earning.Add(new Payout(Guid.CreateVersion7(now), earning, broker, SellerId, SellerName, part.FromSeller));
        }
        earnings.Add(earning);
        ContractId = due.Event.ContractId;
        ContractNumber = due.Event.ContractNumber;
        FullyEarned |= due.Complete;
        if (Status is CommissionStatus.LeadLocked or CommissionStatus.Paid) Status = CommissionStatus.Earned;
        foreach (var payout in earning.Payouts.Where(p => p.Individual)) payout.CalculateWithholding(withholding);
        Release(earning.Payouts, now);
        return earning;
    }

    /// <summary>The contract was void before it took effect.</summary>
    public void Cancel()
    {
        Expect(CommissionStatus.Proposed, CommissionStatus.Agreed, CommissionStatus.LeadLocked);
        Status = CommissionStatus.Cancelled;
    }

    /// <summary>The contract is over: what was earned stays, nothing more is expected.</summary>
    public void EndEarning()
    {
        FullyEarned = true;
        if (Status is CommissionStatus.Earned or CommissionStatus.Resolved && IsSettled) Status = CommissionStatus.Paid;
    }

    /// <summary>A brokerage firm names its invoice; with it its part is payable.</summary>
    public void NoteInvoice(Payout payout, string invoiceNumber, DateOnly invoicedOn, DateTimeOffset now)
    {
        payout.NoteInvoice(invoiceNumber, invoicedOn);
        Release([payout], now);
    }

    /// <summary>A broker or payer disputes what was earned; nothing is paid meanwhile.</summary>
    public void Dispute(Guid organisationId, string reason, DateTimeOffset now)
    {
        Expect(CommissionStatus.Earned, CommissionStatus.Resolved);
        (Status, DisputedById, DisputeReason, DisputedAt, Resolution, ResolvedAt) = (CommissionStatus.Disputed, organisationId, reason, now, null, null);
    }

    /// <summary>The bureau notes how the parties settled; what waited is payable.</summary>
    public void Resolve(string resolution, DateTimeOffset now)
    {
        Expect(CommissionStatus.Disputed);
        (Status, Resolution, ResolvedAt) = (CommissionStatus.Resolved, resolution, now);
        Release(Payouts, now);
    }

    /// <summary>A part was paid: exactly its amount, by a bank reference.</summary>
    /// <returns>The payment, or null when this very payment was noted before.</returns>
    public Payment? Pay(Payout payout, Guid paymentId, Money amount, string bankReference, DateOnly paidOn, Guid paidById, DateTimeOffset now)
    {
        if (payout.Payment is { } known)
        {
            return (known.Amount, known.BankReference, known.PaidOn) == (amount, bankReference, paidOn) ? null : throw Problems.AlreadyPaid.With(("paidOn", known.PaidOn));
        }
        if (Status == CommissionStatus.Disputed) throw Problems.CommissionDisputed.Now();
        if (amount != payout.Amount) throw Problems.AmountDiffers.With(("payable", payout.Amount));
        if (paidOn > ChinaTime.DayOf(now)) throw Problems.PaidInFuture.Now();
        var payment = payout.Pay(paymentId, bankReference, paidOn, paidById, now);
        if (IsSettled) Status = CommissionStatus.Paid;
        return payment;
    }

    /// <summary>Everything that could be earned is earned and paid.</summary>
    public bool IsSettled => FullyEarned && Payouts.All(p => p.Status == PayoutStatus.Paid);

    private void Release(IEnumerable<Payout> payouts, DateTimeOffset now)
    {
        if (Status == CommissionStatus.Disputed) return;
        foreach (var payout in payouts.Where(p => p.Status is PayoutStatus.WithheldCalculated or PayoutStatus.Invoiced)) payout.Release(now);
    }

    private void Expect(params CommissionStatus[] allowed)
    {
        if (!allowed.Contains(Status)) throw Problems.CommissionWrongState.With(("status", Status), ("needed", allowed));
    }
}
