using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.Sales;

/// <summary>A party sees where it stands in an announced sale; never who else takes part.</summary>
static class GetRegistration
{
    public sealed record Party(
        Guid Id, string State, bool TakesPart, bool NdaConfirmed, bool AccessOpen, string? Statement, bool RelatedParty, string? RelatedStatement,
        string? PriorityBasis, int? PriorityRank, string? ContactName, string? ContactPhone, DateTimeOffset? RegisteredAt,
        IReadOnlyList<SaleForm.Document> Documents, GetSale.Decision? Decision, string? LeaveReason, GetSale.Deposit? Deposit, bool Won);

    /// <param name="Party">Null while the organisation has done nothing in this announcement.</param>
    /// <param name="Open">Registration is open now.</param>
    /// <param name="ConfirmationId">The auction whose confirmation of sale the party signs.</param>
    /// <param name="Default">It did not perform as the buyer of an auction of this sale.</param>
    /// <param name="MayRegister">The caller may register, or state anew what it stated.</param>
    public sealed record Response(
        Guid SaleId, string Number, string State, Guid AchievementId, string AchievementNumber, string AchievementTitle, DateTimeOffset? EndsAt, Party? Party,
        bool Open, bool MayRegister, bool MayWithdraw, Guid? NegotiationId, Guid? AuctionId, Guid? DealId, Guid? ConfirmationId, GetSale.Default? Default,
        DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(SaleId id, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        var sale = await db.Sales.AsNoTracking().Include(s => s.Parties).SingleOrDefaultAsync(s => s.Id == id && s.AnnouncedAt != null, ct)
            ?? throw Problems.SaleNotFound.Now();
        return TypedResults.Ok(View(sale, caller, clock.GetUtcNow()));
    }

    internal static Response View(Sale sale, Caller caller, DateTimeOffset now)
    {
        var party = sale.PartyFor(caller.Organisation)
            ?? sale.Parties.Where(p => p.OrganisationId == caller.Organisation).OrderBy(p => p.Round).ThenBy(p => p.RegisteredAt).LastOrDefault();
        var open = sale.State == SaleState.Announced && now < sale.EndsAt;
        var mayAct = open && caller.Verified && caller.Has(Roles.Purchaser) && caller.Organisation != sale.SellerId;
        var takesPart = party?.TakesPart == true;
        var won = party is not null && sale.Result?.PartyId == party.Id;
        var missed = sale.Defaults.LastOrDefault(d => d.BuyerId == caller.Organisation);
        return new Response(
            sale.Id.Value, sale.Number, sale.State.Name(), sale.AchievementId, sale.Subject.AchievementNumber, sale.Subject.AchievementTitle, sale.EndsAt,
            party is null ? null : Of(party, won), open, mayAct && sale.PartyFor(caller.Organisation)?.State != SalePartyState.Qualified,
            mayAct && party?.IsLive == true, takesPart ? sale.NegotiationId : null, takesPart ? sale.AuctionId : null, won ? sale.DealId : null,
            won ? sale.ConfirmedAuction : null, missed is null ? null : GetSale.DefaultOf(missed), now);
    }

    private static Party Of(SaleParty party, bool won) => new(
        party.Id.Value, party.State.Name(), party.TakesPart, party.Nda is not null, party.Nda is not null && party.AccessEndedAt is null,
        party.Registration?.Statement, party.Registration?.RelatedParty ?? false, party.Registration?.RelatedStatement, party.Registration?.PriorityBasis,
        party.PriorityRank, party.Registration?.ContactName, party.Registration?.ContactPhone, party.RegisteredAt, SaleForm.From(party.Documents),
        // A party learns the reason, not who of the seller decided.
        party.Qualification is { } q ? new GetSale.Decision(q.Qualified, q.Reason, null, q.At) : null, party.LeaveReason, GetSale.DepositOf(party), won);
}
