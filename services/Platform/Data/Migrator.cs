using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TechMarket.Platform.Data;

/// <summary>Brings one service's schema up to date before anything else starts; replicas take turns.</summary>
sealed class Migrator<TDb>(IServiceScopeFactory scopes) : IHostedLifecycleService
    where TDb : MarketDb
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        // MigrateAsync compares the model with its snapshot, which builds every model three times over: a start with nothing to do spares that.
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) await db.Database.MigrateAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(AppendOnly(db.Schema), cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The audit trail takes inserts only; the database itself refuses the rest.</summary>
    private static string AppendOnly(string schema) => $"""
        do $$
        begin
            perform pg_advisory_xact_lock(hashtextextended('append-only:{schema}', 0));
            if not exists (select 1 from pg_trigger where tgname = 'audit_append_only' and tgrelid = '"{schema}".audit'::regclass) then
                create or replace function "{schema}".refuse_change() returns trigger language plpgsql as
                $f$ begin raise exception 'the audit trail is append-only'; end $f$;
                create trigger audit_append_only before update or delete on "{schema}".audit
                    for each row execute function "{schema}".refuse_change();
                create trigger audit_no_truncate before truncate on "{schema}".audit
                    for each statement execute function "{schema}".refuse_change();
            end if;
        end $$;
        """;
}
