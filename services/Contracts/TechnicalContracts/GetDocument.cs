using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.Registrations;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.TechnicalContracts;

/// <summary>The text of a version: as HTML exactly what is hashed and signed; as PDF the same with the signature sheet behind it.</summary>
static class GetDocument
{
    public static async Task<FileContentHttpResult> Html(ContractId id, int version, Caller caller, ContractsDb db, CancellationToken ct)
    {
        var (_, found) = await Find(id, version, caller, db, ct);
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(found.Html), "text/html; charset=utf-8");
    }

    public static async Task<FileContentHttpResult> Pdf(ContractId id, int version, Caller caller, ContractsDb db, PdfPrinter printer, CancellationToken ct)
    {
        var (contract, found) = await Find(id, version, caller, db, ct);
        var pdf = await printer.Print(ContractDocument.WithSignatures(found, contract.Signatures), ct);
        return TypedResults.File(pdf, "application/pdf", $"{contract.Number}-v{version}.pdf");
    }

    private static async Task<(Contract Contract, ContractVersion Version)> Find(ContractId id, int version, Caller caller, ContractsDb db, CancellationToken ct)
    {
        var contract = await db.Contracts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw Problems.NotFound.Now();
        if (contract.SideOf(caller.Organisation) is null && !await RegistrarAccess.MayRead(db, id, caller, ct)) throw Problems.NotFound.Now();
        var found = await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.ContractId == id && v.Number == version, ct) ?? throw Problems.NotFound.Now();
        return (contract, found);
    }
}
