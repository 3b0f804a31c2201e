using TechMarket.Messages;

namespace TechMarket.Payments.Escrows;

public enum EscrowState
{
    /// <summary>The contract is not in effect yet.</summary>
    Announced,
    Open,

    /// <summary>Finance holds everything while the parties disagree.</summary>
    OnHold,

    /// <summary>The contract has ended; what is held is refunded or accepted, nothing is paid in.</summary>
    Ended,
}

public enum MilestoneState
{
    Open,

    /// <summary>The buyer asked for its bill.</summary>
    Billed,

    /// <summary>The whole amount is held.</summary>
    PaidIn,

    /// <summary>The buyer accepted it: the money is the seller's.</summary>
    Released,

    /// <summary>All of it went back to the buyer.</summary>
    Refunded,
}

/// <summary>A step of a deal with the money that hangs on it.</summary>
/// <param name="FromDeposit">The part that a deposit applied to the price covers.</param>
/// <param name="Refunded">What went back to the buyer.</param>
sealed record Milestone(
    int Number, string Title, DateOnly? DueOn, decimal Amount, MilestoneState State, BillId? BillId = null, decimal FromDeposit = 0, decimal Refunded = 0,
    DateTimeOffset? PaidInAt = null, DateTimeOffset? ReleasedAt = null, decimal Fee = 0);

/// <summary>A deposit that counts towards the price.</summary>
sealed record AppliedDeposit(Guid DepositId, decimal Amount);

/// <summary>The money of one deal in the market's hands: paid in by the buyer, released to the seller milestone by milestone.</summary>
sealed class Escrow
{
    private Escrow()
    {
    }

    /// <summary>The deal's.</summary>
    public Guid Id { get; private set; }

    public string Number { get; private set; } = "";
    public string Title { get; private set; } = "";
    public Guid SellerId { get; private set; }
    public string SellerName { get; private set; } = "";
    public Guid BuyerId { get; private set; }
    public string BuyerName { get; private set; } = "";
    public string Currency { get; private set; } = "";
    public decimal Price { get; private set; }
    public Guid? ContractId { get; private set; }
    public string? ContractNumber { get; private set; }
    public EscrowState State { get; private set; }
    public string? HoldReason { get; private set; }
    public string? EndOutcome { get; private set; }
    public IReadOnlyList<Milestone> Milestones { get; private set; } = [];
    public IReadOnlyList<AppliedDeposit> Deposits { get; private set; } = [];

    /// <summary>What the parties settled between themselves, outside the market.</summary>
    public IReadOnlyList<AppliedDeposit> PaidDirectly { get; private set; } = [];

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>What of the free money went back to the buyer.</summary>
    public decimal FreeRefunded { get; private set; }

    /// <summary>What of the applied deposits, and of bills taken back half paid, no milestone has used.</summary>
    public decimal FreeDeposit => Deposits.Sum(d => d.Amount) - Milestones.Sum(m => m.FromDeposit) - FreeRefunded;

    public Money Of(decimal amount) => new(amount, Currency);

    /// <summary>Something about the deal was heard before the deal itself.</summary>
    public static Escrow Expected(Guid dealId, DateTimeOffset now) => new() { Id = dealId, OpenedAt = now };

    public void Hear(DealConcluded deal)
    {
        (Number, Title) = (deal.Number, deal.AchievementTitle);
        (SellerId, SellerName, BuyerId, BuyerName) = (deal.Seller.OrganisationId, deal.Seller.Name, deal.Buyer.OrganisationId, deal.Buyer.Name);
        if (State != EscrowState.Announced || ContractId is not null)
        {
            // The contract was heard first and counts; the deal adds what it does not tell.
            if (Milestones.Count == 0) SetMilestones(deal.Terms.Milestones);
            return;
        }
        (Currency, Price) = (deal.Terms.Price.Currency, deal.Terms.Price.Amount);
        SetMilestones(deal.Terms.Milestones);
    }

    /// <summary>Both parties signed: from now on the buyer can pay in.</summary>
    public void Hear(ContractEffective contract)
    {
        if (ContractId is not null) return;
        (ContractId, ContractNumber) = (contract.ContractId, contract.Number);
        (Currency, Price) = (contract.ContractAmount.Currency, contract.ContractAmount.Amount);
        (SellerId, BuyerId) = (contract.SellerId, contract.BuyerId);
        if (Title.Length == 0) Title = contract.Title;
        if (contract.Milestones is not null || Milestones.Count == 0) SetMilestones(contract.Milestones ?? []);
        else if (Milestones.Sum(m => m.Amount) != Price) SetMilestones([]);
        if (State == EscrowState.Announced) State = EscrowState.Open;
    }

    /// <summary>No more is paid in; what is held waits for a refund or an acceptance.</summary>
    public void Hear(ContractEnded ended)
    {
        if (ended.Outcome == "COMPLETED" || State == EscrowState.Ended) return;
        (State, EndOutcome) = (EscrowState.Ended, ended.Outcome);
    }

    public void Apply(Guid depositId, decimal amount)
    {
        if (Deposits.All(d => d.DepositId != depositId)) Deposits = [.. Deposits, new AppliedDeposit(depositId, amount)];
    }

    /// <summary>The parties confirmed a payment of their own; together with what goes through the market it must not pass the price.</summary>
    public void NotePaidDirectly(Guid paymentId, decimal amount)
    {
        if (PaidDirectly.All(d => d.DepositId != paymentId)) PaidDirectly = [.. PaidDirectly, new AppliedDeposit(paymentId, amount)];
    }

    /// <summary>The buyer wants to pay a milestone in: how much is still to come after what a deposit covers.</summary>
    /// <returns>Zero when the deposit covers all of it.</returns>
    public decimal Bill(int number, BillId bill, DateTimeOffset now)
    {
        Expect(EscrowState.Open);
        var milestone = Find(number, MilestoneState.Open);
        var through = Milestones.Where(m => m.State is not (MilestoneState.Open or MilestoneState.Refunded)).Sum(m => m.Amount - m.Refunded);
        if (through + PaidDirectly.Sum(d => d.Amount) + milestone.Amount > Price)
            throw Problems.PriceExceeded.With(("price", Of(Price)), ("paidDirectly", Of(PaidDirectly.Sum(d => d.Amount))));
        var covered = Math.Min(FreeDeposit, milestone.Amount);
        var open = milestone.Amount - covered;
        Replace(milestone with
        {
            State = open == 0 ? MilestoneState.PaidIn : MilestoneState.Billed, FromDeposit = covered, BillId = open == 0 ? null : bill, PaidInAt = open == 0 ? now : null,
        });
        return open;
    }

    /// <summary>The whole bill of a milestone is paid.</summary>
    public void PayIn(int number, DateTimeOffset now) => Replace(Find(number, MilestoneState.Billed) with { State = MilestoneState.PaidIn, PaidInAt = now });

    /// <summary>A bill is taken back; what covered it and what came in for it is free again.</summary>
    public void Unbill(int number, decimal received)
    {
        var milestone = Find(number, MilestoneState.Billed);
        if (received > 0) Deposits = [.. Deposits, new AppliedDeposit(milestone.BillId!.Value.Value, received)];
        Replace(milestone with { State = MilestoneState.Open, BillId = null, FromDeposit = 0 });
    }

    /// <summary>The buyer accepts the milestone: what is left of it is the seller's, less the market's fee.</summary>
    public (decimal Released, decimal Fee) Accept(int number, decimal feeRate, DateTimeOffset now)
    {
        if (State == EscrowState.OnHold) throw Problems.EscrowOnHold.With(("reason", HoldReason));
        var milestone = Find(number, MilestoneState.PaidIn);
        var released = milestone.Amount - milestone.Refunded;
        var fee = Math.Round(released * feeRate, 2, MidpointRounding.AwayFromZero);
        Replace(milestone with { State = MilestoneState.Released, ReleasedAt = now, Fee = fee });
        return (released, fee);
    }

    /// <summary>Finance gives a part of a paid milestone back to the buyer; also while everything is on hold, for that is how a dispute ends.</summary>
    public void Refund(int number, Money amount)
    {
        var milestone = Find(number, MilestoneState.PaidIn);
        var left = milestone.Amount - milestone.Refunded;
        if (amount.Currency != Currency || amount.Amount <= 0 || amount.Amount > left) throw Problems.RefundRefused.With(("left", Of(left)));
        Replace(milestone with { Refunded = milestone.Refunded + amount.Amount, State = amount.Amount == left ? MilestoneState.Refunded : MilestoneState.PaidIn });
    }

    /// <summary>Finance gives back what no milestone has used.</summary>
    public void RefundFree(Money amount)
    {
        if (amount.Currency != Currency || amount.Amount <= 0 || amount.Amount > FreeDeposit) throw Problems.RefundRefused.With(("left", Of(FreeDeposit)));
        FreeRefunded += amount.Amount;
    }

    public void Hold(string reason)
    {
        Expect(EscrowState.Open);
        (State, HoldReason) = (EscrowState.OnHold, reason);
    }

    public void Resume()
    {
        Expect(EscrowState.OnHold);
        (State, HoldReason) = (EscrowState.Open, null);
    }

    private void SetMilestones(IReadOnlyList<DealMilestone> steps)
    {
        if (Milestones.Any(m => m.State != MilestoneState.Open)) return;
        Milestones = steps.Count > 0
            ? [.. steps.Select((m, i) => new Milestone(i + 1, m.Title, m.DueOn, m.Amount.Amount, MilestoneState.Open))]
            : Price > 0 ? [new Milestone(1, "", null, Price, MilestoneState.Open)] : [];
    }

    private Milestone Find(int number, MilestoneState needed)
    {
        var milestone = Milestones.FirstOrDefault(m => m.Number == number) ?? throw Problems.MilestoneNotFound.With(("milestones", Milestones.Count));
        return milestone.State == needed ? milestone : throw Problems.MilestoneWrongState.With(("state", milestone.State), ("needed", needed));
    }

    private void Replace(Milestone changed) => Milestones = [.. Milestones.Select(m => m.Number == changed.Number ? changed : m)];

    private void Expect(EscrowState needed)
    {
        if (State != needed) throw Problems.EscrowWrongState.With(("state", State), ("needed", needed));
    }
}
