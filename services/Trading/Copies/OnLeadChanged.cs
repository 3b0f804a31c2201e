using TechMarket.Messages;
using TechMarket.Platform.Messaging;
using TechMarket.Rules;

namespace TechMarket.Trading.Copies;

/// <summary>A broker's lead covers the client's negotiations on the achievement, those open now and those to come.</summary>
sealed class OnLeadChanged(TradingDb db, RegionProfile profile) : IReaction<LeadChanged>
{
    public async Task React(LeadChanged fact, CancellationToken ct)
    {
        if (await db.KnownLeads.FindAsync([fact.LeadId], ct) is not { } known)
        {
            known = new KnownLead
            {
                Id = fact.LeadId, Number = fact.Number, BrokerId = fact.BrokerId, BrokerName = fact.BrokerName, ClientId = fact.ClientId,
                AchievementId = fact.AchievementId, Status = fact.Status, RecordedAt = fact.RecordedAt,
                ValidUntil = profile.At(fact.RecordedAt).LeadValidity.EndFrom(fact.RecordedAt, WorkingCalendar.China),
            };
            db.KnownLeads.Add(known);
        }
        if (fact.Version <= known.Version) return;
        (known.Version, known.Number, known.BrokerId, known.BrokerName) = (fact.Version, fact.Number, fact.BrokerId, fact.BrokerName);
        (known.ClientId, known.AchievementId, known.Status) = (fact.ClientId, fact.AchievementId, fact.Status);
    }
}
