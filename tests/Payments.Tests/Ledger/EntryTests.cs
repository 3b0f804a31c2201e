using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Messages;
using TechMarket.Payments.Ledger;

namespace TechMarket.Payments.Tests.Ledger;

public sealed class EntryTests(SharedApp shared) : PaymentsTests(shared)
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    private static Account Open(AccountKey key) => new(new AccountId(Guid.CreateVersion7()), key, Now);

    private static Entry Of(params (Account, Money)[] legs) =>
        Entry.Of(Guid.CreateVersion7(), "PZ-2026-000001", new Booking(EntryKind.Received, "test", "", null, []), legs, null, Now);

    [Fact]
    public void Postings_that_cancel_each_other_are_an_entry()
    {
        var entry = Of((Open(AccountKey.Bank("CNY")), Money.Yuan(10)), (Open(AccountKey.Unallocated("CNY")), Money.Yuan(-10)));
        entry.Postings.Sum(p => p.Amount.Amount).ShouldBe(0);
        entry.Postings.Select(p => p.Line).ShouldBe([1, 2]);
    }

    [Fact]
    public void Postings_that_do_not_cancel_each_other_are_no_entry() =>
        Should.Throw<InvalidOperationException>(() => Of((Open(AccountKey.Bank("CNY")), Money.Yuan(10)), (Open(AccountKey.Unallocated("CNY")), Money.Yuan(-9.99m))));

    [Fact]
    public void Every_currency_adds_up_by_itself() =>
        Should.Throw<InvalidOperationException>(() => Of((Open(AccountKey.Bank("CNY")), Money.Yuan(10)), (Open(AccountKey.Unallocated("USD")), new Money(-10, "USD"))));

    [Fact]
    public void An_account_takes_its_own_currency_only() =>
        Should.Throw<InvalidOperationException>(() => Of((Open(AccountKey.Bank("CNY")), new Money(10, "USD")), (Open(AccountKey.Unallocated("USD")), new Money(-10, "USD"))));

    [Fact]
    public void Nothing_is_no_posting() =>
        Should.Throw<InvalidOperationException>(() => Of((Open(AccountKey.Bank("CNY")), Money.Yuan(0)), (Open(AccountKey.Unallocated("CNY")), Money.Yuan(0))));

    [Theory]
    [InlineData("insert into payments.entry (id, number, kind, cause, text, booked_at) values ('00000000-0000-4000-8000-0000000000e1', 'X1', 'Received', 'x1', '', now())", "entry_adds_up")]
    [InlineData("""
        insert into payments.entry (id, number, kind, cause, text, booked_at) values ('00000000-0000-4000-8000-0000000000e2', 'X2', 'Received', 'x2', '', now());
        insert into payments.posting (entry_id, line, account_id, amount_amount, amount_currency)
        select '00000000-0000-4000-8000-0000000000e2', row_number() over (), id, 5, 'CNY' from payments.account where currency = 'CNY' limit 2
        """, "postings_add_up")]
    [InlineData("update payments.posting set amount_amount = amount_amount + 1", "ledger_is_append_only")]
    [InlineData("delete from payments.posting", "ledger_is_append_only")]
    [InlineData("update payments.entry set text = 'other'", "ledger_is_append_only")]
    [InlineData("delete from payments.entry", "ledger_is_append_only")]
    [InlineData("truncate payments.posting", "ledger_is_append_only")]
    [InlineData("update payments.account set currency = 'USD'", "ledger_is_append_only")]
    [InlineData("""
        insert into payments.entry (id, number, kind, cause, text, booked_at) values ('00000000-0000-4000-8000-0000000000e3', 'X3', 'Received', 'x3', '', now());
        insert into payments.posting (entry_id, line, account_id, amount_amount, amount_currency)
        select '00000000-0000-4000-8000-0000000000e3', n, id, 5 * n, 'USD' from (select id, 2 * row_number() over () - 3 as n from payments.account where currency = 'CNY' limit 2) a
        """, "fk_posting_account_currency")]
    public async Task The_database_itself_refuses_what_would_falsify_the_ledger(string sql, string constraint)
    {
        await App.HeldDeposit();
        var before = await App.Fingerprint();
        var refused = await Should.ThrowAsync<PostgresException>(() => App.InDb(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync(sql);
            await transaction.CommitAsync();
            return true;
        }));
        refused.ConstraintName.ShouldBe(constraint);
        (await App.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task A_cause_is_booked_once()
    {
        Task Book() => App.InDb(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await new Journal(db, App.Clock).Book(
                Booking.Move(EntryKind.Received, "cause-of-two", "", null, AccountKey.Bank("CNY"), AccountKey.Unallocated("CNY"), Money.Yuan(1)), null, CancellationToken.None);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return true;
        });
        await Book();
        var before = await App.Fingerprint();
        (await Should.ThrowAsync<Platform.Problems.ProblemException>(Book)).Code.ShouldBe("payments/already-booked");
        (await App.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task What_the_market_owes_never_falls_below_nothing()
    {
        var held = new AccountKey(AccountKind.DepositHeld, Guid.CreateVersion7(), "CNY", "x");
        var before = await App.Fingerprint();
        var refused = await Should.ThrowAsync<Platform.Problems.ProblemException>(() => App.InDb(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            return await new Journal(db, App.Clock).Book(
                Booking.Move(EntryKind.PaidOut, "overdraw", "", null, held, AccountKey.Bank("CNY"), Money.Yuan(1)), null, CancellationToken.None);
        }));
        refused.Code.ShouldBe("payments/not-enough-held");
        (await App.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task Every_night_the_ledger_is_added_up()
    {
        var before = await App.InDb(db => db.LedgerChecks.CountAsync());
        App.Clock.Advance(TimeSpan.FromDays(1));
        for (var i = 0; i < 50 && await App.InDb(db => db.LedgerChecks.CountAsync()) == before; i++)
        {
            await App.RunDueDeadlines();
            await Task.Delay(100);
        }
        var check = await App.InDb(db => db.LedgerChecks.OrderByDescending(c => c.CheckedAt).FirstAsync());
        check.Findings.ShouldBeEmpty();
        check.CheckedBy.ShouldBe("nightly");
        (await App.InDb(db => db.Deadlines.SingleAsync(d => d.Kind == CheckLedgerNightly.Deadline))).DueAt.ShouldBe(CheckLedgerNightly.NextAfter(App.Clock.GetUtcNow()));
    }
}
