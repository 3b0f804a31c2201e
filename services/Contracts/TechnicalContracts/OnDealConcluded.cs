using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;
using TechMarket.Rules;

namespace TechMarket.Contracts.TechnicalContracts;

/// <summary>A deal is concluded: its contract is drafted, exactly one, with nothing left to type again.</summary>
sealed class OnDealConcluded(ContractsDb db, RegionProfile profile, TimeProvider clock) : IReaction<DealConcluded>
{
    public async Task React(DealConcluded fact, CancellationToken ct)
    {
        if (await db.Contracts.AnyAsync(c => c.DealId == fact.DealId, ct)) return;
        var now = clock.GetUtcNow();
        var title = StandardClauses.TitleFor(fact.AchievementTitle, fact.Terms.Category);
        var signBy = profile.At(now).ContractSigningPeriod.EndFrom(now, WorkingCalendar.China);
        var contract = Contract.Draft(
            new ContractId(Guid.CreateVersion7()), await db.NextNumber("HT", ct), fact, await PartyOf(fact.Seller, ct), await PartyOf(fact.Buyer, ct), title, signBy, now);
        db.Contracts.Add(contract);
        db.Versions.Add(ContractVersion.Of(contract, StandardClauses.Draft(contract, title), null, null, null, now));
        db.Publish(new ContractDrafted(
            contract.Id.Value, contract.Number, contract.DealId, contract.AchievementId, title, contract.Category, contract.SellerId, contract.BuyerId, contract.Price, now));
        db.Audit(null, "contract", contract.Id.Value, "draft", to: contract.State.ToString(), data: new { contract.Number, contract.Terms }, retention: "permanent");
    }

    /// <summary>The deal says who; the registry fills what the deal left open.</summary>
    private async Task<Party> PartyOf(DealParty party, CancellationToken ct)
    {
        var known = (await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == party.OrganisationId, ct))?.AsParty();
        return new Party(
            party.OrganisationId, party.Name, party.Kind, party.CreditCode ?? known?.CreditCode, party.PartyNature ?? known?.Nature, party.AreaCode ?? known?.AreaCode);
    }
}
