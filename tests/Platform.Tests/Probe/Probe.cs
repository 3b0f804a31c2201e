using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Ids;
using TechMarket.Platform.Messaging;
using TechMarket.Testing;

namespace TechMarket.Platform.Tests.Probe;

/// <summary>A smallest possible service: one aggregate, one reaction, one deadline.</summary>
public sealed class ProbeApp : ServiceApp<ProbeDb>
{
    public ProbeApp()
        : base("probe", Add, app => app.MapMarketService("probe"))
    {
    }

    /// <summary>Makes the reaction throw this many times.</summary>
    public static int FailuresLeft { get => left; set => left = value; }

    private static int left;

    public static bool FailsNow() => Interlocked.Decrement(ref left) >= 0;

    public static MatchFound Fact(string term = "石墨烯") => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), "XQ-1", "需求", Guid.CreateVersion7(), Guid.CreateVersion7(), "CG-1", "成果", Guid.CreateVersion7(), 0.9m,
        [term], new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));

    public Task<int> Things() => InDb(db => db.Things.CountAsync());

    private static void Add(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder)
    {
        builder.AddMarketService<ProbeDb>("probe");
        builder.AddReaction<ProbeDb, OnMatchFound, MatchFound>("probe.match-found");
        builder.AddDeadline<ProbeDb, Remember>("remember");
    }
}

public readonly record struct ThingId(Guid Value) : ITypedId<ThingId>
{
    public static ThingId From(Guid value) => new(value);
}

public sealed class Thing
{
    public required ThingId Id { get; init; }
    public required string Name { get; set; }
    public Money? Price { get; set; }
    public List<string> Tags { get; init; } = [];
}

public sealed class ProbeDb(DbContextOptions<ProbeDb> options, TimeProvider clock) : MarketDb(options, clock)
{
    public override string Schema => "probe";

    public DbSet<Thing> Things => Set<Thing>();

    protected override void Map(ModelBuilder model) => model.Entity<Thing>(e =>
    {
        e.HasKey(t => t.Id);
        e.Property(t => t.Tags).AsJson();
        e.HasVersion();
    });
}

/// <summary>Makes one thing per fact, unless the test wants it to fail.</summary>
public sealed class OnMatchFound(ProbeDb db) : IReaction<MatchFound>
{
    public Task React(MatchFound fact, CancellationToken ct)
    {
        if (ProbeApp.FailsNow()) throw new InvalidOperationException("The probe fails on purpose.");
        db.Things.Add(new Thing { Id = new ThingId(Guid.CreateVersion7()), Name = fact.Terms[0] });
        return Task.CompletedTask;
    }
}

/// <summary>Makes one thing when due, named for the subject; the subject of all zeros fails.</summary>
public sealed class Remember(ProbeDb db) : IDeadline
{
    public Task Due(Guid subjectId, CancellationToken ct)
    {
        if (subjectId == Guid.Empty) throw new InvalidOperationException("Never works.");
        db.Things.Add(new Thing { Id = new ThingId(Guid.CreateVersion7()), Name = subjectId.ToString() });
        return Task.CompletedTask;
    }
}

[DbContext(typeof(ProbeDb))]
[Migration("20260101000000_Initial")]
public sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        using var db = new ProbeDb(new DbContextOptionsBuilder<ProbeDb>().UseNpgsql().Options, TimeProvider.System);
        migrationBuilder.Sql(db.Database.GenerateCreateScript());
    }
}
