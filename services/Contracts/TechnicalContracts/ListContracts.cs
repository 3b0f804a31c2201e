using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.TechnicalContracts;

/// <summary>The contracts of the caller's organisation, newest first.</summary>
static class ListContracts
{
    public sealed record Response(IReadOnlyList<Row> Items, int Total, int Page, int Size);

    public sealed record Row(
        Guid Id, string Number, string Title, string Category, string State, int Version, Money Price, string MySide, Guid CounterpartyId, string Counterparty,
        string? RegistrationState, string? RegistrationNumber, Guid? RegistrationId, DateTimeOffset DraftedAt, DateTimeOffset? EffectiveAt, DateTimeOffset ChangedAt);

    public static async Task<Ok<Response>> Handle(
        Caller caller, ContractsDb db, CancellationToken ct, [StringLength(30)] string? state = null, [StringLength(100)] string? q = null,
        [Range(1, 100_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var me = caller.OrganisationId;
        var mine = db.Contracts.AsNoTracking().Where(c => c.SellerId == me || c.BuyerId == me);
        if (Words.Read<ContractState>(state) is { } wanted) mine = mine.Where(c => c.State == wanted);
        if (!string.IsNullOrWhiteSpace(q)) mine = mine.Where(c => c.Number == q || EF.Functions.ILike(c.Title, "%" + q.Replace("%", "\\%").Replace("_", "\\_") + "%"));
        var total = await mine.CountAsync(ct);
        var contracts = await mine.OrderByDescending(c => c.ChangedAt).ThenBy(c => c.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        var ids = contracts.Select(c => c.Id).ToList();
        var registrations = (await db.Registrations.AsNoTracking().Where(r => ids.Contains(r.ContractId)).ToListAsync(ct))
            .GroupBy(r => r.ContractId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.CreatedAt)!);
        return TypedResults.Ok(new Response(
            [.. contracts.Select(c =>
            {
                var side = c.SideOf(me)!.Value;
                var other = c.PartyOf(side == Side.Seller ? Side.Buyer : Side.Seller);
                var registration = registrations.GetValueOrDefault(c.Id);
                return new Row(
                    c.Id.Value, c.Number, c.Title, c.Category, Words.Of(c.State), c.Version, c.Price, Words.Of(side), other.OrganisationId, other.Name,
                    registration is null ? null : Words.Of(registration.State), registration?.Number, registration?.Id.Value, c.DraftedAt, c.EffectiveAt, c.ChangedAt);
            })],
            total, page, size));
    }
}
