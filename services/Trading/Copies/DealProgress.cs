using TechMarket.Messages;

namespace TechMarket.Trading.Copies;

/// <summary>What happened to a deal after it was concluded, as Contracts and Commissions tell it, in any order.</summary>
sealed class DealProgress
{
    public required Guid DealId { get; init; }
    public Guid? ContractId { get; set; }
    public string? ContractNumber { get; set; }
    public DateTimeOffset? DraftedAt { get; set; }
    public IReadOnlyList<Signature> Signatures { get; set; } = [];
    public DateTimeOffset? EffectiveAt { get; set; }
    public long RegistrationVersion { get; set; }
    public string? RegistrationStatus { get; set; }
    public string? RegistrationReason { get; set; }
    public DateTimeOffset? RegistrationDueAt { get; set; }
    public DateTimeOffset? RegistrationChangedAt { get; set; }
    public DateTimeOffset? RegisteredAt { get; set; }
    public string? RegistrationNumber { get; set; }
    public string? VerificationCode { get; set; }
    public decimal? ContractAmount { get; set; }
    public IReadOnlyList<Receipt> Receipts { get; set; } = [];
    public IReadOnlyList<Earning> Earnings { get; set; } = [];

    /// <summary>The whole contract amount has been confirmed as received.</summary>
    public bool IsPaid => ContractAmount is { } due && Receipts.Sum(r => r.Amount.Amount) >= due;

    /// <summary>Every commission earned so far has been paid out.</summary>
    public bool CommissionsSettled => Earnings.Count > 0 && Earnings.All(e => e.SettledAt is not null);

    public void Earned(Guid commission, DateTimeOffset at) =>
        Earnings = [.. Earnings.Where(e => e.CommissionId != commission), Known(commission) with { EarnedAt = at }];

    public void Settled(Guid commission, DateTimeOffset at) =>
        Earnings = [.. Earnings.Where(e => e.CommissionId != commission), Known(commission) with { SettledAt = at }];

    private Earning Known(Guid commission) => Earnings.FirstOrDefault(e => e.CommissionId == commission) ?? new Earning(commission, null, null);
}

sealed record Signature(string By, DateTimeOffset At);

sealed record Receipt(Guid PaymentId, Money Amount, DateTimeOffset ConfirmedAt);

sealed record Earning(Guid CommissionId, DateTimeOffset? EarnedAt, DateTimeOffset? SettledAt);
