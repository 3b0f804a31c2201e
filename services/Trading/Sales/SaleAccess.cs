using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Sales;

/// <summary>Who may do what with a sale. What is not theirs does not exist for them.</summary>
static class SaleAccess
{
    public static bool IsBureau(this Caller caller) => caller.OrganisationKind == OrganisationKinds.Bureau && caller.Has(Roles.Reviewer);

    /// <summary>The sale under its lock, for somebody of the seller with one of the roles.</summary>
    public static async Task<Sale> LockOwnSale(this TradingDb db, SaleId id, Caller caller, CancellationToken ct, params string[] roles)
    {
        var sale = await db.LockSale(id, ct);
        if (sale is null || sale.SellerId != caller.OrganisationId) throw Problems.SaleNotFound.Now();
        caller.Require(roles).RequireVerified();
        return sale;
    }

    /// <summary>The sale under its lock, for a reviewer of the bureau; what is not submitted yet is not there.</summary>
    public static async Task<Sale> LockSaleForBureau(this TradingDb db, SaleId id, Caller caller, CancellationToken ct)
    {
        var sale = await db.LockSale(id, ct);
        if (sale is null || !caller.IsBureau() || !sale.BureauSees()) throw Problems.SaleNotFound.Now();
        return sale;
    }

    /// <summary>The announced sale under its lock, for a party that wants to take part.</summary>
    public static async Task<Sale> LockSaleForParty(this TradingDb db, SaleId id, Caller caller, CancellationToken ct)
    {
        var sale = await db.LockSale(id, ct);
        if (sale?.Announced is null) throw Problems.SaleNotFound.Now();
        caller.Require(Roles.Purchaser).RequireVerified();
        return sale;
    }

    /// <summary>The sale as the seller's people or the bureau's reviewers may read it.</summary>
    public static async Task<Sale> ReadSale(this TradingDb db, SaleId id, Caller caller, CancellationToken ct)
    {
        var sale = await db.Sales.AsNoTracking().Include(s => s.Parties).SingleOrDefaultAsync(s => s.Id == id, ct);
        if (sale is null || (sale.SellerId != caller.Organisation && !(caller.IsBureau() && sale.BureauSees()))) throw Problems.SaleNotFound.Now();
        return sale;
    }

    public static bool BureauSees(this Sale sale) => sale.Rounds.Count > 0 || sale.State is not (SaleState.Draft or SaleState.UnitReview);

    public static DealParty AsParty(this Caller caller) => new(
        caller.OrganisationId, caller.OrganisationName, caller.OrganisationKind, caller.CreditCode, caller.PartyNature, caller.AreaCode);
}
