using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Mandates;

/// <summary>A client's or broker's own mandates, newest first.</summary>
static class ListMandates
{
    public sealed record Item(
        Guid Id, string Number, MandateStatus Status, MandateForm Form, Guid ClientId, string ClientName, Guid LeadBrokerId, string LeadBrokerName,
        int BrokerCount, DateOnly ValidFrom, DateOnly ValidUntil, DateTimeOffset ProposedAt, bool AwaitsYou);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        [StringLength(30)] string? status, [StringLength(60)] string? q, [Range(1, 10_000)] int? page, [Range(1, 100)] int? size, Caller caller, CommissionsDb db,
        CancellationToken ct)
    {
        var own = caller.OrganisationId;
        var mandates = db.Mandates.AsNoTracking().Where(m => m.ClientId == own || m.Brokers.Any(b => b.BrokerId == own));
        if (Codes.Read<MandateStatus>(status) is { } wanted) mandates = mandates.Where(m => m.Status == wanted);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = "%" + q.Trim().Replace("%", "") + "%";
            mandates = mandates.Where(m => EF.Functions.ILike(m.Number, like) || EF.Functions.ILike(m.ClientName, like)
                || m.Brokers.Any(b => EF.Functions.ILike(b.BrokerName, like)));
        }
        var (p, s) = (page ?? 1, size ?? 20);
        var found = await mandates.OrderByDescending(m => m.ProposedAt).ThenBy(m => m.Id).Skip((p - 1) * s).Take(s).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. found.Select(m => new Item(
                m.Id.Value, m.Number, m.Status, m.Terms.Form, m.ClientId, m.ClientName, m.LeadBroker.BrokerId, m.LeadBroker.BrokerName, m.Brokers.Count,
                m.Terms.ValidFrom, m.Terms.ValidUntil, m.ProposedAt, m.AwaitsAcceptanceOf(own)))],
            await mandates.CountAsync(ct), p, s));
    }
}
