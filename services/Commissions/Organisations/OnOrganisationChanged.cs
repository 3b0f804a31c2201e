using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Commissions.Organisations;

/// <summary>Keeps names and kinds of clients and brokers.</summary>
sealed class OnOrganisationChanged(CommissionsDb db) : IReaction<OrganisationChanged>
{
    public async Task React(OrganisationChanged fact, CancellationToken ct)
    {
        if (await db.Organisations.FindAsync([fact.OrganisationId], ct) is { } known) known.Take(fact);
        else db.Organisations.Add(new Organisation(fact));
    }
}
