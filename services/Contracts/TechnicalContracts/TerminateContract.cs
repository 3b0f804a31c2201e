using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.TechnicalContracts;

/// <summary>A party proposes to end a contract in force, or agrees to the other's proposal: then it is terminated.</summary>
static class TerminateContract
{
    public sealed record Request([property: Required, StringLength(500, MinimumLength = 2)] string Reason);

    public sealed record Response(string State, bool Terminated);

    public static async Task<Ok<Response>> Handle(ContractId id, Request request, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var contract = await db.LockContract(id, ct);
        var side = PartyAccess.Of(contract, caller);
        caller.Require(PartyAccess.WhoSigns(contract!, side));
        var from = contract!.State;
        var ended = contract.Terminate(side, request.Reason, caller.PersonName, now);
        if (ended) db.Publish(ContractEnding.Of(contract, request.Reason, caller.OrganisationId, now));
        db.Audit(
            caller, "contract", id.Value, ended ? "terminate" : "propose-termination", from.ToString(), contract.State.ToString(), request.Reason, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(Words.Of(contract.State), ended));
    }
}
