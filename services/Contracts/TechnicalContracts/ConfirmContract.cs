using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.TechnicalContracts;

/// <summary>A party agrees with exactly this version; when both have, signing opens.</summary>
static class ConfirmContract
{
    public sealed record Request([property: Range(1, int.MaxValue)] int Version);

    public sealed record Response(int Version, string State, bool ReadyToSign);

    public static async Task<Ok<Response>> Handle(ContractId id, Request request, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var contract = await db.LockContract(id, ct);
        var side = PartyAccess.Drafting(contract, caller);
        var from = contract!.State;
        if (contract.Confirm(side, request.Version, caller.PersonId, caller.PersonName, clock.GetUtcNow()))
            db.Audit(caller, "contract", id.Value, "confirm", from.ToString(), contract.State.ToString(), data: new { contract.Version }, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(contract.Version, Words.Of(contract.State), contract.AwaitsSignatures));
    }
}
