using MassTransit;

namespace TechMarket.Messages;

/// <summary>A technical contract was drafted from a deal.</summary>
[MessageUrn("contracts:contract-drafted:1"), EntityName("contracts.contract-drafted.1")]
public sealed record ContractDrafted(
    Guid ContractId, string Number, Guid DealId, Guid AchievementId, string Title, string Category, Guid SellerId, Guid BuyerId, Money Price, DateTimeOffset DraftedAt);

/// <summary>One party signed this version of the contract.</summary>
[MessageUrn("contracts:contract-signed:1"), EntityName("contracts.contract-signed.1")]
public sealed record ContractSigned(
    Guid ContractId, string Number, Guid DealId, string Title, Guid SellerId, Guid BuyerId, Guid SignedById, string SignedByName, DateTimeOffset SignedAt);

/// <summary>All parties signed: the contract is in effect.</summary>
/// <param name="Milestones">The milestones of the signed version; null from before they were told.</param>
[MessageUrn("contracts:contract-effective:1"), EntityName("contracts.contract-effective.1")]
public sealed record ContractEffective(
    Guid ContractId, string Number, Guid DealId, Guid AchievementId, string Title, string Category, string? LicenceExclusivity, Guid SellerId, Guid BuyerId,
    Guid? DemandId, Money ContractAmount, DateTimeOffset EffectiveAt, IReadOnlyList<DealMilestone>? Milestones = null);

/// <summary>A registration moved: SUBMITTED, RETURNED_FOR_CORRECTION, ACCEPTED, SECOND_REVIEW or REFUSED.</summary>
/// <param name="ReasonCode">A code of RejectReason (DOMAIN 2.3) when it was refused.</param>
[MessageUrn("contracts:registration-changed:1"), EntityName("contracts.registration-changed.1")]
public sealed record RegistrationChanged(
    Guid RegistrationId, long Version, Guid ContractId, Guid DealId, string ContractNumber, string Title, Guid SellerId, Guid BuyerId, string Status,
    string? ReasonCode, string? Reason, DateTimeOffset? DueAt, DateTimeOffset ChangedAt);

/// <summary>The contract is registered (认定登记): it counts as turnover and earns what hangs on registration.</summary>
/// <param name="ContractAmount">合同成交额.</param>
/// <param name="TechnicalAmount">技术交易额.</param>
[MessageUrn("contracts:contract-registered:1"), EntityName("contracts.contract-registered.1")]
public sealed record ContractRegistered(
    Guid RegistrationId, long Version, string RegistrationNumber, Guid ContractId, string ContractNumber, Guid DealId, string Title, string Category,
    string FieldCode, Money ContractAmount, Money TechnicalAmount, Guid SellerId, Guid BuyerId, string VerificationCode, DateTimeOffset RegisteredAt);

/// <summary>The seller recorded a payment under the contract and the buyer confirmed it.</summary>
[MessageUrn("contracts:contract-payment-confirmed:1"), EntityName("contracts.contract-payment-confirmed.1")]
public sealed record ContractPaymentConfirmed(
    Guid PaymentId, Guid ContractId, string ContractNumber, Guid DealId, Guid SellerId, Guid BuyerId, Money Amount, Money ContractAmount, string BankReference,
    DateOnly ReceivedOn, DateTimeOffset ConfirmedAt);

/// <summary>A contract will not go on: VOID before it took effect, TERMINATED by both parties after, or COMPLETED.</summary>
/// <param name="Outcome">VOID, TERMINATED or COMPLETED.</param>
[MessageUrn("contracts:contract-ended:1"), EntityName("contracts.contract-ended.1")]
public sealed record ContractEnded(
    Guid ContractId, string Number, Guid DealId, Guid AchievementId, Guid? DemandId, string Title, Guid SellerId, Guid BuyerId, string Outcome, string? Reason,
    Guid EndedByOrganisationId, DateTimeOffset EndedAt);
