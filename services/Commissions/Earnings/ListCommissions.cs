using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Earnings;

/// <summary>The commissions of a broker or payer, for a bureau's finance all of them, newest first.</summary>
static class ListCommissions
{
    /// <param name="YourPart">A broker's own share of what was earned; otherwise nothing.</param>
    public sealed record Item(
        Guid Id, string Number, CommissionStatus Status, string DealNumber, string? ContractNumber, string Title, string BuyerName, string SellerName,
        Money DealPrice, Money Earned, Money Paid, Money? YourPart, DateTimeOffset CreatedAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        [StringLength(30)] string? status, [StringLength(60)] string? q, [Range(1, 10_000)] int? page, [Range(1, 100)] int? size, Caller caller, CommissionsDb db,
        CancellationToken ct)
    {
        var own = caller.OrganisationId;
        IQueryable<Commission> commissions = db.Commissions.AsNoTracking();
        if (!PaymentDesk.IsBureauFinance(caller))
        {
            commissions = commissions.Where(c => c.BrokerIds.Contains(own)
                || (c.BuyerId == own && c.BuyerShareBasisPoints > 0) || (c.SellerId == own && c.BuyerShareBasisPoints < 10_000));
        }
        if (Codes.Read<CommissionStatus>(status) is { } wanted) commissions = commissions.Where(c => c.Status == wanted);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = "%" + q.Trim().Replace("%", "") + "%";
            commissions = commissions.Where(c => EF.Functions.ILike(c.Number, like) || EF.Functions.ILike(c.Title, like) || EF.Functions.ILike(c.DealNumber, like));
        }
        var (p, s) = (page ?? 1, size ?? 20);
        var found = await commissions.OrderByDescending(c => c.CreatedAt).ThenBy(c => c.Id).Skip((p - 1) * s).Take(s)
            .Include(c => c.Earnings).ThenInclude(e => e.Payouts).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. found.Select(c => new Item(
                c.Id.Value, c.Number, c.Status, c.DealNumber, c.ContractNumber, c.Title, c.BuyerName, c.SellerName, c.DealPrice,
                Money.Yuan(c.Earnings.Sum(e => e.Amount.Amount)), Money.Yuan(c.Payouts.Where(x => x.Status == PayoutStatus.Paid).Sum(x => x.Amount.Amount)),
                c.BrokerIds.Contains(own) ? Money.Yuan(c.Payouts.Where(x => x.BrokerId == own).Sum(x => x.Amount.Amount)) : null, c.CreatedAt))],
            await commissions.CountAsync(ct), p, s));
    }
}
