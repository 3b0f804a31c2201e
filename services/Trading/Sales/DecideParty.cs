using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>The seller, or the bureau, says whether a party meets the announced conditions, with the reason; once the last is decided the sale goes on.</summary>
static class DecideParty
{
    /// <param name="PriorityRank">The announced right of first refusal the party has proved.</param>
    public sealed record Request(bool Qualified, [StringLength(2000, MinimumLength = 2)] string Reason, [Range(1, 20)] int? PriorityRank = null);

    public static async Task<Ok<GetSale.Response>> Handle(
        SaleId id, SalePartyId partyId, Request request, Caller caller, TradingDb db, Bidding.AuctionVault vault, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = caller.IsBureau()
            ? await db.LockSaleForBureau(id, caller, ct)
            : await db.LockOwnSale(id, caller, ct, Roles.Publisher, Roles.Approver);
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        sale.Decide(partyId, new Qualification(request.Qualified, request.Reason.Trim(), caller.PersonId, caller.PersonName, now), request.PriorityRank);
        db.Audit(caller, "sale-party", partyId.Value, request.Qualified ? "qualified" : "refused", nameof(SalePartyState.Registered), sale.PartyOf(partyId).State.ToString(), request.Reason, request, "5y");
        if (sale.State == SaleState.ClosedForRegistration) await SaleCourse.GoOn(sale, db, vault, rules, now, ct);
        else db.PublishParties(sale, rules, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetSale.View(sale, caller, db, rules, now, ct));
    }
}
