using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Payments.Providers;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Payments.Payouts;

/// <summary>Finance marks a released payout as paid by the bank's reference, when it will not wait for the statement. The statement's line is recognised later.</summary>
static class ExecutePayout
{
    public sealed record Request([property: Required, StringLength(64, MinimumLength = 4), RegularExpression(@"\S.*\S")] string BankReference, DateOnly ExecutedOn);

    public static async Task<Ok<GetPayout.Response>> Handle(
        PayoutId id, Request request, Caller caller, PaymentsDb db, PayoutDesk payouts, TimeProvider clock, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        if (request.ExecutedOn > ChinaTime.DayOf(clock.GetUtcNow())) throw Problems.ExecutedInFuture.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var payout = await db.LockPayout(id, ct);
        if (payout.Provider != ProviderCode.BankTransfer) throw Problems.ExecutedByProvider.Now();
        if (payout.State == PayoutState.Executed && (payout.Reference, payout.ExecutedOn) == (request.BankReference, request.ExecutedOn))
            return TypedResults.Ok(GetPayout.Show(payout, caller, db));
        await payouts.Execute(payout, request.BankReference, request.ExecutedOn, caller, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { ConstraintName: PaymentsDb.PayoutReference })
        {
            throw Problems.BankReferenceUsed.With(("bankReference", request.BankReference));
        }
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetPayout.Show(payout, caller, db));
    }
}
