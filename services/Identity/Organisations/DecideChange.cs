using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Sessions;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>The bureau's reviewer makes the change an organisation asked for, or says why not.</summary>
static class DecideChange
{
    public sealed record Approval(long Version);

    public sealed record Refusal(long Version, [property: StringLength(Lengths.Reason, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetProfile.Response>> Approve(
        OrganisationId id, Approval request, Caller caller, IdentityDb db, LocalSessionExchange exchange, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockForReview(id, caller, ct);
        var before = organisation.Particulars;
        organisation.ApproveChange(request.Version, new OrganisationId(caller.OrganisationId), caller.AreaCode);
        db.Publish(organisation.Fact(clock.GetUtcNow()));
        db.Audit(
            caller, "organisation", id.Value, "change-approved", before.Name, organisation.Name, data: new { before, after = organisation.Particulars, organisation.Proofs },
            retention: "permanent");
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException taken) when (UniqueViolation.IsOf(taken, IdentityDb.OneCreditCode))
        {
            throw Problems.CreditCodeTaken.Now();
        }
        await transaction.CommitAsync(ct);
        exchange.Forget();
        return TypedResults.Ok(GetProfile.Answer(organisation));
    }

    public static async Task<Ok<GetProfile.Response>> Refuse(OrganisationId id, Refusal request, Caller caller, IdentityDb db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockForReview(id, caller, ct);
        organisation.RefuseChange(request.Version, request.Reason);
        db.Audit(caller, "organisation", id.Value, "change-refused", reason: request.Reason.Trim(), data: organisation.Change, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetProfile.Answer(organisation));
    }
}
