using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.Certificates;
using TechMarket.Contracts.Registrations;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Platform.Audit;
using TechMarket.Platform.Data;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Messaging;
using TechMarket.Platform.Problems;

namespace TechMarket.Contracts.Dossiers;

/// <summary>Gives this service's share of a deal's dossier: the signed text byte for byte, who signed it, the registration and its certificate.</summary>
sealed class GiveEvidence(ContractsDb db, PublicAddress address, PdfPrinter printer, TimeProvider clock, ILogger<GiveEvidence> log) : IDeadline
{
    public const string Kind = "dossier-evidence";

    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true, NewLine = "\n" };

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var contract = await db.Contracts.AsNoTracking().SingleOrDefaultAsync(c => c.DealId == subjectId, ct);
        db.Publish(new ContractEvidenceGiven(subjectId, contract is null ? new DossierPart([], [], []) : await PartOf(contract, ct), clock.GetUtcNow()));
    }

    private async Task<DossierPart> PartOf(Contract contract, CancellationToken ct)
    {
        var registrations = await db.Registrations.AsNoTracking().Where(r => r.ContractId == contract.Id).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).ToListAsync(ct);
        var (lines, files) = (new List<DossierLine>(), new List<DossierFile>());
        await AddContract(contract, filed: registrations.Exists(r => r.State != RegistrationState.Draft), lines, files, ct);
        foreach (var (registration, i) in registrations.Select((r, i) => (r, i + 1))) await AddRegistration(registration, i, lines, files, ct);
        var trail = await db.TrailOf("contract", [contract.Id.Value], ct);
        return new DossierPart(lines, files, [.. trail, .. await db.TrailOf("registration", [.. registrations.Select(r => r.Id.Value)], ct)]);
    }

    /// <summary>The bureau reads a contract once it was filed with it, not before.</summary>
    private async Task AddContract(Contract contract, bool filed, List<DossierLine> lines, List<DossierFile> files, CancellationToken ct)
    {
        var shown = contract.EffectiveVersion ?? contract.Version;
        var version = await db.Versions.AsNoTracking().SingleAsync(v => v.ContractId == contract.Id && v.Number == shown, ct);
        var folder = "5-contract/";
        files.Add(new DossierFile($"{folder}contract-v{shown}.html", "合同文本（与签署文本逐字节一致）", version.Html, false, !filed));
        if (contract.Signatures.Any(s => s.Version == shown))
            files.Add(new DossierFile($"{folder}signatures-v{shown}.html", "合同文本及电子签名记录", ContractDocument.WithSignatures(version, contract.Signatures), false, !filed));
        var facts = new
        {
            contract.Number, contract.DealNumber, contract.Title, contract.Category, State = Words.Of(contract.State), Version = shown, DocumentSha256 = version.Sha256,
            contract.Price, contract.Seller, contract.Buyer, contract.Confirmations, contract.Signatures, contract.DraftedAt, contract.EffectiveAt,
        };
        files.Add(new DossierFile(folder + "contract.json", "合同要素与签署记录", JsonSerializer.Serialize(facts, Readable) + "\n", false, !filed));
        lines.Add(new DossierLine("contract", contract.DraftedAt, "起草合同", "Contract drafted", $"{contract.Number} {contract.Title}", filed ? folder + "contract.json" : null, false));
        lines.Add(new DossierLine("contract", null, $"文本（第 {shown} 版）SHA-256", $"Text, version {shown}, SHA-256", version.Sha256, $"{folder}contract-v{shown}.html", !filed));
        lines.AddRange(contract.Signatures.Where(s => s.Version == shown).OrderBy(s => s.SignedAt).Select(s => new DossierLine(
            "contract", s.SignedAt, "签署合同", "Signed", $"{s.OrganisationName} {s.PersonName}", $"{folder}signatures-v{shown}.html", !filed)));
        if (contract.EffectiveAt is { } at) lines.Add(new DossierLine("contract", at, "合同生效", "In effect", null, null, false));
    }

    private async Task AddRegistration(Registration registration, int ordinal, List<DossierLine> lines, List<DossierFile> files, CancellationToken ct)
    {
        var draft = registration.State == RegistrationState.Draft;
        var path = $"6-registration/registration-{ordinal}.json";
        var facts = new
        {
            registration.ContractNumber, registration.ContractVersion, State = Words.Of(registration.State), registration.AgencyName, registration.Filings, registration.SubmittedAt,
            registration.AcceptedAt, FirstRegistrar = registration.FirstRegistrar?.Name, SecondRegistrar = registration.SecondRegistrar?.Name, registration.Ticks, registration.Items,
            registration.ContractAmount, registration.NonTechAmount, registration.TechnicalAmount, registration.Corrections, registration.ReasonCode, registration.Reason,
            registration.Number, registration.NationalNumber, registration.VerificationCode, registration.RegisteredAt,
        };
        files.Add(new DossierFile(path, "认定登记记录", JsonSerializer.Serialize(facts, Readable) + "\n", false, draft));
        lines.Add(new DossierLine("registration", registration.SubmittedAt, "申请认定登记", "Registration applied for", registration.AgencyName, path, draft));
        if (registration.AcceptedAt is { } accepted) lines.Add(new DossierLine("registration", accepted, "受理", "Accepted for review", registration.AgencyName, null, false));
        if (registration.ReasonCode is { } code)
            lines.Add(new DossierLine("registration", registration.ChangedAt, "未予登记", "Refused", $"{code} {registration.Reason}", null, false));
        if (registration.Number is { } number) await AddCertificate(registration, number, lines, files, ct);
        if (registration.State == RegistrationState.Cancelled)
            lines.Add(new DossierLine("registration", registration.ChangedAt, "登记注销", "Registration cancelled", registration.Reason, null, false));
    }

    private async Task AddCertificate(Registration registration, string number, List<DossierLine> lines, List<DossierFile> files, CancellationToken ct)
    {
        var html = Certificate.Render(registration, address.Verify(registration.VerificationCode!) ?? registration.VerificationCode!);
        var path = $"6-registration/certificate-{number}.html";
        files.Add(new DossierFile(path, "技术合同登记证明（网页）", html, false, false));
        try
        {
            var pdf = PrintedPdf.DatedAs(await printer.Print(html, ct), registration.RegisteredAt!.Value);
            path = $"6-registration/certificate-{number}.pdf";
            files.Add(new DossierFile(path, "技术合同登记证明", Convert.ToBase64String(pdf), true, false));
        }
        catch (ProblemException refused) when (refused.Code == PlatformProblems.PrintingUnavailable.Code)
        {
            log.LogWarning("No browser prints here: the dossier of deal {Deal} carries the certificate as a page only", registration.DealId);
        }
        lines.Add(new DossierLine(
            "registration", registration.RegisteredAt, "准予登记", "Registered", $"{number}　{(registration.State == RegistrationState.Cancelled ? "已注销 cancelled" : "有效 in force")}", path, false));
    }
}
