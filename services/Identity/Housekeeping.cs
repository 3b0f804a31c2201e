using Microsoft.EntityFrameworkCore;
using TechMarket.Identity.Organisations;
using TechMarket.Identity.Tokens;

namespace TechMarket.Identity;

/// <summary>Founds the first bureau, makes the next signing key in time, and drops what has ended: sessions, and failed attempts of yesterday.</summary>
sealed class Housekeeping(IServiceScopeFactory scopes, KeyRing keys, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await keys.Rotate(cancellationToken);
        await using (var scope = scopes.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<FirstBureau>().Found(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public async Task Tidy(CancellationToken ct)
    {
        await keys.Rotate(ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var now = clock.GetUtcNow();
        var yesterday = now.AddDays(-1);
        await db.Sessions.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(ct);
        await db.PasswordResets.Where(r => r.ExpiresAt < yesterday).ExecuteDeleteAsync(ct);
        await db.Attempts.Where(a => a.LastAt < yesterday).ExecuteDeleteAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Tidy(stoppingToken);
            }
            catch (Exception failed) when (failed is DbUpdateException or Npgsql.NpgsqlException)
            {
                log.LogWarning(failed, "Housekeeping waits for the database");
            }
        }
    }
}
