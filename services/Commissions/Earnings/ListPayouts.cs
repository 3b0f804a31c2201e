using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Earnings;

/// <summary>Finance works through what is payable, oldest first; a bureau sees all, a payer its own.</summary>
static class ListPayouts
{
    public sealed record Item(
        Guid Id, Guid CommissionId, string CommissionNumber, string DealNumber, string? ContractNumber, string Title, string BrokerName, bool Individual,
        string PayerName, Money Amount, PayoutStatus Status, bool Disputed, WithheldTax? Withholding, string? InvoiceNumber, DateOnly? InvoicedOn,
        DateTimeOffset EarnedAt, DateTimeOffset? PayableAt, string? BankReference, DateOnly? PaidOn, bool MayPay);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size, Money TotalAmount);

    public static async Task<Ok<Response>> Handle(
        [StringLength(30)] string? status, [StringLength(60)] string? q, [Range(1, 10_000)] int? page, [Range(1, 100)] int? size, Caller caller, CommissionsDb db,
        CancellationToken ct)
    {
        caller.Require(Roles.Finance);
        var own = caller.OrganisationId;
        var rows = from payout in db.Payouts.AsNoTracking().Include(p => p.Payment)
                   join commission in db.Commissions.AsNoTracking() on payout.CommissionId equals commission.Id
                   join earning in db.Earnings.AsNoTracking() on payout.EarningId equals earning.Id
                   select new { payout, commission, earning };
        if (!PaymentDesk.IsBureauFinance(caller)) rows = rows.Where(r => r.payout.PayerId == own);
        if (Codes.Read<PayoutStatus>(status) is { } wanted) rows = rows.Where(r => r.payout.Status == wanted);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = "%" + q.Trim().Replace("%", "") + "%";
            rows = rows.Where(r => EF.Functions.ILike(r.commission.Number, like) || EF.Functions.ILike(r.payout.BrokerName, like)
                || EF.Functions.ILike(r.payout.PayerName, like) || EF.Functions.ILike(r.payout.Payment!.BankReference, like));
        }
        var (p, s) = (page ?? 1, size ?? 20);
        var found = await rows.OrderBy(r => r.earning.BookedAt).ThenBy(r => r.payout.Id).Skip((p - 1) * s).Take(s).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. found.Select(r => new Item(
                r.payout.Id, r.commission.Id.Value, r.commission.Number, r.commission.DealNumber, r.commission.ContractNumber, r.commission.Title,
                r.payout.BrokerName, r.payout.Individual, r.payout.PayerName, r.payout.Amount, r.payout.Status,
                r.commission.Status == CommissionStatus.Disputed, WithheldTax.From(r.payout.Withholding), r.payout.InvoiceNumber, r.payout.InvoicedOn, r.earning.EarnedAt,
                r.payout.PayableAt, r.payout.Payment?.BankReference, r.payout.Payment?.PaidOn,
                r.payout.Status == PayoutStatus.Payable && r.commission.Status != CommissionStatus.Disputed && PaymentDesk.MayPay(r.payout, caller)))],
            await rows.CountAsync(ct), p, s, Money.Yuan(await rows.SumAsync(r => (decimal?)r.payout.Amount.Amount, ct) ?? 0)));
    }
}
