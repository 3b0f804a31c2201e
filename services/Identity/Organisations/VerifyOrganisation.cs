using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Sessions;
using TechMarket.Platform.Security;

namespace TechMarket.Identity.Organisations;

/// <summary>The bureau's reviewer has seen the proof: the organisation may act from here on.</summary>
static class VerifyOrganisation
{
    public sealed record Request(long Version, [property: RegularExpression("^[a-z0-9][a-z0-9-]{1,30}$")] string? SourceCode = null);

    public static async Task<Ok<GetProfile.Response>> Handle(
        OrganisationId id, Request request, Caller caller, IdentityDb db, LocalSessionExchange exchange, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await db.LockForReview(id, caller, ct);
        organisation.Verify(request.Version, new OrganisationId(caller.OrganisationId), caller.AreaCode, request.SourceCode, now);
        db.Publish(organisation.Fact(now));
        db.Audit(
            caller, "organisation", id.Value, "verified", nameof(OrganisationStatus.Submitted), organisation.Status.ToString(),
            data: new { organisation.Particulars, organisation.Proofs }, retention: "permanent");
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException taken) when (UniqueViolation.IsOf(taken, IdentityDb.OneCreditCode))
        {
            throw Problems.CreditCodeTaken.Now();
        }
        catch (DbUpdateException taken) when (UniqueViolation.IsOf(taken, IdentityDb.OneSourceCode))
        {
            throw Problems.SourceCodeTaken.Now();
        }
        await transaction.CommitAsync(ct);
        exchange.Forget();
        return TypedResults.Ok(GetProfile.Answer(organisation));
    }
}
