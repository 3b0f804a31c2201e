using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.Registrations;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Security;

namespace TechMarket.Contracts.Certificates;

/// <summary>The parties and the agency open the certificate, as a page or as PDF: the same HTML.</summary>
static class GetCertificate
{
    public static async Task<FileContentHttpResult> Html(RegistrationId id, Caller caller, ContractsDb db, PublicAddress address, HttpContext http, CancellationToken ct)
    {
        var registration = await Find(id, caller, db, ct);
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(Certificate.Render(registration, address.Verify(http, registration.VerificationCode!))), "text/html; charset=utf-8");
    }

    public static async Task<FileContentHttpResult> Pdf(
        RegistrationId id, Caller caller, ContractsDb db, PublicAddress address, PdfPrinter printer, HttpContext http, CancellationToken ct)
    {
        var registration = await Find(id, caller, db, ct);
        var pdf = await printer.Print(Certificate.Render(registration, address.Verify(http, registration.VerificationCode!)), ct);
        return TypedResults.File(pdf, "application/pdf", $"{registration.Number}.pdf");
    }

    private static async Task<Registration> Find(RegistrationId id, Caller caller, ContractsDb db, CancellationToken ct)
    {
        var registration = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (registration is null || (registration.SellerId != caller.Organisation && registration.BuyerId != caller.Organisation && !RegistrarAccess.Competent(registration, caller)))
            throw Problems.RegistrationNotFound.Now();
        return registration.Number is null ? throw Problems.NotRegistered.Now() : registration;
    }
}

/// <summary>Where the public reaches the market: the setting, else the address the request came to.</summary>
sealed class PublicAddress(IConfiguration configuration)
{
    public string Verify(HttpContext http, string code) => Verify(code) ?? $"{http.Request.Scheme}://{http.Request.Host}/verify/{code}";

    /// <summary>Null when nothing is set and there is no request to ask.</summary>
    public string? Verify(string code) => configuration["Market:PublicAddress"] is { Length: > 0 } set ? $"{set.TrimEnd('/')}/verify/{code}" : null;
}
