using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Trading.Bidding;

namespace TechMarket.Trading.Confirmations;

/// <summary>Buyer, seller or auction house signs the confirmation of sale after re-entering the credential (拍卖法 52, 电子签名法 13).</summary>
static class SignConfirmation
{
    /// <param name="CredentialProof">From <c>POST /api/identity/credential-proofs</c> with the purpose <c>sign:{documentSha256}</c>.</param>
    public sealed record Request(
        [property: Required, RegularExpression("^[0-9a-f]{64}$")] string DocumentSha256, [property: Required, StringLength(4000)] string CredentialProof);

    public static async Task<Ok<GetConfirmation.Response>> Handle(
        AuctionId id, Request request, Caller caller, TradingDb db, ICredentialProofs proofs, TimeProvider clock, CancellationToken ct)
    {
        var proof = await proofs.Accept(request.CredentialProof, caller.PersonId, CredentialProof.ToSign(request.DocumentSha256), ct);
        var saleId = (await db.ReadConfirmation(id, caller, ct)).SaleId;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = (await db.LockSale(saleId, ct))!;
        var confirmation = await db.Confirmations.SingleAsync(c => c.Id == id, ct);
        // The bureau reads it and signs nothing.
        if (confirmation.SideOf(caller) is not { } side) throw PlatformProblems.RoleMissing.Now();
        caller.Require(ConfirmationAccess.WhoSigns(side, caller)).RequireVerified();
        if (proof is null) throw Problems.CredentialRefused.Now();
        var now = clock.GetUtcNow();
        var signature = new ConfirmationSignature(
            side, request.DocumentSha256, caller.PersonId, caller.PersonName, caller.OrganisationId, caller.OrganisationName, proof.Id, now);
        if (confirmation.Sign(signature, sale.ConfirmedAuction == id.Value))
        {
            db.UsedProofs.Add(new UsedProof { Id = proof.Id, AuctionId = id, UsedAt = now });
            db.Audit(caller, "sale", saleId.Value, "confirmation-signed", null, null, confirmation.Number, signature, "permanent");
        }
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "used_proof" })
        {
            throw Problems.ProofUsed.Now();
        }
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetConfirmation.View(confirmation, sale, caller));
    }
}
