using Microsoft.EntityFrameworkCore;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Copies;

/// <summary>Which brokers' leads cover a negotiation: the same client and achievement, still valid when the talks began.</summary>
static class Leads
{
    public static async Task<IReadOnlyList<Guid>> Of(TradingDb db, Negotiation negotiation, CancellationToken ct) =>
        await Of(db, negotiation.BuyerId, negotiation.AchievementId, negotiation.OpenedAt, ct);

    public static async Task<IReadOnlyList<Guid>> Of(TradingDb db, Guid buyer, Guid achievement, DateTimeOffset begunAt, CancellationToken ct) =>
        await Covering(db, buyer, achievement, begunAt).OrderBy(l => l.RecordedAt).ThenBy(l => l.Id).Select(l => l.Id).ToListAsync(ct);

    public static Task<bool> AttachBroker(TradingDb db, Guid? broker, Guid buyer, Guid achievement, DateTimeOffset openedAt, CancellationToken ct) =>
        broker is null ? Task.FromResult(false) : Covering(db, buyer, achievement, openedAt).AnyAsync(l => l.BrokerId == broker, ct);

    private static IQueryable<KnownLead> Covering(TradingDb db, Guid buyer, Guid achievement, DateTimeOffset openedAt) =>
        db.KnownLeads.Where(l => l.ClientId == buyer && l.AchievementId == achievement && l.ValidUntil > openedAt);
}
