using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Parties;
using TechMarket.Platform.Data;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Payments.Escrows;

/// <summary>Finance sees the money of every deal; a party the deals of its own.</summary>
static class ListEscrows
{
    public sealed record Item(
        Guid DealId, string Number, string Title, string BuyerName, string SellerName, string? ContractNumber, Money Price, EscrowState State, Money PaidIn, Money Released,
        Money Refunded, int MilestoneCount);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        Caller caller, PaymentsDb db, CancellationToken ct, WireName<EscrowState>? state = null, [StringLength(60)] string? q = null, int? page = null, int? size = null)
    {
        var (p, s) = Paging.Of(page, size);
        var rows = db.Escrows.AsNoTracking().Where(e => e.Currency != "" && e.ContractId != null);
        if (!Access.IsFinance(caller))
        {
            if (!Access.ReadsOwnMoney(caller)) throw Platform.Problems.PlatformProblems.RoleMissing.Now();
            var own = caller.OrganisationId;
            rows = rows.Where(e => e.BuyerId == own || e.SellerId == own);
        }
        if (state is { Value: var wanted }) rows = rows.Where(e => e.State == wanted);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = Like.Containing(q.Trim());
            rows = rows.Where(e => EF.Functions.ILike(e.Number, like, "\\") || EF.Functions.ILike(e.Title, like, "\\") || EF.Functions.ILike(e.ContractNumber ?? "", like, "\\"));
        }
        var found = await rows.OrderByDescending(e => e.OpenedAt).Skip((p - 1) * s).Take(s).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. found.Select(Write)], await rows.CountAsync(ct), p, s));
    }

    private static Item Write(Escrow e) => new(
        e.Id, e.Number, e.Title, e.BuyerName, e.SellerName, e.ContractNumber, e.Of(e.Price), e.State,
        e.Of(e.Milestones.Where(m => m.State is MilestoneState.PaidIn or MilestoneState.Released or MilestoneState.Refunded).Sum(m => m.Amount)),
        e.Of(e.Milestones.Where(m => m.State == MilestoneState.Released).Sum(m => m.Amount - m.Refunded)), e.Of(e.Milestones.Sum(m => m.Refunded)), e.Milestones.Count);
}
