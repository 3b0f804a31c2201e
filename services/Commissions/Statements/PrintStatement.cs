using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Statements;

/// <summary>A broker takes its statement away: as a page to print, as PDF, as Excel.</summary>
static class PrintStatement
{
    public static async Task<ContentHttpResult> Html(
        Guid brokerId, DateOnly from, DateOnly to, [RegularExpression("zh|en")] string? lang, Caller caller, CommissionsDb db, RegionProfile profile,
        TimeProvider clock, CancellationToken ct) =>
        TypedResults.Content(
            StatementDocument.Html(await GetStatement.Read(brokerId, from, to, caller, db, clock, ct), profile.MarketName, lang == "en"), "text/html; charset=utf-8");

    public static async Task<FileContentHttpResult> Pdf(
        Guid brokerId, DateOnly from, DateOnly to, [RegularExpression("zh|en")] string? lang, Caller caller, CommissionsDb db, RegionProfile profile,
        PdfPrinter printer, TimeProvider clock, CancellationToken ct)
    {
        var statement = await GetStatement.Read(brokerId, from, to, caller, db, clock, ct);
        return TypedResults.File(await printer.Print(StatementDocument.Html(statement, profile.MarketName, lang == "en"), ct), "application/pdf", Name(statement, "pdf"));
    }

    public static async Task<FileContentHttpResult> Workbook(
        Guid brokerId, DateOnly from, DateOnly to, [RegularExpression("zh|en")] string? lang, Caller caller, CommissionsDb db, TimeProvider clock,
        CancellationToken ct)
    {
        var statement = await GetStatement.Read(brokerId, from, to, caller, db, clock, ct);
        var english = lang == "en";
        var header = StatementDocument.Columns(statement.Individual, english).Select(c => c.Name).ToList();
        var rows = statement.Rows.Select(r => StatementDocument.Cells(r, statement.Individual, english)).ToList();
        foreach (var note in StatementDocument.Notes(statement, english)) rows.Add([note]);
        return TypedResults.File(
            Spreadsheet.Write(english ? "Statement" : "佣金对账单", header, rows), Spreadsheet.ContentType, Name(statement, "xlsx"));
    }

    private static string Name(GetStatement.Response statement, string ending) =>
        string.Create(CultureInfo.InvariantCulture, $"commission-statement-{statement.From:yyyyMMdd}-{statement.To:yyyyMMdd}.{ending}");
}
