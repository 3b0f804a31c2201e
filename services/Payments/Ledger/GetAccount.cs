using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Parties;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;
using TechMarket.Rules;

namespace TechMarket.Payments.Ledger;

/// <summary>The statement of an account over a period: what it held before, what moved, what it held after. A party sees its own, finance all.</summary>
static class GetAccount
{
    public sealed record Line(string Number, EntryKind Kind, string Text, string? ProviderReference, DateTimeOffset BookedAt, Money Amount, Money Balance);

    /// <summary>Amounts are as people read them: what adds to the account is positive.</summary>
    public sealed record Response(
        Guid Id, AccountKind Kind, string Name, string Currency, DateOnly From, DateOnly To, Money Opening, Money In, Money Out, Money Closing, Money BalanceNow,
        IReadOnlyList<Line> Lines);

    public static async Task<Ok<Response>> Handle(AccountId id, Caller caller, PaymentsDb db, TimeProvider clock, CancellationToken ct, DateOnly? from = null, DateOnly? to = null) =>
        TypedResults.Ok(await Read(id, from, to, caller, db, clock, ct));

    public static async Task<FileContentHttpResult> Workbook(
        AccountId id, Caller caller, PaymentsDb db, TimeProvider clock, CancellationToken ct, DateOnly? from = null, DateOnly? to = null)
    {
        var account = await Read(id, from, to, caller, db, clock, ct);
        var rows = account.Lines.Select(l => (IReadOnlyList<object?>)
        [
            l.Number, l.BookedAt.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), l.Kind.Name(), l.Text,
            l.ProviderReference, l.Amount.Amount > 0 ? l.Amount.Amount : null, l.Amount.Amount < 0 ? -l.Amount.Amount : null, l.Balance.Amount,
        ]).Prepend(["", $"{account.From:yyyy-MM-dd}", "", "期初余额", "", null, null, account.Opening.Amount])
            .Append(["", $"{account.To:yyyy-MM-dd}", "", "期末余额", "", account.In.Amount, account.Out.Amount, account.Closing.Amount]);
        return TypedResults.File(
            Spreadsheet.Write("对账单", ["凭证号", "时间", "类型", "摘要", "外部流水号", "增加", "减少", "余额"], rows), Spreadsheet.ContentType, "account-statement.xlsx");
    }

    private static async Task<Response> Read(AccountId id, DateOnly? from, DateOnly? to, Caller caller, PaymentsDb db, TimeProvider clock, CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (account is null || !MaySee(account, caller)) throw Problems.AccountNotFound.Now();
        var last = to ?? ChinaTime.DayOf(clock.GetUtcNow());
        var first = from ?? last.AddMonths(-3);
        if (first > last || first.AddYears(5) < last) throw Problems.PeriodRefused.Now();
        var (start, end) = (ChinaTime.StartOf(first), ChinaTime.EndOf(last));
        var all = db.Postings.AsNoTracking().Where(p => p.AccountId == id).Join(db.Entries, p => p.EntryId, e => e.Id, (p, e) => new { Posting = p, Entry = e });
        var before = await all.Where(r => r.Entry.BookedAt < start).SumAsync(r => (decimal?)r.Posting.Amount.Amount, ct) ?? 0;
        var sum = await all.SumAsync(r => (decimal?)r.Posting.Amount.Amount, ct) ?? 0;
        var within = await all.Where(r => r.Entry.BookedAt >= start && r.Entry.BookedAt < end).OrderBy(r => r.Entry.Number).ToListAsync(ct);
        Money Of(decimal amount) => new(amount, account.Currency);
        var balance = Account.Balance(account.Kind, before);
        var lines = new List<Line>();
        foreach (var r in within)
        {
            var change = Account.Balance(account.Kind, r.Posting.Amount.Amount);
            lines.Add(new Line(r.Entry.Number, r.Entry.Kind, r.Entry.Text, r.Entry.ProviderReference, r.Entry.BookedAt, Of(change), Of(balance += change)));
        }
        return new Response(
            id.Value, account.Kind, account.Name, account.Currency, first, last, Of(Account.Balance(account.Kind, before)), Of(lines.Where(l => l.Amount.Amount > 0).Sum(l => l.Amount.Amount)),
            Of(-lines.Where(l => l.Amount.Amount < 0).Sum(l => l.Amount.Amount)), Of(balance), Of(Account.Balance(account.Kind, sum)), lines);
    }

    private static bool MaySee(Account account, Caller caller) => Access.IsFinance(caller)
        || (account.Kind is AccountKind.DepositHeld or AccountKind.SellerPayable or AccountKind.BrokerPayable && account.Holder == caller.Organisation && Access.ReadsOwnMoney(caller));
}
