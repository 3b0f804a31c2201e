using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Payments.Bills;

/// <summary>Finance sees what the market expects and from whom.</summary>
static class ListBills
{
    public sealed record Item(
        Guid Id, string Code, BillPurpose Purpose, string SubjectNumber, string Title, string PayerName, Money Amount, Money Received, BillState State, DateTimeOffset? DueAt,
        DateTimeOffset RaisedAt, DateTimeOffset? ClosedAt, string? CloseReason);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        Caller caller, PaymentsDb db, CancellationToken ct, WireName<BillState>? state = null, WireName<BillPurpose>? purpose = null, [StringLength(60)] string? q = null,
        int? page = null, int? size = null)
    {
        caller.RequireBureau(Roles.Finance);
        var (p, s) = Paging.Of(page, size);
        var rows = db.Bills.AsNoTracking();
        if (state is { Value: var wanted }) rows = rows.Where(b => b.State == wanted);
        if (purpose is { Value: var sort }) rows = rows.Where(b => b.Purpose == sort);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = Like.Containing(q.Trim());
            rows = rows.Where(b =>
                EF.Functions.ILike(b.Code, like, "\\") || EF.Functions.ILike(b.PayerName, like, "\\") || EF.Functions.ILike(b.SubjectNumber, like, "\\") || EF.Functions.ILike(b.Title, like, "\\"));
        }
        var items = new List<Item>();
        foreach (var b in await rows.OrderByDescending(b => b.RaisedAt).Skip((p - 1) * s).Take(s).ToListAsync(ct))
        {
            items.Add(new Item(
                b.Id.Value, b.Code, b.Purpose, b.SubjectNumber, b.Title, b.PayerName, b.Amount, new Money(await db.ReceivedFor(b.Id, ct), b.Amount.Currency), b.State, b.DueAt, b.RaisedAt,
                b.ClosedAt, b.CloseReason));
        }
        return TypedResults.Ok(new Response(items, await rows.CountAsync(ct), p, s));
    }
}
