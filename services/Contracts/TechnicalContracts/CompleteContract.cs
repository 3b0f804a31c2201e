using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.TechnicalContracts;

/// <summary>The buyer accepts the work (验收合格): the contract is completed.</summary>
static class CompleteContract
{
    public sealed record Response(string State);

    public static async Task<Ok<Response>> Handle(ContractId id, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var contract = await db.LockContract(id, ct);
        PartyAccess.Only(Side.Buyer, PartyAccess.Drafting(contract, caller));
        var from = contract!.State;
        contract.CompletePerformance(now);
        db.Publish(ContractEnding.Of(contract, null, caller.OrganisationId, now));
        db.Audit(caller, "contract", id.Value, "complete", from.ToString(), contract.State.ToString(), retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(Words.Of(contract.State)));
    }
}
