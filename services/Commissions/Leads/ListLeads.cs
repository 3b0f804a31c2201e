using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Leads;

/// <summary>The leads a broker recorded, or that were recorded for a party, newest first.</summary>
static class ListLeads
{
    public sealed record Item(
        Guid Id, string Number, LeadStatus Status, string LeadBrokerName, Guid BuyerId, string BuyerName, Guid SellerId, string SellerName,
        string AchievementNumber, string AchievementTitle, bool DoubleAgency, DateTimeOffset RecordedAt, DateTimeOffset AnswerBy,
        DateTimeOffset ProtectedUntil, bool AwaitsYou);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        bool? waiting, [StringLength(60)] string? q, [Range(1, 10_000)] int? page, [Range(1, 100)] int? size, Caller caller, CommissionsDb db,
        CancellationToken ct)
    {
        var own = caller.OrganisationId;
        var leads = db.Leads.AsNoTracking().Where(l => l.BuyerId == own || l.SellerId == own || l.BrokerIds.Contains(own));
        if (waiting == true) leads = leads.Where(l => (l.BuyerId == own && l.BuyerAnswer == null) || (l.SellerId == own && l.SellerAnswer == null));
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = "%" + q.Trim().Replace("%", "") + "%";
            leads = leads.Where(l => EF.Functions.ILike(l.Number, like) || EF.Functions.ILike(l.AchievementTitle, like)
                || EF.Functions.ILike(l.BuyerName, like) || EF.Functions.ILike(l.SellerName, like));
        }
        var (p, s) = (page ?? 1, size ?? 20);
        var found = await leads.OrderByDescending(l => l.RecordedAt).ThenBy(l => l.Id).Skip((p - 1) * s).Take(s).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. found.Select(l => new Item(
                l.Id.Value, l.Number, l.Status, l.LeadBrokerName, l.BuyerId, l.BuyerName, l.SellerId, l.SellerName, l.AchievementNumber, l.AchievementTitle,
                l.DoubleAgency, l.RecordedAt, l.AnswerBy, l.ProtectedUntil, (own == l.BuyerId || own == l.SellerId) && l.AnswerOf(own) is null))],
            await leads.CountAsync(ct), p, s));
    }
}
