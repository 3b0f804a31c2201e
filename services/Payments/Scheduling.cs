using TechMarket.Payments.Ledger;
using TechMarket.Payments.Providers.Stripe;
using Microsoft.Extensions.Options;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TechMarket.Payments;

/// <summary>At the start: the nightly look over the ledger and the reconciliation with the provider have their time, unless they have one already.</summary>
sealed class Scheduling(IServiceScopeFactory scopes, IOptions<StripeOptions> stripe, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PaymentsDb>();
        var now = clock.GetUtcNow();
        await Seed(db, CheckLedgerNightly.Deadline, CheckLedgerNightly.Ledger, CheckLedgerNightly.NextAfter(now), cancellationToken);
        if (stripe.Value.On) await Seed(db, ReconcileStripe.Deadline, ReconcileStripe.Stripe, now, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static Task<int> Seed(PaymentsDb db, string kind, Guid subject, DateTimeOffset dueAt, CancellationToken ct) => db.Database.ExecuteSqlRawAsync(
        "insert into payments.deadline (kind, subject_id, due_at, attempts) values (@kind, @subject, @due, 0) on conflict do nothing",
        [new NpgsqlParameter("kind", kind), new NpgsqlParameter("subject", subject), new NpgsqlParameter("due", dueAt)], ct);
}
