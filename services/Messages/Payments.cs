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
