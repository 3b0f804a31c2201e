using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Payouts;
using TechMarket.Payments.Providers;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Payments.Movements;

/// <summary>In the demonstration finance plays the bank: a statement in which every open bill is paid and every released payout has left. Elsewhere there is no such thing.</summary>
static class SampleStatement
{
    public static async Task<FileContentHttpResult> Handle(Caller caller, PaymentsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        if (!profile.IsDemonstration) throw Platform.Problems.PlatformProblems.NotFound.Now();
        caller.RequireBureau(Roles.Finance);
        var now = clock.GetUtcNow();
        var day = ChinaTime.DayOf(now);
        var bills = await db.Bills.AsNoTracking().Where(b => b.State == BillState.Open).OrderBy(b => b.Code).Take(500).ToListAsync(ct);
        var payouts = await db.Payouts.AsNoTracking().Where(p => p.State == PayoutState.Released && p.Provider == ProviderCode.BankTransfer).OrderBy(p => p.Number).Take(500).ToListAsync(ct);
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var b in bills)
        {
            var received = await db.ReceivedFor(b.Id, ct);
            rows.Add(
            [
                day, Serial(now, rows.Count), b.Amount.Amount - received, null, b.Amount.Currency, b.PayerName, "62220000" + Digits(b.PayerId), "演示银行", $"{b.Code} {b.SubjectNumber}",
            ]);
        }
        foreach (var p in payouts)
        {
            rows.Add(
            [
                day, Serial(now, rows.Count), null, p.Amount.Amount, p.Amount.Currency, p.Receiver?.AccountName ?? p.PayeeName, p.Receiver?.AccountNumber, p.Receiver?.BankName, p.Number,
            ]);
        }
        return TypedResults.File(CsvText.Write(StatementFile.Headings, rows), CsvText.ContentType, string.Create(CultureInfo.InvariantCulture, $"sample-statement-{day:yyyy-MM-dd}.csv"));
    }

    private static string Serial(DateTimeOffset now, int row) => string.Create(CultureInfo.InvariantCulture, $"YS{now:yyyyMMddHHmmss}{row:D4}");

    private static string Digits(Guid id) => (BitConverter.ToUInt64(id.ToByteArray(), 8) % 10_000_000_000UL).ToString("D10", CultureInfo.InvariantCulture);
}
