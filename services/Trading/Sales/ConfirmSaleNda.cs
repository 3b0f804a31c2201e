using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Sales;

/// <summary>A party takes the non-disclosure duty; its people may then open the confidential detail (尽职调查).</summary>
static class ConfirmSaleNda
{
    /// <param name="Hash">Of the text the person read.</param>
    /// <param name="Name">The person's full name, typed as a signature.</param>
    public sealed record Request([StringLength(64, MinimumLength = 64)] string Hash, [StringLength(100, MinimumLength = 2)] string Name);

    // A party takes the duty once, so sending it twice is one confirmation.
    public static async Task<Ok<GetRegistration.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockSaleForParty(id, caller, ct);
        var text = NdaText.For(sale, caller.OrganisationName);
        if (text.Hash != request.Hash) throw Problems.NdaTextChanged.Now();
        var now = clock.GetUtcNow();
        var confirmation = new NdaConfirmation(text.Zh, text.En, text.Hash, request.Name.Trim(), caller.PersonId, now);
        if (sale.ConfirmNda(new SalePartyId(Guid.CreateVersion7()), caller.AsParty(), confirmation, now))
        {
            var party = sale.PartyFor(caller.OrganisationId)!;
            db.Publish(new NdaConfirmed(
                party.Id.Value, sale.Number, sale.AchievementId, sale.Subject.AchievementTitle, sale.SellerId, caller.OrganisationId, caller.OrganisationName,
                caller.PersonId, now, id.Value));
            db.Audit(caller, "sale", id.Value, "nda-confirmed", sale.State.ToString(), sale.State.ToString(), data: confirmation, retention: "permanent");
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        return TypedResults.Ok(GetRegistration.View(sale, caller, now));
    }
}
