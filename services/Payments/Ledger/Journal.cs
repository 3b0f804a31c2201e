using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Ledger;

/// <summary>Books entries: numbered without gaps, a cause once, and no account that the market owes from below nothing.</summary>
sealed class Journal(PaymentsDb db, TimeProvider clock)
{
    /// <summary>Books; refuses a cause that is booked already. The number series is locked until the transaction ends, so bookings follow one another.</summary>
    /// <remarks>Take every other lock before: this is the last one.</remarks>
    public async Task<Entry> Book(Booking booking, Caller? by, CancellationToken ct)
    {
        db.RequireTransaction();
        var now = clock.GetUtcNow();
        var number = await db.NextNumber("PZ", ct);
        if (db.Entries.Local.Any(e => e.Cause == booking.Cause) || await db.Entries.AnyAsync(e => e.Cause == booking.Cause, ct))
            throw Problems.AlreadyBooked.With(("cause", booking.Cause));
        var legs = new List<(Account Account, Money Amount)>();
        foreach (var (key, amount) in booking.Legs) legs.Add((await Open(key, ct), amount));
        foreach (var debited in legs.Where(l => !l.Account.IsAsset && l.Amount.Amount > 0))
        {
            var held = await Balance(debited.Account, ct);
            if (held < debited.Amount.Amount)
                throw Problems.NotEnoughHeld.With(("account", debited.Account.Name), ("held", new Money(held, debited.Account.Currency)));
        }
        var entry = Entry.Of(Guid.CreateVersion7(now), number, booking, legs, by, now);
        db.Entries.Add(entry);
        return entry;
    }

    /// <summary>The account, opened now if it was never booked on.</summary>
    public async Task<Account> Open(AccountKey key, CancellationToken ct)
    {
        if (Known(key) is { } tracked) return tracked;
        await db.Database.ExecuteSqlRawAsync(
            """
            insert into payments.account (id, kind, holder, currency, name, opened_at) values (@id, @kind, @holder, @currency, @name, @now)
            on conflict (kind, holder, currency) do nothing
            """,
            [
                new NpgsqlParameter("id", Guid.CreateVersion7()), new NpgsqlParameter("kind", key.Kind.ToString()), new NpgsqlParameter("holder", key.Holder),
                new NpgsqlParameter("currency", key.Currency), new NpgsqlParameter("name", key.Name), new NpgsqlParameter("now", clock.GetUtcNow()),
            ],
            ct);
        return await db.Accounts.SingleAsync(a => a.Kind == key.Kind && a.Holder == key.Holder && a.Currency == key.Currency, ct);
    }

    /// <summary>What the market has there, or owes: the sum of the postings, those of this transaction among them.</summary>
    public async Task<decimal> Balance(Account account, CancellationToken ct)
    {
        var saved = await db.Postings.Where(p => p.AccountId == account.Id).SumAsync(p => (decimal?)p.Amount.Amount, ct) ?? 0;
        var unsaved = db.ChangeTracker.Entries<Posting>().Where(p => p.State == EntityState.Added && p.Entity.AccountId == account.Id).Sum(p => p.Entity.Amount.Amount);
        return Account.Balance(account.Kind, saved + unsaved);
    }

    private Account? Known(AccountKey key) => db.Accounts.Local.FirstOrDefault(a => a.Kind == key.Kind && a.Holder == key.Holder && a.Currency == key.Currency);
}
