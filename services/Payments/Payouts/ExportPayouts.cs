using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Payments.Providers;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Payments.Payouts;

/// <summary>Finance downloads the payment file for the bank: every released payout that has not left. Its number stands in the remark, so the statement brings it back.</summary>
static class ExportPayouts
{
    private static readonly string[] Headings = ["付款单号", "收款户名", "收款账号", "收款开户行", "币种", "金额", "附言", "放款人", "放款时间"];

    public static async Task<FileContentHttpResult> Workbook(Caller caller, PaymentsDb db, TimeProvider clock, CancellationToken ct)
    {
        var rows = (await Released(caller, db, ct)).Select(Cells);
        return TypedResults.File(Spreadsheet.Write("付款", Headings, rows), Spreadsheet.ContentType, Name(clock, "xlsx"));
    }

    public static async Task<FileContentHttpResult> Csv(Caller caller, PaymentsDb db, TimeProvider clock, CancellationToken ct)
    {
        var rows = (await Released(caller, db, ct)).Select(Cells);
        return TypedResults.File(CsvText.Write(Headings, rows), CsvText.ContentType, Name(clock, "csv"));
    }

    private static async Task<List<Payout>> Released(Caller caller, PaymentsDb db, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        return await db.Payouts.AsNoTracking().Where(p => p.State == PayoutState.Released && p.Provider == ProviderCode.BankTransfer).OrderBy(p => p.Number).ToListAsync(ct);
    }

    private static IReadOnlyList<object?> Cells(Payout p) =>
    [
        p.Number, p.Receiver?.AccountName, p.Receiver?.AccountNumber, p.Receiver?.BankName, p.Amount.Currency, p.Amount.Amount, $"{p.Number} {p.Purpose}", p.ReleasedBy,
        p.ReleasedAt?.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
    ];

    private static string Name(TimeProvider clock, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"payouts-{ChinaTime.DayOf(clock.GetUtcNow()):yyyy-MM-dd}.{extension}");
}
