using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Data;

namespace TechMarket.Trading.FixedTerm;

static class FixedTermTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<FixedTermOffer>(e =>
        {
            e.ToTable("fixed_term_offer").HasKey(o => o.Id);
            e.Property(o => o.Id).ValueGeneratedNever();
            e.Property(o => o.Kind).HasConversion<string>();
            e.Property(o => o.State).HasConversion<string>();
            e.Property(o => o.Subject).AsJson();
            e.Property(o => o.Terms).AsJson();
            e.Property(o => o.Returned).AsJson();
            e.Property(o => o.Checklist).AsJson();
            e.Ignore(o => o.EndsAt);
            e.HasIndex(o => o.Number).IsUnique();
            e.HasIndex(o => o.SellerId);
            e.HasIndex(o => new { o.AchievementId, o.Kind }, TradingDb.OneStandingOffer).IsUnique().HasDatabaseName(TradingDb.OneStandingOffer)
                .HasFilter("state in ('Notice', 'Published')");
        });
        model.Entity<Uptake>(e =>
        {
            e.ToTable("uptake").HasKey(u => u.Id);
            e.Property(u => u.Id).ValueGeneratedNever();
            e.Property(u => u.Kind).HasConversion<string>();
            e.Property(u => u.State).HasConversion<string>();
            e.Property(u => u.TriggeredBy).HasConversion<string>();
            e.Property(u => u.Subject).AsJson();
            e.Property(u => u.Terms).AsJson();
            e.Property(u => u.Taker).AsJson();
            e.Property(u => u.Application).AsJson();
            e.Property(u => u.Screening).AsJson();
            e.Property(u => u.Reports).AsJson();
            e.Property(u => u.Price).AsJson();
            e.Property(u => u.GuaranteeCall).AsJson();
            e.Ignore(u => u.TrialEndsAt).Ignore(u => u.SoldSoFar).Ignore(u => u.Reporting).Ignore(u => u.NextFrom).Ignore(u => u.NextStretch);
            e.HasIndex(u => u.Number).IsUnique();
            e.HasIndex(u => u.SellerId);
            e.HasIndex(u => u.TakerId);
            e.HasIndex(u => u.DealId);
            e.HasIndex(u => new { u.OfferId, u.TakerId }, TradingDb.OneUptakePerTaker).IsUnique().HasDatabaseName(TradingDb.OneUptakePerTaker)
                .HasFilter("state in ('Applied', 'Trial', 'Triggered', 'PayDue', 'Converted')");
        });
        model.Entity<FiledReport>().ToTable("filed_report").HasKey(f => f.Id);
    }
}
