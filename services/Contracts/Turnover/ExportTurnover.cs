using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Contracts.Turnover;

/// <summary>The same contracts as an Excel file.</summary>
static class ExportTurnover
{
    private static readonly string[] Header =
        ["登记编号", "合同名称", "登记日期", "合同类别", "技术领域", "卖方", "卖方地区", "卖方类型", "买方", "买方地区", "买方类型", "合同成交额(元)", "技术交易额(元)"];

    public static async Task<FileContentHttpResult> Handle([AsParameters] TurnoverFilter filter, Caller caller, ContractsDb db, TimeProvider clock, CancellationToken ct)
    {
        var (areaCode, year) = (TurnoverQuery.AreaFor(caller, filter.Area), TurnoverQuery.YearFor(filter.Year, clock));
        var rows = await ListTurnoverContracts.Ordered(ListTurnoverContracts.Filtered(db, filter, areaCode, year)).ToListAsync(ct);
        var sheet = Spreadsheet.Write($"{year}年技术合同登记", Header, rows.Select(t => (IReadOnlyList<object?>)
        [
            t.Number, t.Title, t.RegisteredOn, CodeLists.ContractCategory.Find(t.Category)?.Zh, CodeLists.TechField.Find(t.FieldCode)?.Zh, t.SellerName,
            Areas.FullName(t.SellerArea)?.Zh, CodeLists.OrganisationKind.Find(t.SellerKind)?.Zh, t.BuyerName, Areas.FullName(t.BuyerArea)?.Zh,
            CodeLists.OrganisationKind.Find(t.BuyerKind)?.Zh, t.ContractAmount, t.TechnicalAmount,
        ]));
        db.Audit(caller, "turnover", caller.OrganisationId, "export", data: new { filter, areaCode, year, rows.Count });
        await db.SaveChangesAsync(ct);
        return TypedResults.File(sheet, Spreadsheet.ContentType, $"turnover-{(areaCode.Length == 0 ? "CN" : areaCode)}-{year}.xlsx");
    }
}
