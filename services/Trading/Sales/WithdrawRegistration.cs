using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>A party takes its registration back while registration is open; its deposit goes back.</summary>
static class WithdrawRegistration
{
    public sealed record Request([StringLength(1000, MinimumLength = 2)] string Reason);

    public static async Task<Ok<GetRegistration.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockSaleForParty(id, caller, ct);
        var party = sale.PartyFor(caller.OrganisationId) ?? throw Problems.SalePartyNotFound.Now();
        var now = clock.GetUtcNow();
        var from = party.State;
        sale.LeaveParty(party, request.Reason.Trim(), now);
        db.PublishParties(sale, profile.At(now), now);
        db.Audit(caller, "sale-party", party.Id.Value, "withdrawn", from.ToString(), party.State.ToString(), request.Reason, retention: "5y");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetRegistration.View(sale, caller, now));
    }
}
