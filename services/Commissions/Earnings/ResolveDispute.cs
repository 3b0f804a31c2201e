using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Earnings;

/// <summary>The bureau's finance notes how the parties settled a disputed commission; what waited is payable again.</summary>
static class ResolveDispute
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 2)] string Resolution);

    public static async Task<Ok<GetCommission.Response>> Handle(
        CommissionId id, Request request, Caller caller, CommissionsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var commission = await PaymentDesk.Lock(db, id, caller, ct);
        caller.RequireBureau(Roles.Finance);
        var now = clock.GetUtcNow();
        commission.Resolve(request.Resolution.Trim(), now);
        foreach (var payable in Payables.Since(commission, commission.Payouts, now)) db.Publish(payable);
        db.Audit(caller, "commission", id.Value, "resolve", "DISPUTED", "RESOLVED", request.Resolution, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetCommission.Show(db, commission, caller, profile, ct));
    }
}
