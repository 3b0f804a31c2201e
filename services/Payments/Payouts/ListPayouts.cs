using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Providers;
using TechMarket.Platform.Data;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Payments.Payouts;

/// <summary>Finance sees the payouts; the next due first.</summary>
static class ListPayouts
{
    public sealed record Item(
        Guid Id, string Number, PayoutKind Kind, string PayeeName, Money Amount, string Purpose, ProviderCode Provider, string? Account, PayoutState State,
        DateTimeOffset? DueAt, DateTimeOffset RaisedAt, string? PreparedBy, string? ReleasedBy, string? Reference, DateOnly? ExecutedOn, bool MayRelease);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        Caller caller, PaymentsDb db, CancellationToken ct, WireName<PayoutState>? state = null, WireName<PayoutKind>? kind = null, [StringLength(60)] string? q = null,
        int? page = null, int? size = null)
    {
        caller.RequireBureau(Roles.Finance);
        var (p, s) = Paging.Of(page, size);
        var rows = db.Payouts.AsNoTracking();
        if (state is { Value: var wanted }) rows = rows.Where(x => x.State == wanted);
        if (kind is { Value: var sort }) rows = rows.Where(x => x.Kind == sort);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = Like.Containing(q.Trim());
            rows = rows.Where(x => EF.Functions.ILike(x.Number, like, "\\") || EF.Functions.ILike(x.PayeeName, like, "\\") || EF.Functions.ILike(x.Purpose, like, "\\"));
        }
        var found = await rows.OrderBy(x => x.ClosedAt != null).ThenByDescending(x => x.ClosedAt).ThenBy(x => x.DueAt).ThenBy(x => x.RaisedAt).Skip((p - 1) * s).Take(s).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. found.Select(x => new Item(
                x.Id.Value, x.Number, x.Kind, x.PayeeName, x.Amount, x.Purpose, x.Provider, x.Receiver?.Masked, x.State, x.DueAt, x.RaisedAt, x.PreparedBy, x.ReleasedBy, x.Reference,
                x.ExecutedOn, x.State == PayoutState.Prepared && x.PreparedById != caller.PersonId && x.RaisedById != caller.PersonId))],
            await rows.CountAsync(ct), p, s));
    }
}
