using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Payments.Providers;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Payments.Payouts;

/// <summary>Finance stops a payout: sends it back to be prepared anew, or cancels what can be ordered again.</summary>
static class StopPayout
{
    public sealed record Request([property: Required, StringLength(300, MinimumLength = 2)] string Reason);

    public static Task<Ok<GetPayout.Response>> SendBack(PayoutId id, Request request, Caller caller, PaymentsDb db, CancellationToken ct) =>
        Stop(id, request, caller, db, "send-back", payout =>
        {
            if (payout.Provider != ProviderCode.BankTransfer && payout.State == PayoutState.Released) throw Problems.ExecutedByProvider.Now();
            payout.SendBack(request.Reason.Trim());
        }, ct);

    public static Task<Ok<GetPayout.Response>> Cancel(PayoutId id, Request request, Caller caller, PaymentsDb db, TimeProvider clock, CancellationToken ct) =>
        Stop(id, request, caller, db, "cancel", payout => payout.Cancel(request.Reason.Trim(), clock.GetUtcNow()), ct);

    private static async Task<Ok<GetPayout.Response>> Stop(
        PayoutId id, Request request, Caller caller, PaymentsDb db, string action, Action<Payout> stop, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var payout = await db.LockPayout(id, ct);
        var from = payout.State.Name();
        stop(payout);
        db.Audit(caller, "payout", id.Value, action, from, payout.State.Name(), request.Reason, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetPayout.Show(payout, caller, db));
    }
}
