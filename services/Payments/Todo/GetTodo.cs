using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Escrows;
using TechMarket.Payments.Movements;
using TechMarket.Payments.Parties;
using TechMarket.Payments.Payouts;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Todo;

/// <summary>What waits for the caller here: bills to pay, milestones to accept; for finance movements to settle, payouts to prepare and release, and a ledger that does not add up.</summary>
static class GetTodo
{
    private const int Most = 50;

    public sealed record Item(Guid Id, string Kind, string Title, string? Subject, string? Number, DateTimeOffset WaitingSince, DateTimeOffset? DueAt, string Link);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static async Task<Ok<Response>> Handle(Caller caller, PaymentsDb db, CancellationToken ct)
    {
        var items = new List<Item>();
        if (caller.Organisation is { } own && (caller.Has(Roles.Purchaser) || caller.Has(Roles.Finance))) items.AddRange(await ForPayer(db, own, ct));
        if (Access.IsFinance(caller)) items.AddRange(await ForFinance(db, caller, ct));
        return TypedResults.Ok(new Response([.. items.OrderBy(i => i.WaitingSince)]));
    }

    private static async Task<List<Item>> ForPayer(PaymentsDb db, Guid own, CancellationToken ct)
    {
        var bills = await db.Bills.AsNoTracking().Where(b => b.PayerId == own && b.State == BillState.Open).OrderBy(b => b.RaisedAt).Take(Most).ToListAsync(ct);
        var escrows = await db.Escrows.AsNoTracking().Where(e => e.BuyerId == own && e.State == EscrowState.Open).OrderBy(e => e.OpenedAt).ToListAsync(ct);
        return
        [
            .. bills.Select(b => new Item(b.Id.Value, "bill-to-pay", b.Title, b.Code, b.SubjectNumber, b.RaisedAt, b.DueAt, "/workbench/money")),
            .. escrows.SelectMany(e => e.Milestones.Where(m => m.State == MilestoneState.PaidIn).Select(m => new Item(
                e.Id, "milestone-to-accept", e.Title, m.Title, e.Number, m.PaidInAt!.Value, null, $"/workbench/payments/escrows/{e.Id}"))).Take(Most),
        ];
    }

    private static async Task<List<Item>> ForFinance(PaymentsDb db, Caller caller, CancellationToken ct)
    {
        var movements = await db.Movements.AsNoTracking().Where(m => m.State == MovementState.Queued).OrderBy(m => m.ArrivedAt).Take(Most).ToListAsync(ct);
        var payouts = await db.Payouts.AsNoTracking().Where(p => p.State == PayoutState.Raised || p.State == PayoutState.Prepared).OrderBy(p => p.RaisedAt).Take(Most).ToListAsync(ct);
        var check = await db.LedgerChecks.AsNoTracking().OrderByDescending(c => c.CheckedAt).FirstOrDefaultAsync(ct);
        var items = movements.Select(m => new Item(
            m.Id.Value, "movement-to-settle", m.CounterpartyName ?? m.Reference, m.Amount.ToString(), m.Reference, m.ArrivedAt, null, "/workbench/payments/movements")).ToList();
        items.AddRange(payouts.Where(p => p.State == PayoutState.Raised || (p.PreparedById != caller.PersonId && p.RaisedById != caller.PersonId)).Select(p => new Item(
            p.Id.Value, p.State == PayoutState.Raised ? "payout-to-prepare" : "payout-to-release", p.PayeeName, p.Amount.ToString(), p.Number, p.PreparedAt ?? p.RaisedAt, p.DueAt,
            $"/workbench/payments/payouts/{p.Id}")));
        if (check is { Findings.Count: > 0 })
            items.Add(new Item(check.Id, "ledger-broken", check.Findings[0], null, null, check.CheckedAt, null, "/workbench/payments/ledger"));
        return items;
    }
}
