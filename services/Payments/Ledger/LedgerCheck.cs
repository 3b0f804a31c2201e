using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Messaging;
using TechMarket.Rules;

namespace TechMarket.Payments.Ledger;

/// <summary>What a look over the whole ledger found.</summary>
sealed class LedgerCheck
{
    public required Guid Id { get; init; }
    public required DateTimeOffset CheckedAt { get; init; }
    public required int Entries { get; init; }
    public required int Accounts { get; init; }

    /// <summary>Empty when all is well.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    public required string CheckedBy { get; init; }
}

/// <summary>Adds the whole ledger up: every entry, every currency, every account that the market owes from.</summary>
static class Inspection
{
    public static async Task<LedgerCheck> Run(PaymentsDb db, string by, DateTimeOffset now, CancellationToken ct)
    {
        var unbalanced = await db.Database.SqlQueryRaw<string>(
            """
            select e.number || ' ' || p.amount_currency || ' ' || sum(p.amount_amount) as "Value"
            from payments.posting p join payments.entry e on e.id = p.entry_id group by e.number, p.amount_currency having sum(p.amount_amount) <> 0
            """).ToListAsync(ct);
        var currencies = await db.Database.SqlQueryRaw<string>(
            """select amount_currency || ' ' || sum(amount_amount) as "Value" from payments.posting group by amount_currency having sum(amount_amount) <> 0""").ToListAsync(ct);
        var overdrawn = await db.Database.SqlQueryRaw<string>(
            """
            select a.kind || ' ' || a.name || ' ' || sum(p.amount_amount) as "Value" from payments.posting p join payments.account a on a.id = p.account_id
            where a.kind not in ('Bank', 'ProviderClearing') group by a.id, a.kind, a.name having sum(p.amount_amount) > 0
            """).ToListAsync(ct);
        var mixed = await db.Database.SqlQueryRaw<string>(
            """
            select a.name || ' ' || p.amount_currency as "Value" from payments.posting p join payments.account a on a.id = p.account_id
            where a.currency <> p.amount_currency
            """).ToListAsync(ct);
        return new LedgerCheck
        {
            Id = Guid.CreateVersion7(now), CheckedAt = now, CheckedBy = by, Entries = await db.Entries.CountAsync(ct), Accounts = await db.Accounts.CountAsync(ct),
            Findings =
            [
                .. unbalanced.Select(u => "entry-unbalanced: " + u), .. currencies.Select(c => "currency-unbalanced: " + c),
                .. overdrawn.Select(o => "account-overdrawn: " + o), .. mixed.Select(m => "currency-mixed: " + m),
            ],
        };
    }
}

/// <summary>Every night the ledger is added up; what does not fit is told to finance.</summary>
sealed class CheckLedgerNightly(PaymentsDb db, TimeProvider clock) : IDeadline
{
    public const string Deadline = "check-ledger";

    /// <summary>There is one ledger.</summary>
    public static readonly Guid Ledger = new("6c656467-6572-4000-8000-000000000001");

    /// <summary>Half past two in the morning, China time.</summary>
    public static DateTimeOffset NextAfter(DateTimeOffset now)
    {
        var night = ChinaTime.StartOf(ChinaTime.DayOf(now)).AddHours(2.5);
        return night > now ? night : night.AddDays(1);
    }

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.LedgerChecks.Add(await Inspection.Run(db, "nightly", now, ct));
        await db.SetDeadline(Deadline, Ledger, NextAfter(now), ct);
    }
}
