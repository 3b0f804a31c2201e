using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.Registrations;

/// <summary>One click of the seller: the form is filled from contract, parties and achievement. Clicking again opens the same one.</summary>
static class StartRegistration
{
    public sealed record Response(Guid Id, string State);

    public static async Task<Ok<Response>> Handle(ContractId id, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var contract = await db.LockContract(id, ct);
        PartyAccess.Only(Side.Seller, PartyAccess.Drafting(contract, caller));
        var open = await db.Registrations.SingleOrDefaultAsync(
            r => r.ContractId == id && r.State != RegistrationState.Refused && r.State != RegistrationState.Cancelled, ct);
        if (open is not null) return TypedResults.Ok(new Response(open.Id.Value, Words.Of(open.State)));
        var version = contract!.EffectiveVersion ?? throw Problems.ContractNotEffective.With(("state", contract.State));
        await Complete(contract, db, ct);
        var content = (await db.VersionOf(id, version, ct)).Content;
        var registration = Registration.Start(new RegistrationId(Guid.CreateVersion7()), contract, version, content, now);
        db.Registrations.Add(registration);
        db.Audit(caller, "registration", registration.Id.Value, "start", to: registration.State.ToString(), data: new { contract.Number }, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(registration.Id.Value, Words.Of(registration.State)));
    }

    private static async Task Complete(Contract contract, ContractsDb db, CancellationToken ct)
    {
        var known = await db.Organisations.AsNoTracking().Where(o => o.Id == contract.SellerId || o.Id == contract.BuyerId).ToListAsync(ct);
        contract.Complete(
            known.Find(o => o.Id == contract.SellerId)?.AsParty() ?? contract.Seller, known.Find(o => o.Id == contract.BuyerId)?.AsParty() ?? contract.Buyer);
    }
}
