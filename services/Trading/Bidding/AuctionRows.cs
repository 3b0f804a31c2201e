using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Data;

namespace TechMarket.Trading.Bidding;

/// <summary>One entry of a public log, as the line everybody gets.</summary>
sealed class LogRow
{
    public required AuctionId AuctionId { get; init; }
    public required long Seq { get; init; }
    public required string Line { get; init; }
}

/// <summary>A bid as it was taken. What must not be told before its time is only in <see cref="Secret"/>, locked.</summary>
sealed class BidRow
{
    public required AuctionId AuctionId { get; init; }
    public required Guid BidId { get; init; }
    public required int Ordinal { get; init; }
    public required string Code { get; init; }
    public required string Kind { get; init; }
    public decimal? Amount { get; init; }
    public byte[]? Secret { get; init; }
    public required DateTimeOffset At { get; init; }
    public long? Seq { get; init; }
    public decimal? Shown { get; init; }
    public required bool Leading { get; init; }
    public decimal? TopAfter { get; init; }
    public DateTimeOffset? EndsAfter { get; init; }
}

/// <summary>A bid deposit as Payments told of it: held, until it is settled.</summary>
sealed class KnownDeposit
{
    public required Guid Id { get; init; }
    public required Guid SaleId { get; set; }
    public required Guid PartyId { get; set; }
    public DateTimeOffset? HeldAt { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
}

/// <summary>When bidding was last known to be served, by any process: the one row there is.</summary>
sealed class Pulse
{
    public const int Only = 1;

    public required int Id { get; init; }
    public required DateTimeOffset At { get; set; }
}

static class AuctionTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Auction>(e =>
        {
            e.ToTable("auction").HasKey(a => a.Id);
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.Rules).AsJson();
            e.Property(a => a.Bidders).AsJson();
            e.Property(a => a.Reserve).AsJson();
            e.Property(a => a.State).HasConversion<string>();
            e.Property(a => a.Phase).HasConversion<string>();
            e.Ignore(a => a.Deposits).Ignore(a => a.IsOver).Ignore(a => a.NewEntries).Ignore(a => a.NewBids).Ignore(a => a.HasChanged)
                .Ignore(a => a.DueAt).Ignore(a => a.StepNow);
            e.HasIndex(a => a.Number).IsUnique();
            e.HasIndex(a => a.SaleId);
            e.HasIndex(a => a.State);
            // The row is rewritten with every commit: room for the next version on the same page.
            e.HasStorageParameter("fillfactor", 50);
        });
        model.Entity<LogRow>().ToTable("auction_log").HasKey(r => new { r.AuctionId, r.Seq });
        model.Entity<BidRow>(e =>
        {
            e.ToTable("auction_bid").HasKey(r => new { r.AuctionId, r.BidId });
            e.HasIndex(r => new { r.AuctionId, r.Ordinal }).IsUnique();
        });
        model.Entity<Pulse>(e =>
        {
            e.ToTable("bidding_pulse").HasKey(p => p.Id);
            e.Property(p => p.Id).ValueGeneratedNever();
        });
        model.Entity<KnownDeposit>(e =>
        {
            e.ToTable("known_deposit").HasKey(d => d.Id);
            e.Property(d => d.Id).ValueGeneratedNever();
            e.HasIndex(d => d.SaleId);
            e.HasVersion();
        });
    }
}
