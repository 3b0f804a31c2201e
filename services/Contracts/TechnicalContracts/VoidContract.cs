using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.TechnicalContracts;

/// <summary>A party gives up a contract that is not in force yet.</summary>
static class VoidContract
{
    public sealed record Request([property: Required, StringLength(500, MinimumLength = 2)] string Reason);

    public sealed record Response(string State);

    public static async Task<Ok<Response>> Handle(ContractId id, Request request, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var contract = await db.LockContract(id, ct);
        var side = PartyAccess.Of(contract, caller);
        caller.Require(PartyAccess.WhoSigns(contract!, side));
        var from = contract!.State;
        contract.MakeVoid(now);
        db.Publish(ContractEnding.Of(contract, request.Reason, caller.OrganisationId, now));
        db.Audit(caller, "contract", id.Value, "void", from.ToString(), contract.State.ToString(), request.Reason, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(Words.Of(contract.State)));
    }
}

static class ContractEnding
{
    /// <summary>What the others hear when a contract does not go on.</summary>
    public static ContractEnded Of(Contract contract, string? reason, Guid endedBy, DateTimeOffset now) => new(
        contract.Id.Value, contract.Number, contract.DealId, contract.AchievementId, contract.DemandId, contract.Title, contract.SellerId, contract.BuyerId,
        Words.Of(contract.State), reason, endedBy, now);
}
