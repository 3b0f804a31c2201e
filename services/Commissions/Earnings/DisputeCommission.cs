using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Earnings;

/// <summary>A broker or a payer disputes an earned commission; nothing is paid until the bureau has noted how it was settled.</summary>
static class DisputeCommission
{
    public sealed record Request([property: Required, StringLength(500, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetCommission.Response>> Handle(
        CommissionId id, Request request, Caller caller, CommissionsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var commission = await PaymentDesk.Lock(db, id, caller, ct);
        if (!IsParty(commission, caller)) throw PlatformProblems.RoleMissing.Now();
        var from = commission.Status;
        commission.Dispute(caller.OrganisationId, request.Reason.Trim(), clock.GetUtcNow());
        db.Audit(caller, "commission", id.Value, "dispute", from.Code(), "DISPUTED", request.Reason, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetCommission.Show(db, commission, caller, profile, ct));
    }

    internal static bool May(Commission commission, Caller caller) =>
        commission.Status is CommissionStatus.Earned or CommissionStatus.Resolved && IsParty(commission, caller);

    private static bool IsParty(Commission commission, Caller caller) =>
        (commission.BrokerIds.Contains(caller.OrganisationId) && caller.Has(Roles.Broker))
        || (commission.PayerIds.Contains(caller.OrganisationId)
            && (caller.Has(Roles.Finance) || caller.Has(Roles.Purchaser) || caller.Has(Roles.Approver)));
}
