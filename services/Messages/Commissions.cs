using MassTransit;

namespace TechMarket.Messages;

/// <summary>A broker proposes a mandate (居间, 行纪 or 代理) to a client, or both sides have accepted it.</summary>
/// <param name="Form">INTERMEDIARY, COMMISSION_AGENT or AGENT (DOMAIN B-1).</param>
/// <param name="BrokerId">The lead broker.</param>
/// <param name="Status">PROPOSED, AGREED, DECLINED or ENDED.</param>
/// <param name="BrokerIds">Every broker of the mandate, the lead broker among them.</param>
[MessageUrn("commissions:mandate-changed:1"), EntityName("commissions.mandate-changed.1")]
public sealed record MandateChanged(
    Guid MandateId, long Version, string Number, Guid BrokerId, string BrokerName, Guid ClientId, string ClientName, string Form, string Status,
    Guid ChangedByOrganisationId, DateTimeOffset ChangedAt, IReadOnlyList<Guid>? BrokerIds = null);

/// <summary>A broker introduced an achievement to its client, or a party answered: the record that protects the lead (民法典 965).</summary>
/// <param name="ClientId">To whom the achievement was introduced: the buyer of a deal that follows.</param>
/// <param name="Status">RECORDED, ACCEPTED or DISPUTED.</param>
/// <param name="BrokerIds">Every broker of the mandate, the lead broker among them.</param>
[MessageUrn("commissions:lead-changed:1"), EntityName("commissions.lead-changed.1")]
public sealed record LeadChanged(
    Guid LeadId, long Version, string Number, Guid MandateId, Guid BrokerId, string BrokerName, Guid ClientId, string ClientName, Guid AchievementId,
    string AchievementNumber, string AchievementTitle, Guid SellerId, Guid? DemandId, string Status, string? Reason, Guid ChangedByOrganisationId,
    DateTimeOffset RecordedAt, DateTimeOffset ChangedAt, IReadOnlyList<Guid>? BrokerIds = null);

/// <summary>One broker's part of a commission.</summary>
public sealed record CommissionShare(Guid BrokerId, string BrokerName, int BasisPoints, Money Amount);

/// <summary>The event that earns the commission has happened; the shares add up to the total.</summary>
[MessageUrn("commissions:commission-earned:1"), EntityName("commissions.commission-earned.1")]
public sealed record CommissionEarned(
    Guid CommissionId, string Number, Guid DealId, Guid ContractId, string Title, IReadOnlyList<Guid> PayerIds, Money Total,
    IReadOnlyList<CommissionShare> Shares, DateTimeOffset EarnedAt);

/// <summary>A broker's share was paid out, by the bank's reference.</summary>
/// <param name="Settled">All shares of this commission are paid.</param>
/// <param name="PayoutId">The part that was paid, as in <see cref="CommissionPayable"/>.</param>
[MessageUrn("commissions:commission-paid:1"), EntityName("commissions.commission-paid.1")]
public sealed record CommissionPaid(
    Guid CommissionId, string Number, Guid DealId, Guid BrokerId, string BrokerName, Money Amount, string BankReference, bool Settled,
    DateTimeOffset PaidAt, Guid? PayoutId = null);

/// <summary>A broker's part of an earning can be paid: the invoice is named, or the tax to keep back is known.</summary>
/// <param name="Amount">Before tax.</param>
/// <param name="Withheld">An individual's income tax that the payer keeps back.</param>
[MessageUrn("commissions:commission-payable:1"), EntityName("commissions.commission-payable.1")]
public sealed record CommissionPayable(
    Guid PayoutId, Guid CommissionId, string Number, Guid DealId, string Title, Guid BrokerId, string BrokerName, Guid PayerId, string PayerName,
    Money Amount, Money? Withheld, DateTimeOffset PayableAt);

/// <summary>A public seller's plan for sharing a contract's income moved on. People and amounts stay there; the notice is public.</summary>
/// <param name="Status">SUBMITTED, RETURNED, APPROVED, NOTICE, OBJECTED (the notice stands still), EFFECTIVE or WITHDRAWN.</param>
/// <param name="ChangedByPersonId">Who did it; nobody when a period ended or somebody from outside objected.</param>
[MessageUrn("commissions:reward-plan-changed:1"), EntityName("commissions.reward-plan-changed.1")]
public sealed record RewardPlanChanged(
    Guid PlanId, long Version, string Number, Guid DealId, Guid ContractId, string Title, Guid SellerId, string SellerName, string Status, string? NoticeNumber,
    string? Reason, Guid? ChangedByPersonId, DateTimeOffset ChangedAt);
