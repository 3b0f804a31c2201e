using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Contracts.Registrations;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.TechnicalContracts;

/// <summary>A party signs the exact text after re-entering the credential (电子签名法 13, 民法典 469). All signed: in force.</summary>
static class SignContract
{
    /// <param name="CredentialProof">From <c>POST /api/identity/credential-proofs</c> with the purpose <c>sign:{documentSha256}</c>.</param>
    public sealed record Request(
        [property: Range(1, int.MaxValue)] int Version,
        [property: Required, RegularExpression("^[0-9a-f]{64}$")] string DocumentSha256,
        [property: Required, StringLength(4000)] string CredentialProof);

    public sealed record Response(int Version, string State, DateTimeOffset? EffectiveAt);

    public static async Task<Ok<Response>> Handle(
        ContractId id, Request request, Caller caller, ContractsDb db, ICredentialProofs proofs, TimeProvider clock, CancellationToken ct)
    {
        var proof = await proofs.Accept(request.CredentialProof, caller.PersonId, CredentialProof.ToSign(request.DocumentSha256), ct);
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var contract = await db.LockContract(id, ct);
        var side = PartyAccess.Of(contract, caller);
        caller.Require(PartyAccess.WhoSigns(contract!, side)).RequireVerified();
        if (proof is null) throw Problems.CredentialRefused.Now();
        var version = await db.VersionOf(id, contract!.Version, ct);
        var from = contract.State;
        var wasInForce = contract.EffectiveVersion is not null;
        var signature = new Signature(
            side, request.Version, request.DocumentSha256, caller.PersonId, caller.PersonName, caller.OrganisationId, caller.OrganisationName, proof.Id, now);
        if (contract.Sign(signature, version.Sha256))
        {
            db.UsedProofs.Add(new UsedProof { Id = proof.Id, ContractId = id, UsedAt = now });
            db.Publish(new ContractSigned(
                id.Value, contract.Number, contract.DealId, contract.Title, contract.SellerId, contract.BuyerId, caller.OrganisationId, caller.OrganisationName, now));
            if (!wasInForce && contract.EffectiveVersion is not null)
                db.Publish(new ContractEffective(
                    id.Value, contract.Number, contract.DealId, contract.AchievementId, contract.Title, contract.Category, contract.Terms.LicenceExclusivity,
                    contract.SellerId, contract.BuyerId, contract.DemandId, contract.Price, now, version.Content.Milestones));
            if (wasInForce && contract.EffectiveVersion == contract.Version) await Renew(db, contract, version, now, ct);
            db.Audit(caller, "contract", id.Value, "sign", from.ToString(), contract.State.ToString(), data: signature, retention: "permanent");
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
        return TypedResults.Ok(new Response(contract.Version, Words.Of(contract.State), contract.EffectiveAt));
    }

    /// <summary>A filing that is not with the agency follows the version now in force.</summary>
    private static async Task Renew(ContractsDb db, Contract contract, ContractVersion version, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db.Registrations.SingleOrDefaultAsync(
            r => r.ContractId == contract.Id && (r.State == RegistrationState.Draft || r.State == RegistrationState.ReturnedForCorrection), ct);
        open?.Renew(contract, version.Number, version.Content, now);
    }
}
