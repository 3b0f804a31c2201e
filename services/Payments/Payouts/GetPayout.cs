using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Providers;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Payouts;

/// <summary>Finance reads one payout with the account it goes to.</summary>
static class GetPayout
{
    public sealed record Receiver(string AccountName, string AccountNumber, string BankName);

    public sealed record Response(
        Guid Id, uint Version, string Number, PayoutKind Kind, AccountKind FromKind, string FromName, Guid? PayeeId, string PayeeName, Money Amount, string Purpose, ProviderCode Provider,
        string? RefundOf, Receiver? Receiver, PayoutState State, DateTimeOffset? DueAt, DateTimeOffset RaisedAt, string? RaisedBy, string? PreparedBy,
        DateTimeOffset? PreparedAt, string? ReleasedBy, DateTimeOffset? ReleasedAt, string? Reference, DateOnly? ExecutedOn, string? Note, bool MayPrepare, bool MayRelease,
        bool MayExecute, bool MaySendBack, bool MayCancel);

    public static async Task<Ok<Response>> Handle(PayoutId id, Caller caller, PaymentsDb db, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        var payout = await db.Payouts.SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw Problems.PayoutNotFound.Now();
        return TypedResults.Ok(Show(payout, caller, db));
    }

    internal static Response Show(Payout p, Caller caller, PaymentsDb db) => new(
        p.Id.Value, db.VersionOf(p), p.Number, p.Kind, p.FromKind, p.FromName, p.PayeeId, p.PayeeName, p.Amount, p.Purpose, p.Provider, p.RefundOf,
        p.Receiver is { } r ? new Receiver(r.AccountName, r.AccountNumber, r.BankName) : null, p.State, p.DueAt, p.RaisedAt, p.RaisedBy, p.PreparedBy, p.PreparedAt,
        p.ReleasedBy, p.ReleasedAt, p.Reference, p.ExecutedOn, p.Note, p.State == PayoutState.Raised,
        p.State == PayoutState.Prepared && p.PreparedById != caller.PersonId && p.RaisedById != caller.PersonId,
        p.State == PayoutState.Released && p.Provider == ProviderCode.BankTransfer, p.State is PayoutState.Prepared or PayoutState.Released && p.Provider == ProviderCode.BankTransfer,
        p.MayCancel);
}
