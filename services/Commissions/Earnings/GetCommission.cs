using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Deals;
using TechMarket.Commissions.Mandates;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Earnings;

/// <summary>A broker, a payer or the bureau's finance reads a commission: how it is computed, what was earned, how it is split and paid.</summary>
static class GetCommission
{
    public sealed record Broker(Guid BrokerId, string BrokerName, bool Individual, int BasisPoints, bool Lead, Money Earned, Money Paid);

    /// <param name="Withholding">A preview of income tax, for the person, the payer and the bureau's finance alone.</param>
    public sealed record Part(
        Guid Id, Guid BrokerId, string BrokerName, bool Individual, int BasisPoints, Guid PayerId, string PayerName, Money Amount, PayoutStatus Status,
        WithheldTax? Withholding, string? InvoiceNumber, DateOnly? InvoicedOn, DateTimeOffset? PayableAt, string? BankReference, DateOnly? PaidOn,
        bool MayInvoice, bool MayPay);

    public sealed record Line(Money From, Money? UpTo, decimal Rate, Money Amount, Money Commission);

    public sealed record EarningView(
        Guid Id, DealEventKind Kind, Money Basis, Money ContractAmount, Money? Received, Money Amount, DateTimeOffset EarnedAt, DateTimeOffset BookedAt,
        IReadOnlyList<Line> Lines, IReadOnlyList<Part> Payouts);

    public sealed record Response(
        Guid Id, string Number, CommissionStatus Status, Guid DealId, string DealNumber, Guid? ContractId, string? ContractNumber, string Title,
        Guid LeadId, string LeadNumber, Guid MandateId, string MandateNumber, Guid BuyerId, string BuyerName, Guid SellerId, string SellerName,
        Money DealPrice, ScheduleInput Schedule, EarnEvent EarnEvent, int BuyerShareBasisPoints, IReadOnlyList<Broker> Brokers, Money Earned, Money Paid,
        bool FullyEarned, decimal WarnRate, bool AboveUsualRate, bool NeedsHandInForeignCurrency, string? DisputeReason, Guid? DisputedById,
        DateTimeOffset? DisputedAt, string? Resolution, DateTimeOffset? ResolvedAt, DateTimeOffset CreatedAt, DateTimeOffset? LockedAt,
        IReadOnlyList<EarningView> Earnings, bool MayDispute, bool MayResolve);

    public static async Task<Ok<Response>> Handle(CommissionId id, Caller caller, CommissionsDb db, RegionProfile profile, CancellationToken ct)
    {
        var commission = await db.FindCommission(c => c.Id == id, ct);
        if (commission is null || !MaySee(commission, caller)) throw Problems.CommissionNotFound.Now();
        return TypedResults.Ok(await Show(db, commission, caller, profile, ct));
    }

    /// <summary>Its brokers and payers, and the bureau people who settle it.</summary>
    internal static bool MaySee(Commission commission, Caller caller) =>
        commission.Concerns(caller.OrganisationId) || PaymentDesk.IsBureauFinance(caller);

    internal static async Task<Response> Show(CommissionsDb db, Commission c, Caller caller, RegionProfile profile, CancellationToken ct)
    {
        var lead = await db.Leads.AsNoTracking().Where(l => l.Id == c.LeadId).Select(l => l.Number).SingleAsync(ct);
        var mandate = await db.Mandates.AsNoTracking().Where(m => m.Id == c.MandateId).Select(m => m.Number).SingleAsync(ct);
        var warnRate = profile.At(c.CreatedAt).CommissionWarnRate;
        var earned = c.Earnings.Sum(e => e.Amount.Amount);
        var contract = c.Earnings.Count > 0 ? c.Earnings.Max(e => e.ContractAmount.Amount) : c.DealPrice.Amount;
        return new Response(
            c.Id.Value, c.Number, c.Status, c.DealId, c.DealNumber, c.ContractId, c.ContractNumber, c.Title, c.LeadId.Value, lead, c.MandateId.Value, mandate,
            c.BuyerId, c.BuyerName, c.SellerId, c.SellerName, c.DealPrice, ScheduleInput.From(c.Schedule), c.EarnEvent, c.BuyerShareBasisPoints,
            [.. c.Brokers.Select(b => new Broker(
                b.BrokerId, b.BrokerName, b.Individual, b.BasisPoints, b.Lead, Sum(c.Payouts.Where(p => p.BrokerId == b.BrokerId)),
                Sum(c.Payouts.Where(p => p.BrokerId == b.BrokerId && p.Status == PayoutStatus.Paid))))],
            Money.Yuan(earned), Sum(c.Payouts.Where(p => p.Status == PayoutStatus.Paid)), c.FullyEarned, warnRate,
            CommissionRules.IsUnusuallyHigh(earned, contract, warnRate), !c.InYuan, c.DisputeReason, c.DisputedById, c.DisputedAt, c.Resolution, c.ResolvedAt,
            c.CreatedAt, c.LockedAt,
            [.. c.Earnings.OrderBy(e => e.BookedAt).ThenBy(e => e.Id).Select(e => Write(c, e, caller))],
            DisputeCommission.May(c, caller), c.Status == CommissionStatus.Disputed && PaymentDesk.IsBureauFinance(caller));
    }

    private static EarningView Write(Commission c, Earning e, Caller caller) => new(
        e.Id, e.Kind, e.Basis, e.ContractAmount, e.Received, e.Amount, e.EarnedAt, e.BookedAt,
        [.. CommissionRules.Compute(c.Schedule, e.Basis.Amount).Lines.Select(l => new Line(
            Money.Yuan(l.From), l.UpTo is { } upTo ? Money.Yuan(upTo) : null, l.Rate, Money.Yuan(l.Amount), PreviewCommission.Rounded(l.Commission)))],
        [.. e.Payouts.OrderBy(p => p.Id).Select(p => Write(c, p, caller))]);

    internal static Part Write(Commission c, Payout p, Caller caller) => new(
        p.Id, p.BrokerId, p.BrokerName, p.Individual, p.BasisPoints, p.PayerId, p.PayerName, p.Amount, p.Status,
        p.BrokerId == caller.Organisation || p.PayerId == caller.Organisation || PaymentDesk.IsBureauFinance(caller) ? WithheldTax.From(p.Withholding) : null,
        p.InvoiceNumber, p.InvoicedOn, p.PayableAt, p.Payment?.BankReference, p.Payment?.PaidOn,
        p.Status == PayoutStatus.Earned && !p.Individual && p.BrokerId == caller.Organisation && caller.Has(Roles.Broker),
        p.Status == PayoutStatus.Payable && c.Status != CommissionStatus.Disputed && PaymentDesk.MayPay(p, caller));

    private static Money Sum(IEnumerable<Payout> payouts) => Money.Yuan(payouts.Sum(p => p.Amount.Amount));
}
