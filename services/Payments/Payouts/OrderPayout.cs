using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Ledger;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Payouts;

/// <summary>Finance orders a payout of what stands on an account the market owes from: a seller's, a broker's, withheld tax, the market's fee.</summary>
static class OrderPayout
{
    public sealed record Request(Guid Id, Guid AccountId, Money Amount, [property: Required, StringLength(300, MinimumLength = 2)] string Purpose);

    public static async Task<Ok<GetPayout.Response>> Handle(Request request, Caller caller, PaymentsDb db, Journal journal, PayoutDesk payouts, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockSubject(request.AccountId, ct);
        var id = new PayoutId(request.Id);
        var purpose = request.Purpose.Trim();
        if (await db.Payouts.SingleOrDefaultAsync(p => p.Id == id, ct) is { } known)
        {
            return known.Cause == $"order:{request.Id}" && known.Amount == request.Amount && known.Purpose == purpose
                ? TypedResults.Ok(GetPayout.Show(known, caller, db))
                : throw Problems.PayoutIdReused.Now();
        }
        var accountId = new AccountId(request.AccountId);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, ct) ?? throw Problems.AccountNotFound.Now();
        var kind = account.Kind switch
        {
            AccountKind.SellerPayable => PayoutKind.Seller,
            AccountKind.BrokerPayable => PayoutKind.Seller,
            AccountKind.TaxWithheld => PayoutKind.Tax,
            AccountKind.PlatformFee => PayoutKind.Fee,
            _ => throw Problems.AccountUnfit.With(("kind", account.Kind)),
        };
        if (request.Amount.Currency != account.Currency) throw Problems.CurrencyDiffers.With(("currency", account.Currency));
        // What other payouts will take is spoken for. A release meanwhile only adds.
        var ordered = await db.Payouts.Where(p =>
                p.FromKind == account.Kind && p.FromHolder == account.Holder && p.Amount.Currency == account.Currency
                && (p.State == PayoutState.Raised || p.State == PayoutState.Prepared || p.State == PayoutState.Released))
            .SumAsync(p => (decimal?)p.Amount.Amount, ct) ?? 0;
        var free = await journal.Balance(account, ct) - ordered;
        if (request.Amount.Amount <= 0 || request.Amount.Amount > free)
            throw Problems.NotEnoughHeld.With(("account", account.Name), ("held", new Money(Math.Max(0, free), account.Currency)));
        Guid? payee = account.Holder == Guid.Empty ? null : account.Holder;
        var payout = await payouts.Raise(
            new PayoutOrder(
                kind, $"order:{request.Id}", request.AccountId, new AccountKey(account.Kind, account.Holder, account.Currency, account.Name), payee,
                payee is null ? "" : account.Name, request.Amount, purpose),
            caller, ct, id);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetPayout.Show(payout, caller, db));
    }
}
