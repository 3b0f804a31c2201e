using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Payments.Deposits;

/// <summary>Finance sees the deposits: awaited, held, on their way back, settled.</summary>
static class ListDeposits
{
    public sealed record Item(
        Guid Id, string SaleNumber, string Title, string PartyName, Money? Amount, DepositState State, string? BillCode, DateTimeOffset? DueAt, DateTimeOffset? HeldAt,
        DepositDecision? Decision, string? DecisionReason, DateTimeOffset? SettleBy, string? Outcome, string? SettledReference, DateTimeOffset? SettledAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size, IReadOnlyList<Money> Held);

    public static async Task<Ok<Response>> Handle(
        Caller caller, PaymentsDb db, CancellationToken ct, WireName<DepositState>? state = null, [StringLength(60)] string? q = null, int? page = null, int? size = null)
    {
        caller.RequireBureau(Roles.Finance);
        var (p, s) = Paging.Of(page, size);
        var rows = db.Deposits.AsNoTracking().Where(d => d.State != DepositState.Unknown);
        if (state is { Value: var wanted }) rows = rows.Where(d => d.State == wanted);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = Like.Containing(q.Trim());
            rows = rows.Where(d => EF.Functions.ILike(d.SaleNumber, like, "\\") || EF.Functions.ILike(d.PartyName, like, "\\"));
        }
        var found = await rows.OrderByDescending(d => d.DueAt).Skip((p - 1) * s).Take(s).ToListAsync(ct);
        var codes = await db.Bills.AsNoTracking().Where(b => found.Select(d => d.BillId).Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Code, ct);
        var held = await db.Postings.AsNoTracking()
            .Join(db.Accounts.Where(a => a.Kind == Ledger.AccountKind.DepositHeld), x => x.AccountId, a => a.Id, (x, _) => x.Amount)
            .GroupBy(x => x.Currency).Select(g => new { g.Key, Sum = g.Sum(x => x.Amount) }).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. found.Select(d => new Item(
                d.Id, d.SaleNumber, d.Title, d.PartyName, d.Amount, d.State, d.BillId is { } bill ? codes.GetValueOrDefault(bill) : null, d.DueAt, d.HeldAt, d.Decision,
                d.DecisionReason, d.SettleBy, d.Outcome, d.SettledReference, d.SettledAt))],
            await rows.CountAsync(ct), p, s, [.. held.Select(h => new Money(-h.Sum, h.Key))]));
    }
}
