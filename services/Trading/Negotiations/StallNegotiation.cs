using TechMarket.Platform.Messaging;
using TechMarket.Rules;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Negotiations;

/// <summary>Nobody acted for the region's period: the negotiation stalls, and after the same time again it lapses.</summary>
sealed class StallNegotiation(TradingDb db, RegionProfile profile, TimeProvider clock) : IDeadline
{
    public const string Kind = "negotiation-stall";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var id = new NegotiationId(subjectId);
        if (await db.LockNegotiation(id, ct) is not { } negotiation || !negotiation.Allows(NegotiationStep.Lapse)) return;
        var now = clock.GetUtcNow();
        var period = profile.At(now).NegotiationStallPeriod;
        var from = negotiation.State;
        var quietUntil = period.EndFrom(negotiation.LastActionAt, WorkingCalendar.China);
        if (negotiation.Latest is { } latest && latest.StateAt(now) == OfferState.Open && latest.ExpiresAt > quietUntil) quietUntil = latest.ExpiresAt;
        if (from == NegotiationState.Stalled) quietUntil = period.EndFrom(quietUntil, WorkingCalendar.China);
        if (now < quietUntil)
        {
            await db.SetDeadline(Kind, subjectId, quietUntil, ct);
        }
        else if (from == NegotiationState.Stalled)
        {
            negotiation.Lapse(SystemReasons.Stalled, null, now);
            db.Publish(EndedFact.Of(negotiation));
            await SaleTalks.Ended(negotiation, db, profile.At(now), now, ct);
            db.Audit(null, "negotiation", subjectId, "lapsed", from.ToString(), negotiation.State.ToString(), SystemReasons.ForAudit(negotiation.Ending!));
        }
        else
        {
            negotiation.Stall(now);
            await db.SetDeadline(Kind, subjectId, period.EndFrom(quietUntil, WorkingCalendar.China), ct);
            db.Audit(null, "negotiation", subjectId, "stalled", from.ToString(), negotiation.State.ToString());
        }
    }
}
