using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Trading.Dossiers;

namespace TechMarket.Trading.Deals;

/// <summary>A party, a broker whose lead is attached, or the bureau reads a deal; its terms are the parties' own.</summary>
static class GetDeal
{
    public sealed record Reference(Guid Id, string Number);

    /// <param name="Terms">Only for the parties.</param>
    /// <param name="MayExport">The caller may have the evidence dossier made.</param>
    public sealed record Response(
        Guid Id, string Number, string PricingMode, Guid? NegotiationId, string? NoticeNumber, Guid AchievementId, string AchievementNumber,
        string AchievementTitle, Guid? DemandId, DealParty Seller, DealParty Buyer, Money Price, string Category, string? LicenceExclusivity,
        DealTerms? Terms, bool RelatedParty, IReadOnlyList<Guid> LeadIds, DateTimeOffset ConcludedAt, Reference? Contract, string? RegistrationNumber,
        bool MayExport);

    public static async Task<Ok<Response>> Handle(DealId id, Caller caller, TradingDb db, CancellationToken ct)
    {
        var deal = await db.Deals.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct);
        if (deal is null || !await Viewers.MaySee(deal, caller, db, ct)) throw Problems.DealNotFound.Now();
        var party = caller.Organisation == deal.SellerId || caller.Organisation == deal.BuyerId;
        var notice = await db.Notices.Where(n => n.Id == deal.NoticeId).Select(n => n.Number).SingleOrDefaultAsync(ct);
        var progress = await db.DealProgress.AsNoTracking().SingleOrDefaultAsync(p => p.DealId == id.Value, ct);
        return TypedResults.Ok(new Response(
            id.Value, deal.Number, deal.PricingMode, party ? deal.NegotiationId?.Value : null, notice, deal.AchievementId, deal.AchievementNumber,
            deal.AchievementTitle, deal.DemandId, deal.Seller, deal.Buyer, deal.Price, deal.Terms.Category, deal.Terms.LicenceExclusivity,
            party ? deal.Terms : null, deal.RelatedParty, deal.LeadIds, deal.ConcludedAt,
            progress is { ContractId: { } contract, ContractNumber: { } number } ? new Reference(contract, number) : null, progress?.RegistrationNumber,
            DossierAccess.ViewOf(deal, caller) is not null));
    }
}

/// <summary>Who may follow a deal beside its parties: the brokers whose leads are attached, and the bureau.</summary>
static class Viewers
{
    public static async Task<bool> MaySee(Deal deal, Caller caller, TradingDb db, CancellationToken ct) =>
        caller.Organisation == deal.SellerId || caller.Organisation == deal.BuyerId || caller.OrganisationKind == OrganisationKinds.Bureau
        || (caller.Organisation is { } broker && await db.KnownLeads.AnyAsync(l => l.BrokerId == broker && deal.LeadIds.Contains(l.Id), ct));
}
