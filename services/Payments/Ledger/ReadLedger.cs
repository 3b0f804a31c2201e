using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;
using TechMarket.Rules;

namespace TechMarket.Payments.Ledger;

/// <summary>Finance browses the ledger: its entries with their postings, newest first.</summary>
static class ListEntries
{
    public sealed record Line(Guid AccountId, AccountKind AccountKind, string AccountName, Money? Debit, Money? Credit);

    public sealed record Item(
        Guid Id, string Number, EntryKind Kind, string Text, string Cause, string? ProviderReference, DateTimeOffset BookedAt, string? BookedBy, IReadOnlyList<Line> Lines);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        Caller caller, PaymentsDb db, CancellationToken ct, WireName<EntryKind>? kind = null, DateOnly? from = null, DateOnly? to = null, [StringLength(60)] string? q = null,
        int? page = null, int? size = null)
    {
        caller.RequireBureau(Roles.Finance);
        var (p, s) = Paging.Of(page, size);
        var rows = Filter(db, kind?.Value, from, to, q);
        var found = await rows.OrderByDescending(e => e.BookedAt).ThenByDescending(e => e.Number).Skip((p - 1) * s).Take(s).Include(e => e.Postings).ToListAsync(ct);
        var ids = found.SelectMany(e => e.Postings).Select(x => x.AccountId).Distinct().ToList();
        var accounts = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        return TypedResults.Ok(new Response([.. found.Select(e => Write(e, accounts))], await rows.CountAsync(ct), p, s));
    }

    public static async Task<FileContentHttpResult> Workbook(
        Caller caller, PaymentsDb db, CancellationToken ct, WireName<EntryKind>? kind = null, DateOnly? from = null, DateOnly? to = null, [StringLength(60)] string? q = null)
    {
        caller.RequireBureau(Roles.Finance);
        var entries = await Filter(db, kind?.Value, from, to, q).OrderBy(e => e.Number).Take(50_000).Include(e => e.Postings).ToListAsync(ct);
        var accounts = await db.Accounts.AsNoTracking().ToDictionaryAsync(a => a.Id, ct);
        var rows = entries.Select(e => Write(e, accounts)).SelectMany(e => e.Lines.Select(l => (IReadOnlyList<object?>)
        [
            e.Number, e.BookedAt.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), e.Kind.Name(), e.Text,
            l.AccountKind.Name(), l.AccountName, (l.Debit ?? l.Credit)!.Currency, l.Debit?.Amount, l.Credit?.Amount, e.ProviderReference, e.BookedBy, e.Cause,
        ]));
        return TypedResults.File(
            Spreadsheet.Write("分录", ["凭证号", "时间", "类型", "摘要", "科目", "账户", "币种", "借方", "贷方", "外部流水号", "经办人", "来源"], rows), Spreadsheet.ContentType, "ledger.xlsx");
    }

    private static IQueryable<Entry> Filter(PaymentsDb db, EntryKind? kind, DateOnly? from, DateOnly? to, string? q)
    {
        if (from > to) throw Problems.PeriodRefused.Now();
        var rows = db.Entries.AsNoTracking();
        if (kind is { } wanted) rows = rows.Where(e => e.Kind == wanted);
        if (from is { } first)
        {
            var start = ChinaTime.StartOf(first);
            rows = rows.Where(e => e.BookedAt >= start);
        }
        if (to is { } last)
        {
            var end = ChinaTime.EndOf(last);
            rows = rows.Where(e => e.BookedAt < end);
        }
        if (string.IsNullOrWhiteSpace(q)) return rows;
        var like = Like.Containing(q.Trim());
        return rows.Where(e =>
            EF.Functions.ILike(e.Number, like, "\\") || EF.Functions.ILike(e.Text, like, "\\") || EF.Functions.ILike(e.Cause, like, "\\")
            || EF.Functions.ILike(e.ProviderReference ?? "", like, "\\"));
    }

    private static Item Write(Entry e, Dictionary<AccountId, Account> accounts) => new(
        e.Id, e.Number, e.Kind, e.Text, e.Cause, e.ProviderReference, e.BookedAt, e.BookedBy,
        [.. e.Postings.OrderBy(p => p.Line).Select(p => new Line(
            p.AccountId.Value, accounts[p.AccountId].Kind, accounts[p.AccountId].Name, p.Amount.Amount > 0 ? p.Amount : null,
            p.Amount.Amount < 0 ? new Money(-p.Amount.Amount, p.Amount.Currency) : null))]);
}

/// <summary>Finance sees every account with its balance, added up from its postings.</summary>
static class ListAccounts
{
    public sealed record Item(Guid Id, AccountKind Kind, string Name, string Currency, Money Balance, int Postings);

    /// <param name="Zero">The sum over everything, per currency; anything but nothing is a fault.</param>
    public sealed record Response(IReadOnlyList<Item> Items, IReadOnlyList<Money> Zero);

    public static async Task<Ok<Response>> Handle(Caller caller, PaymentsDb db, CancellationToken ct, WireName<AccountKind>? kind = null, [StringLength(60)] string? q = null)
    {
        caller.RequireBureau(Roles.Finance);
        var accounts = db.Accounts.AsNoTracking();
        if (kind is { Value: var wanted }) accounts = accounts.Where(a => a.Kind == wanted);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = Like.Containing(q.Trim());
            accounts = accounts.Where(a => EF.Functions.ILike(a.Name, like, "\\"));
        }
        var sums = await db.Postings.AsNoTracking().GroupBy(p => p.AccountId).Select(g => new { g.Key, Sum = g.Sum(p => p.Amount.Amount), Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, ct);
        var zero = await db.Postings.AsNoTracking().GroupBy(p => p.Amount.Currency).Select(g => new { g.Key, Sum = g.Sum(p => p.Amount.Amount) }).ToListAsync(ct);
        var found = await accounts.ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. found.OrderBy(a => a.Kind).ThenBy(a => a.Name, StringComparer.Ordinal).Select(a => new Item(
                a.Id.Value, a.Kind, a.Name, a.Currency, new Money(Account.Balance(a.Kind, sums.GetValueOrDefault(a.Id)?.Sum ?? 0), a.Currency),
                sums.GetValueOrDefault(a.Id)?.Count ?? 0))],
            [.. zero.Select(z => new Money(z.Sum, z.Key))]));
    }
}
