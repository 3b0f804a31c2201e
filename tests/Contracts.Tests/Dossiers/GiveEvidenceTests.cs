using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TechMarket.Contracts.Dossiers;
using TechMarket.Messages;

namespace TechMarket.Contracts.Tests.Dossiers;

/// <summary>What this service gives to the evidence dossier of a deal.</summary>
public sealed class GiveEvidenceTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ContractsApp app = shared.App;

    [Fact]
    public async Task The_signed_text_to_the_byte_its_signatures_the_registration_and_the_printed_certificate()
    {
        var deal = app.Deal();
        var id = await app.Registered(deal);
        var registration = await app.Registration(id);
        var part = await Given(deal.DealId);
        part.Files.Select(f => f.Path).ShouldBe(
        [
            "5-contract/contract-v1.html", "5-contract/signatures-v1.html", "5-contract/contract.json", "6-registration/registration-1.json",
            $"6-registration/certificate-{registration.Number}.html", $"6-registration/certificate-{registration.Number}.pdf",
        ]);
        part.Files.ShouldAllBe(f => !f.PartiesOnly);
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(part.Files[0].Content))).ShouldBe(registration.DocumentSha256);
        part.Files[1].Content.ShouldContain("电子签名记录");
        Pdf.Text(Convert.FromBase64String(part.Files[5].Content)).ShouldContain(registration.Number!);
        part.Lines.Where(l => l.Zh == "签署合同").Select(l => l.Value).ShouldBe([$"{ContractsApp.University} 测试员", $"{ContractsApp.Enterprise} 测试员"], ignoreOrder: true);
        part.Trail.Where(e => e.SubjectKind == "contract").Select(e => e.Action).ShouldBe(["draft", "confirm", "confirm", "sign", "sign"]);
        part.Trail.Where(e => e.SubjectKind == "registration").Select(e => e.Action).ShouldContain("approve");
        part.Lines.ShouldAllBe(l => l.Path == null || part.Files.Any(f => f.Path == l.Path));
    }

    [Fact]
    public async Task The_same_state_gives_the_same_part_whenever_it_is_printed()
    {
        var deal = app.Deal();
        await app.Registered(deal);
        var first = await Given(deal.DealId);
        app.Clock.Advance(TimeSpan.FromDays(3));
        var second = await Given(deal.DealId);
        second.Files.ShouldBe(first.Files);
        second.Lines.ShouldBe(first.Lines);
        second.Trail.ShouldBe(first.Trail);
    }

    [Fact]
    public async Task Before_it_is_filed_the_text_is_the_parties_own()
    {
        var deal = app.Deal();
        await app.Effective(deal);
        var part = await Given(deal.DealId);
        part.Files.Count.ShouldBe(3);
        part.Files.ShouldAllBe(f => f.PartiesOnly);
        part.Lines.ShouldAllBe(l => l.Path == null || l.PartiesOnly);
    }

    [Fact]
    public async Task Without_a_contract_there_is_an_answer_all_the_same()
    {
        var part = await Given(Guid.CreateVersion7());
        (part.Files.Count, part.Lines.Count, part.Trail.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task The_same_question_delivered_again_is_answered_once()
    {
        var (deal, message) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var asked = Asked(deal);
        await Given(deal, asked, message);
        await app.Hear(asked, message);
        (await app.InDb(db => db.Deadlines.AnyAsync(d => d.SubjectId == deal))).ShouldBeFalse();
        (await app.Published<ContractEvidenceGiven>()).Count(f => f.DealId == deal).ShouldBe(1);
    }

    [Fact]
    public void A_print_is_dated_as_the_document_it_shows_and_nothing_else_of_it_changes()
    {
        var pdf = Encoding.Latin1.GetBytes("%PDF-1.4\n/Producer (x)\n/CreationDate (D:20261122092516+00'00')\n/ModDate (D:20261122092516+00'00')>>");
        Encoding.Latin1.GetString(PrintedPdf.DatedAs(pdf, new DateTimeOffset(2026, 3, 2, 10, 0, 1, TimeSpan.FromHours(8))))
            .ShouldBe("%PDF-1.4\n/Producer (x)\n/CreationDate (D:20260302020001+00'00')\n/ModDate (D:20260302020001+00'00')>>");
        PrintedPdf.DatedAs("/ModDate (D:2026"u8.ToArray(), default).ShouldBe("/ModDate (D:2026"u8.ToArray());
    }

    private static DossierOpened Asked(Guid deal) => new(Guid.CreateVersion7(), deal, "JY-2026-000001", Guid.CreateVersion7(), DateTimeOffset.UnixEpoch);

    private async Task<DossierPart> Given(Guid deal, DossierOpened? asked = null, Guid? message = null)
    {
        var before = (await app.Published<ContractEvidenceGiven>()).Count(f => f.DealId == deal);
        await app.Hear(asked ?? Asked(deal), message);
        for (var i = 0; i < 600; i++)
        {
            await app.RunDueDeadlines();
            var given = (await app.Published<ContractEvidenceGiven>()).Where(f => f.DealId == deal).ToList();
            if (given.Count > before) return given[^1].Part;
            await Task.Delay(50);
        }
        throw new TimeoutException("Nothing was given.");
    }
}
