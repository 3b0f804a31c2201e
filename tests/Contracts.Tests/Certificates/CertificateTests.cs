using TechMarket.Contracts.Certificates;
using TechMarket.Contracts.Registrations;
using TechMarket.Messages;
using TechMarket.Testing;

namespace TechMarket.Contracts.Tests.Certificates;

public sealed class CertificateTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ContractsApp app = shared.App;

    [Fact]
    public async Task The_certificate_is_a_page_and_a_pdf_with_number_both_amounts_and_code()
    {
        var id = await app.Registered();
        var registration = await app.Registration(id);
        var html = await app.As(app.Buyer).GetStringAsync($"/api/contracts/registrations/{id}/certificate");
        html.ShouldContain(registration.Number!);
        html.ShouldContain("¥800,000.00");
        html.ShouldContain("捌拾万元整");
        html.ShouldContain("<svg");
        html.ShouldContain("登记机构盖章处");
        var text = Pdf.Text(await app.As(app.Seller).GetByteArrayAsync($"/api/contracts/registrations/{id}/certificate.pdf"));
        text.ShouldContain(registration.Number!);
        text.ShouldContain("技术合同登记证明");
    }

    [Fact]
    public async Task What_people_typed_is_escaped()
    {
        var id = await app.Registered(app.Deal(title: "<script>alert('合金')</script>"));
        var html = await app.As(app.Seller).GetStringAsync($"/api/contracts/registrations/{id}/certificate");
        html.ShouldNotContain("<script");
        html.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public async Task Anyone_with_the_code_verifies_and_nobody_guesses()
    {
        var id = await app.Registered();
        var registration = await app.Registration(id);
        registration.VerificationCode!.ShouldMatch("^[2-9A-HJ-NP-Z]{20}$");
        var seen = await app.As().GetAsync($"/api/contracts/verify/{registration.VerificationCode}").Read<VerifyCertificate.Response>();
        (seen.Number, seen.Status, seen.SellerName, seen.BuyerName, seen.ContractAmount, seen.RegisteredOn).ShouldBe(
            (registration.Number, "REGISTERED", ContractsApp.University, ContractsApp.Enterprise, Money.Yuan(800_000), new DateOnly(2026, 3, 2)));
        (await app.As().GetAsync("/api/contracts/verify/22222222222222222222").RefusedWith(404)).ShouldBe("contracts/verification-code-unknown");
    }

    [Fact]
    public async Task A_cancelled_registration_says_so()
    {
        var id = await app.Registered();
        var registration = await app.Registration(id);
        foreach (var party in new[] { app.Seller, app.Buyer })
            await app.As(party).Post($"/api/contracts/contracts/{registration.ContractId}/termination", new Contracts.TechnicalContracts.TerminateContract.Request("解除")).Succeeds();
        await app.Act(id, "cancellation", app.Registrar, v => new CancelRegistration.Request(v, "合同解除")).Succeeds();
        (await app.As().GetAsync($"/api/contracts/verify/{registration.VerificationCode}").Read<VerifyCertificate.Response>()).Status.ShouldBe("CANCELLED");
        (await app.As(app.Seller).GetStringAsync($"/api/contracts/registrations/{id}/certificate")).ShouldContain("已注销");
    }

    [Fact]
    public async Task Before_registration_and_for_others_there_is_no_certificate()
    {
        var id = await app.Reviewed();
        (await app.As(app.Seller).GetAsync($"/api/contracts/registrations/{id}/certificate").RefusedWith(404)).ShouldBe("contracts/not-registered");
        (await app.As(People.Of("enterprise")).GetAsync($"/api/contracts/registrations/{id}/certificate").RefusedWith(404)).ShouldBe("contracts/registration-not-found");
        (await app.As().GetAsync($"/api/contracts/registrations/{id}/certificate").RefusedWith(401)).ShouldBe("platform/sign-in-needed");
    }
}
