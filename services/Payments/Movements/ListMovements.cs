using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Payouts;
using TechMarket.Payments.Providers;
using TechMarket.Platform.Data;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Payments.Movements;

/// <summary>Finance sees money that came in and went out: the queue to settle by hand, or all of it.</summary>
static class ListMovements
{
    /// <summary>What a waiting movement may be: bills of the same amount or the same payer; payouts of the same amount.</summary>
    public sealed record Candidate(Guid Id, string Code, string Title, string Party, Money Amount, Money Open);

    public sealed record Item(
        Guid Id, ProviderCode Provider, string Reference, MovementDirection Direction, Money Amount, DateOnly BookedOn, string? CounterpartyName,
        string? CounterpartyAccount, string? Remark, MovementState State, QueueReason? QueueReason, Guid? BillId, string? BillCode, Guid? PayoutId,
        string? PayoutNumber, Money? Allotted, string? Note, string? SettledBy, DateTimeOffset? SettledAt, IReadOnlyList<Candidate> Candidates);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        Caller caller, PaymentsDb db, CancellationToken ct, WireName<MovementState>? state = null, WireName<MovementDirection>? direction = null,
        [StringLength(60)] string? q = null, int? page = null, int? size = null)
    {
        caller.RequireBureau(Roles.Finance);
        var (p, s) = Paging.Of(page, size);
        var rows = db.Movements.AsNoTracking();
        if (state is { Value: var wanted }) rows = rows.Where(m => m.State == wanted);
        if (direction is { Value: var way }) rows = rows.Where(m => m.Direction == way);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = Like.Containing(q.Trim());
            rows = rows.Where(m => EF.Functions.ILike(m.Reference, like, "\\") || EF.Functions.ILike(m.CounterpartyName ?? "", like, "\\") || EF.Functions.ILike(m.Remark ?? "", like, "\\"));
        }
        var found = await rows.OrderByDescending(m => m.BookedOn).ThenByDescending(m => m.ArrivedAt).Skip((p - 1) * s).Take(s).ToListAsync(ct);
        var codes = await db.Bills.AsNoTracking().Where(b => found.Select(m => m.BillId).Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Code, ct);
        var numbers = await db.Payouts.AsNoTracking().Where(x => found.Select(m => m.PayoutId).Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Number, ct);
        var items = new List<Item>();
        foreach (var m in found)
        {
            items.Add(new Item(
                m.Id.Value, m.Provider, m.Reference, m.Direction, m.Amount, m.BookedOn, m.CounterpartyName, m.CounterpartyAccount, m.Remark, m.State, m.QueueReason,
                m.BillId?.Value, m.BillId is { } bill ? codes.GetValueOrDefault(bill) : null, m.PayoutId?.Value, m.PayoutId is { } payout ? numbers.GetValueOrDefault(payout) : null,
                m.Allotted, m.Note, m.SettledBy, m.SettledAt, m.State is MovementState.Queued or MovementState.Parked ? await Candidates(db, m, ct) : []));
        }
        return TypedResults.Ok(new Response(items, await rows.CountAsync(ct), p, s));
    }

    private static async Task<IReadOnlyList<Candidate>> Candidates(PaymentsDb db, Movement m, CancellationToken ct)
    {
        if (m.Direction == MovementDirection.Out)
        {
            var payouts = await db.Payouts.AsNoTracking()
                .Where(x => x.State == PayoutState.Released && x.Provider == m.Provider && x.Amount.Amount == m.Amount.Amount && x.Amount.Currency == m.Amount.Currency)
                .OrderBy(x => x.ReleasedAt).Take(5).ToListAsync(ct);
            return [.. payouts.Select(x => new Candidate(x.Id.Value, x.Number, x.Purpose, x.PayeeName, x.Amount, x.Amount))];
        }
        var named = ReferenceCode.Find(m.Remark).Codes;
        var open = await db.Bills.AsNoTracking()
            .Where(b => b.State == BillState.Open && b.Amount.Currency == m.Amount.Currency
                && (named.Contains(b.Code) || b.Amount.Amount == m.Amount.Amount || b.PayerName == m.CounterpartyName))
            .OrderByDescending(b => named.Contains(b.Code)).ThenByDescending(b => b.PayerName == m.CounterpartyName).ThenBy(b => b.RaisedAt).Take(5).ToListAsync(ct);
        var candidates = new List<Candidate>();
        foreach (var b in open)
            candidates.Add(new Candidate(b.Id.Value, b.Code, b.Title, b.PayerName, b.Amount, new Money(b.Amount.Amount - await db.ReceivedFor(b.Id, ct), b.Amount.Currency)));
        return candidates;
    }
}
