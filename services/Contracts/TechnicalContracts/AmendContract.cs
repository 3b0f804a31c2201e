using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.Registrations;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.TechnicalContracts;

/// <summary>A party writes the next version: clauses, items, milestones. Earlier confirmations fall away.</summary>
static class AmendContract
{
    /// <param name="Version">The version the change starts from.</param>
    /// <param name="Clauses">Only those that change; fixed ones are ignored.</param>
    public sealed record Request(
        [property: Range(1, int.MaxValue)] int Version,
        [property: Required, StringLength(200, MinimumLength = 2)] string Title,
        [property: MaxLength(20)] IReadOnlyList<ClauseText> Clauses,
        [property: MinLength(1), MaxLength(50)] IReadOnlyList<Item> LineItems,
        [property: MaxLength(30)] IReadOnlyList<Milestone> Milestones,
        [property: StringLength(100)] string? SigningPlace = null,
        [property: StringLength(500)] string? Note = null);

    public sealed record ClauseText([property: Required, StringLength(40)] string Code, [property: Required, StringLength(8000)] string Text);

    public sealed record Item(
        [property: Required, StringLength(200, MinimumLength = 1)] string Title, Money Amount, bool IsTechnical, CarrierKind? Carrier = null,
        [property: Range(1, 1_000_000)] int Quantity = 1, [property: StringLength(500)] string? Reason = null);

    public sealed record Milestone([property: Required, StringLength(200, MinimumLength = 1)] string Title, Money Amount, DateOnly? DueOn = null);

    public sealed record Response(int Version, string State, string DocumentSha256);

    public static async Task<Ok<Response>> Handle(ContractId id, Request request, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var contract = await db.LockContract(id, ct);
        PartyAccess.Drafting(contract, caller);
        if (contract!.InForce && await db.Registrations.AnyAsync(r => r.ContractId == id && !Registration.LetGo.Contains(r.State), ct)) throw Problems.RegistrationOpen.Now();
        var current = (await db.VersionOf(id, contract.Version, ct)).Content;
        await Complete(contract, db, ct);
        var from = contract.State;
        var content = contract.Amend(request.Version, current, Proposed(request, current), now);
        var version = ContractVersion.Of(contract, content, caller.OrganisationId, caller.PersonName, request.Note, now);
        db.Versions.Add(version);
        db.Audit(caller, "contract", id.Value, "amend", from.ToString(), contract.State.ToString(), request.Note, new { contract.Version, version.Sha256 }, "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(contract.Version, Words.Of(contract.State), version.Sha256));
    }

    private static ContractContent Proposed(Request request, ContractContent current) => current with
    {
        Title = request.Title,
        Clauses = [.. request.Clauses.Select(c => new Clause(c.Code, "", c.Text, Fixed: false))],
        LineItems = [.. request.LineItems.Select(i => new LineItem(i.Title.Trim(), i.Amount, i.IsTechnical, i.IsTechnical ? null : i.Carrier, i.Quantity, i.Reason?.Trim()))],
        Milestones = [.. request.Milestones.Select(m => new DealMilestone(m.Title.Trim(), m.DueOn, m.Amount))],
        SigningPlace = request.SigningPlace?.Trim() is { Length: > 0 } place ? place : null,
    };

    private static async Task Complete(Contract contract, ContractsDb db, CancellationToken ct)
    {
        var known = await db.Organisations.AsNoTracking().Where(o => o.Id == contract.SellerId || o.Id == contract.BuyerId).ToListAsync(ct);
        contract.Complete(
            known.Find(o => o.Id == contract.SellerId)?.AsParty() ?? contract.Seller, known.Find(o => o.Id == contract.BuyerId)?.AsParty() ?? contract.Buyer);
    }
}
