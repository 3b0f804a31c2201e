using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Payments.Providers;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Payouts;

/// <summary>A second person lets a prepared payout go: into the payment file, or straight to the provider that sends it.</summary>
static class ReleasePayout
{
    public sealed record Request(uint Version);

    public static async Task<Ok<GetPayout.Response>> Handle(PayoutId id, Request request, Caller caller, PaymentsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var payout = await db.LockPayout(id, ct);
        if (payout.State == PayoutState.Prepared && db.VersionOf(payout) != request.Version) throw PlatformProblems.ChangedMeanwhile.Now();
        payout.Release(caller, now);
        if (payout.Provider != ProviderCode.BankTransfer) await db.SetDeadline(SendPayout.Deadline, id.Value, now, ct);
        db.Audit(caller, "payout", id.Value, "release", "PREPARED", "RELEASED", data: new { payout.Number, payout.Amount, payout.Receiver }, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetPayout.Show(payout, caller, db));
    }
}
