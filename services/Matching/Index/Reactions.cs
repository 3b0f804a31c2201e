using TechMarket.Matching.Engine;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;

namespace TechMarket.Matching.Index;

/// <summary>An achievement is public: it becomes findable.</summary>
sealed class OnAchievementPublished(MatchingDb db) : IReaction<AchievementPublished>
{
    public Task React(AchievementPublished fact, CancellationToken ct) => Heard.Take(db, fact.AchievementId, DocumentKind.Achievement, e => e.Hear(Listed(fact), fact.Status, fact.Version), ct);

    private static Listed Listed(AchievementPublished fact) => new(
        new SearchDocument
        {
            Id = fact.AchievementId,
            Kind = DocumentKind.Achievement,
            Number = fact.Number,
            ExternalId = fact.ExternalId,
            Title = fact.Title,
            Keywords = fact.Keywords,
            Summary = fact.PublicSummary,
            FieldCode = fact.FieldCode,
            Maturity = fact.Maturity,
            AreaCode = fact.AreaCode ?? "",
            IpTypes = [.. fact.IpRights.Select(r => r.Kind).Distinct(StringComparer.Ordinal)],
            PricingMode = fact.PricingMode ?? "",
            TransferWays = fact.TransferWays,
            Price = PriceBands.Comparable(fact.ExpectedPrice),
            PriceBand = PriceBands.Of(fact.ExpectedPrice),
            OwnerId = fact.OwnerId,
            OwnerName = fact.OwnerName,
            PublishedAt = fact.PublishedAt,
        },
        fact.ExpectedPrice,
        fact.Source,
        fact.OwnerStated,
        fact.OwnerKind);
}

/// <summary>A need is open: those who may see it can find it.</summary>
sealed class OnDemandPublished(MatchingDb db) : IReaction<DemandPublished>
{
    public Task React(DemandPublished fact, CancellationToken ct) => Heard.Take(db, fact.DemandId, DocumentKind.Demand, e => e.Hear(Listed(fact), fact.Status, fact.Version), ct);

    private static Listed Listed(DemandPublished fact) => new(
        new SearchDocument
        {
            Id = fact.DemandId,
            Kind = DocumentKind.Demand,
            Number = fact.Number,
            ExternalId = fact.ExternalId,
            Title = fact.Title,
            Keywords = fact.Keywords,
            Summary = fact.Indicators is { Length: > 0 } indicators ? fact.Description + "\n" + indicators : fact.Description,
            FieldCode = fact.FieldCode,
            Maturity = fact.WantedMaturity,
            AreaCode = fact.AreaCode ?? "",
            TransferWays = fact.CooperationWays,
            Budget = PriceBands.Comparable(fact.Budget),
            PriceBand = PriceBands.Of(fact.Budget),
            OwnerId = fact.OwnerId,
            OwnerName = fact.OwnerName,
            PublishedAt = fact.PublishedAt,
            Visibility = fact.Visibility == "verified_institutes" ? Visibility.VerifiedInstitutes : Visibility.Public,
        },
        fact.Budget,
        fact.Source,
        fact.OwnerStated,
        DemandType: fact.Type,
        ValidUntil: fact.ValidUntil);
}

/// <summary>An achievement moved on: it stays findable, or not.</summary>
sealed class OnAchievementStatusChanged(MatchingDb db) : IReaction<AchievementStatusChanged>
{
    public Task React(AchievementStatusChanged fact, CancellationToken ct) =>
        Heard.Take(db, fact.AchievementId, DocumentKind.Achievement, e => e.Hear(fact.Status, fact.Version), ct);
}

/// <summary>A need moved on: it stays findable, or not.</summary>
sealed class OnDemandStatusChanged(MatchingDb db) : IReaction<DemandStatusChanged>
{
    public Task React(DemandStatusChanged fact, CancellationToken ct) =>
        Heard.Take(db, fact.DemandId, DocumentKind.Demand, e => e.Hear(fact.Status, fact.Version), ct);
}

/// <summary>Writes what was heard down, under the next change number.</summary>
static class Heard
{
    public static async Task Take(MatchingDb db, Guid id, DocumentKind kind, Func<Entry, bool> hear, CancellationToken ct)
    {
        var entry = await db.LockEntry(id, ct);
        if (entry is null)
        {
            entry = new Entry { Id = id, Kind = kind };
            db.Entries.Add(entry);
        }
        if (hear(entry)) entry.Changed(await db.NextChange(ct));
    }
}
