using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Contracts.Organisations;

/// <summary>Keeps the copy of an organisation that contracts and registrations are filled from.</summary>
sealed class OnOrganisationChanged(ContractsDb db) : IReaction<OrganisationChanged>
{
    public async Task React(OrganisationChanged fact, CancellationToken ct)
    {
        if (await db.Organisations.FindAsync([fact.OrganisationId], ct) is { } known) known.Hear(fact);
        else db.Organisations.Add(Organisation.From(fact));
    }
}
