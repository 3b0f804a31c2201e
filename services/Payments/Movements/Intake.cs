using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Payouts;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Movements;

/// <summary>Takes what the bank or a provider reports: once, into the ledger, and to the bill or payout it names when everything fits.</summary>
sealed class Intake(PaymentsDb db, Journal journal, BillDesk bills, PayoutDesk payouts, TimeProvider clock)
{
    public sealed record Taken(RowOutcome Outcome, string? Note, Guid? MovementId);

    /// <summary>In a transaction of its own, so that a long statement holds nobody up and a broken one loses nothing.</summary>
    public async Task<Taken> Take(Reported reported, Guid? statementId, int? row, Caller? by, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var taken = await Within(reported, statementId, row, by, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return taken;
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { ConstraintName: PaymentsDb.MovementReference })
        {
            return new Taken(RowOutcome.Known, null, null);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>In the caller's transaction.</summary>
    public async Task<Taken> Within(Reported reported, Guid? statementId, int? row, Caller? by, CancellationToken ct)
    {
        var known = await db.Movements.AsNoTracking().Where(m => m.Provider == reported.Provider && m.Reference == reported.Reference).Select(m => (MovementId?)m.Id).SingleOrDefaultAsync(ct);
        if (known is { } before) return new Taken(RowOutcome.Known, null, before.Value);
        var now = clock.GetUtcNow();
        var movement = new Movement(new MovementId(Guid.CreateVersion7(now)), reported, statementId, row, now);
        db.Movements.Add(movement);
        db.Audit(by, "movement", movement.Id.Value, "arrive", null, "QUEUED", data: reported, retention: "permanent");
        return reported.Direction == MovementDirection.In ? await TakeIn(movement, by, ct) : await TakeOut(movement, by, ct);
    }

    private async Task<Taken> TakeIn(Movement movement, Caller? by, CancellationToken ct)
    {
        var (bill, reason) = await FindBill(movement, ct);
        await journal.Book(
            Booking.Move(
                EntryKind.Received, $"receipt:{movement.Id}", $"{movement.CounterpartyName} {movement.Remark}".Trim(), movement.Reference, movement.Place,
                AccountKey.Unallocated(movement.Amount.Currency), movement.Amount),
            by, ct);
        if (bill is null || reason is not null) return Wait(movement, reason ?? QueueReason.NoReference);
        await bills.Count(movement, bill, by, ct);
        return new Taken(RowOutcome.Matched, bill.Code, movement.Id.Value);
    }

    private async Task<(Bill? Bill, QueueReason? Reason)> FindBill(Movement movement, CancellationToken ct)
    {
        var (codes, unreadable) = ReferenceCode.Find(movement.Remark);
        if (codes.Count == 0) return (null, unreadable ? QueueReason.ReferenceUnreadable : QueueReason.NoReference);
        if (codes.Count > 1) return (null, QueueReason.SeveralReferences);
        var code = codes[0];
        var subject = await db.Bills.Where(b => b.Code == code).Select(b => (Guid?)b.SubjectId).SingleOrDefaultAsync(ct);
        if (subject is null) return (null, QueueReason.ReferenceUnknown);
        await db.LockSubject(subject.Value, ct);
        var bill = await db.Bills.SingleAsync(b => b.Code == code, ct);
        return (bill, AutomaticMatch.Obstacle(movement, bill, await db.ReceivedFor(bill.Id, ct)));
    }

    private async Task<Taken> TakeOut(Movement movement, Caller? by, CancellationToken ct)
    {
        var numbers = AutomaticMatch.PayoutNumbers(movement.Remark);
        var found = await db.Payouts.AsNoTracking()
            .Where(p => numbers.Contains(p.Number) || (p.Reference == movement.Reference && p.Provider == movement.Provider)).Select(p => p.Id).ToListAsync(ct);
        if (found.Count != 1) return Wait(movement, QueueReason.PayoutUnknown);
        var payout = await db.LockPayout(found[0], ct);
        if (AutomaticMatch.Obstacle(movement, payout) is { } obstacle) return Wait(movement, obstacle);
        if (await db.Movements.AnyAsync(m => m.PayoutId == payout.Id && m.Direction == MovementDirection.Out, ct)) return Wait(movement, QueueReason.PayoutNotReleased);
        await Leave(movement, payout, by, ct);
        return new Taken(RowOutcome.Matched, payout.Number, movement.Id.Value);
    }

    /// <summary>The movement is this payout leaving; one that was marked by hand before is only recognised.</summary>
    public async Task Leave(Movement movement, Payout payout, Caller? by, CancellationToken ct)
    {
        movement.MatchTo(payout.Id, by, clock.GetUtcNow());
        if (payout.State == PayoutState.Released) await payouts.Execute(payout, movement.Reference, movement.BookedOn, by, ct);
    }

    private static Taken Wait(Movement movement, QueueReason reason)
    {
        movement.Queue(reason);
        return new Taken(RowOutcome.Queued, Platform.Web.WireNames.Name(reason), movement.Id.Value);
    }
}
