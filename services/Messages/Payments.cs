using MassTransit;

namespace TechMarket.Messages;

/// <summary>A bid deposit is in the market's hands: its party may bid.</summary>
[MessageUrn("payments:deposit-held:1"), EntityName("payments.deposit-held.1")]
public sealed record DepositHeld(Guid DepositId, Guid SaleId, Guid PartyId, Money Amount, DateTimeOffset HeldAt);

/// <summary>A bid deposit left the market's hands, once.</summary>
/// <param name="Outcome">RETURNED, APPLIED or FORFEITED.</param>
/// <param name="Reference">The provider's or the bank's.</param>
[MessageUrn("payments:deposit-settled:1"), EntityName("payments.deposit-settled.1")]
public sealed record DepositSettled(
    Guid DepositId, Guid SaleId, Guid PartyId, string Outcome, Money Amount, string Reference, DateTimeOffset SettledAt);

/// <summary>The buyer accepted a milestone: its escrow money is the seller's. Nobody types the payment into the contract again.</summary>
/// <param name="Milestone">Counted from 1.</param>
/// <param name="Reference">The number of the ledger entry.</param>
[MessageUrn("payments:payment-released:1"), EntityName("payments.payment-released.1")]
public sealed record PaymentReleased(
    Guid ReleaseId, Guid DealId, Guid ContractId, string ContractNumber, Guid SellerId, Guid BuyerId, Money Amount, int Milestone, string Reference,
    DateOnly ReleasedOn, DateTimeOffset ReleasedAt);

/// <summary>A broker's part of a commission left the market's bank account.</summary>
/// <param name="PayoutId">The part as the commission names it.</param>
/// <param name="Amount">Before tax.</param>
[MessageUrn("payments:commission-paid-out:1"), EntityName("payments.commission-paid-out.1")]
public sealed record CommissionPaidOut(
    Guid PayoutId, string Number, Guid BrokerId, Money Amount, string BankReference, DateOnly PaidOn, DateTimeOffset PaidAt);
