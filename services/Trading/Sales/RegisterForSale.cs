using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Sales;

/// <summary>A party registers to take part and accepts the announced terms; its deposit is demanded. Sent again, it states anew.</summary>
static class RegisterForSale
{
    /// <param name="Statement">How it meets the announced conditions.</param>
    /// <param name="RelatedParty">It is related to the seller or the inventors.</param>
    /// <param name="PriorityBasis">The announced right of first refusal it claims.</param>
    public sealed record Request(
        bool AcceptsTerms, [StringLength(4000, MinimumLength = 2)] string Statement, bool RelatedParty, [StringLength(100, MinimumLength = 2)] string ContactName,
        [StringLength(50, MinimumLength = 5)] string ContactPhone, [StringLength(2000)] string? RelatedStatement = null,
        [StringLength(500)] string? PriorityBasis = null);

    public static async Task<Ok<GetRegistration.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockSaleForParty(id, caller, ct);
        if (!request.AcceptsTerms) throw Problems.TermsNotAccepted.Now();
        var now = clock.GetUtcNow();
        var registration = new Registration(
            request.Statement.Trim(), request.RelatedParty, request.RelatedParty ? request.RelatedStatement : null,
            string.IsNullOrWhiteSpace(request.PriorityBasis) ? null : request.PriorityBasis.Trim(), request.ContactName.Trim(), request.ContactPhone.Trim());
        var version = sale.Version;
        var (party, demanded) = sale.Register(new SalePartyId(Guid.CreateVersion7()), Guid.CreateVersion7(), caller.AsParty(), registration, now);
        if (sale.Version != version)
        {
            if (demanded)
            {
                db.Publish(new DepositDemanded(
                    party.DepositId!.Value, id.Value, sale.Number, sale.Subject.AchievementTitle, sale.SellerId, party.OrganisationId, party.Name, party.Deposit!,
                    party.DepositDueAt!.Value, now));
                db.Publish(new SalePartyChanged(
                    id.Value, sale.Number, sale.Subject.AchievementTitle, sale.SellerId, party.OrganisationId, party.Name, "REGISTERED", null, now));
            }
            db.Audit(caller, "sale-party", party.Id.Value, demanded ? "registered" : "restated", null, party.State.ToString(), data: registration, retention: "5y");
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        return TypedResults.Ok(GetRegistration.View(sale, caller, now));
    }
}
