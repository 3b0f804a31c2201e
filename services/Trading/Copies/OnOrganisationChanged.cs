using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Trading.Copies;

/// <summary>Keeps an organisation's data as a deal will name it.</summary>
sealed class OnOrganisationChanged(TradingDb db) : IReaction<OrganisationChanged>
{
    public async Task React(OrganisationChanged fact, CancellationToken ct)
    {
        if (await db.KnownOrganisations.FindAsync([fact.OrganisationId], ct) is not { } known)
        {
            known = new KnownOrganisation { Id = fact.OrganisationId, Name = fact.Name, Kind = fact.Kind };
            db.KnownOrganisations.Add(known);
        }
        if (fact.Version <= known.Version) return;
        (known.Version, known.Name, known.Kind) = (fact.Version, fact.Name, fact.Kind);
        (known.CreditCode, known.PartyNature, known.AreaCode) = (fact.CreditCode, fact.PartyNature, fact.AreaCode);
        known.PublicInstitution = fact.PublicInstitution;
    }
}
