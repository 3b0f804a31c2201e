using Microsoft.EntityFrameworkCore;
using TechMarket.Notifications.Mail;
using TechMarket.Notifications.Notices;
using TechMarket.Notifications.People;
using TechMarket.Notifications.Preferences;
using TechMarket.Platform.Data;

namespace TechMarket.Notifications;

/// <summary>Schema <c>notifications</c>: notices, preferences, the mail queue, and who is who.</summary>
sealed class NotificationsDb(DbContextOptions<NotificationsDb> options, TimeProvider clock) : MarketDb(options, clock)
{
    public override string Schema => "notifications";

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<LeadBrokers> Leads => Set<LeadBrokers>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Preference> Preferences => Set<Preference>();

    public DbSet<QueuedMail> Mails => Set<QueuedMail>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Member>(e =>
        {
            e.ToTable("member").HasKey(m => new { m.PersonId, m.OrganisationId });
            e.HasIndex(m => m.OrganisationId);
            e.HasVersion();
        });
        model.Entity<Organisation>(e =>
        {
            e.ToTable("organisation").HasKey(o => o.Id);
            e.Property(o => o.Id).ValueGeneratedNever();
            e.HasIndex(o => o.Kind);
            e.HasVersion();
        });
        model.Entity<LeadBrokers>(e =>
        {
            e.ToTable("lead_brokers").HasKey(l => l.LeadId);
            e.Property(l => l.LeadId).ValueGeneratedNever();
        });
        model.Entity<Notice>(e =>
        {
            e.ToTable("notice").HasKey(n => n.Id);
            e.Property(n => n.Id).ValueGeneratedNever();
            e.HasIndex(n => new { n.Cause, n.PersonId }).IsUnique();
            e.HasIndex(n => new { n.PersonId, n.ReadAt, n.CreatedAt });
        });
        model.Entity<Preference>(e =>
        {
            e.ToTable("preference").HasKey(p => new { p.PersonId, p.Kind });
            e.Property(p => p.Mail).HasConversion<string>();
        });
        model.Entity<QueuedMail>(e =>
        {
            e.ToTable("mail").HasKey(m => m.Id);
            e.Property(m => m.Id).ValueGeneratedNever();
            e.HasIndex(m => m.NotBefore).HasFilter("sent_at is null and given_up_at is null");
            e.HasVersion();
        });
    }
}
