using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Deals;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Leads;

/// <summary>What both answers to a lead share: who may give them, and what follows for the deals it covers.</summary>
static class LeadAnswers
{
    /// <summary>Who may negotiate may answer; an answer that commits the organisation needs who may commit it.</summary>
    public static bool MayAnswer(Lead lead, Caller caller) =>
        Needed(lead, caller.OrganisationId).Any(caller.Has);

    public static async Task<Lead> ToAnswer(CommissionsDb db, LeadId id, Caller caller, CancellationToken ct)
    {
        db.RequireTransaction();
        var pair = await db.Leads.AsNoTracking().Where(l => l.Id == id).Select(l => new { l.BuyerId, l.AchievementId }).SingleOrDefaultAsync(ct)
            ?? throw Problems.LeadNotFound.Now();
        await db.LockPair(pair.BuyerId, pair.AchievementId, ct);
        var lead = await db.Leads.SingleAsync(l => l.Id == id, ct);
        if (!lead.Concerns(caller.OrganisationId)) throw Problems.LeadNotFound.Now();
        if (caller.OrganisationId != lead.BuyerId && caller.OrganisationId != lead.SellerId) throw PlatformRoleMissing();
        caller.Require(Needed(lead, caller.OrganisationId));
        return lead;
    }

    /// <summary>An answer can lock the commission of a deal that was concluded already.</summary>
    public static async Task Reckon(CommissionsDb db, Reckoning reckoning, Lead lead, CancellationToken ct)
    {
        var deals = await db.Commissions.Where(c => c.LeadId == lead.Id).Select(c => c.DealId).ToListAsync(ct);
        foreach (var dealId in deals.Order())
        {
            await db.LockDeal(dealId, ct);
            await reckoning.Run(dealId, ct);
        }
    }

    private static string[] Needed(Lead lead, Guid organisationId) => lead.DoubleAgency || lead.NeedsConsentToPay(organisationId)
        ? [Roles.Approver, Roles.Purchaser]
        : [Roles.Approver, Roles.Purchaser, Roles.Publisher];

    private static Platform.Problems.ProblemException PlatformRoleMissing() =>
        Platform.Problems.PlatformProblems.RoleMissing.With(("needed", new[] { Roles.Approver, Roles.Purchaser, Roles.Publisher }));
}
