using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.Registrations;

/// <summary>The registrations of the caller's organisation, as seller or buyer.</summary>
static class ListRegistrations
{
    public sealed record Response(IReadOnlyList<Row> Items, int Total, int Page, int Size);

    public sealed record Row(
        Guid Id, Guid ContractId, string ContractNumber, string Title, string Category, string State, string Counterparty, bool Selling, string? AgencyName,
        Money ContractAmount, Money TechnicalAmount, DateTimeOffset? SubmittedAt, DateTimeOffset? DueAt, DateTimeOffset? CorrectBy, string? Number,
        DateTimeOffset? RegisteredAt);

    public static async Task<Ok<Response>> Handle(
        Caller caller, ContractsDb db, CancellationToken ct, [StringLength(30)] string? state = null, [Range(1, 100_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var me = caller.OrganisationId;
        var mine = db.Registrations.AsNoTracking().Where(r => r.SellerId == me || r.BuyerId == me);
        if (Words.Read<RegistrationState>(state) is { } wanted) mine = mine.Where(r => r.State == wanted);
        var total = await mine.CountAsync(ct);
        var found = await mine.OrderByDescending(r => r.ChangedAt).ThenBy(r => r.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. found.Select(r => new Row(
                r.Id.Value, r.ContractId.Value, r.ContractNumber, r.Title, r.Category, Words.Of(r.State), r.SellerId == me ? r.BuyerName : r.SellerName, r.SellerId == me,
                r.AgencyName, r.ContractAmount, r.TechnicalAmount, r.SubmittedAt, r.DueAt, r.CorrectBy, r.Number, r.RegisteredAt))],
            total, page, size));
    }
}
