using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Contracts.Tests.TechnicalContracts;

public sealed class SignContractTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ContractsApp app = shared.App;

    [Fact]
    public async Task When_both_have_signed_the_exact_text_the_contract_is_in_force()
    {
        var id = await app.ReadyToSign();
        var seen = await app.Contract(id);
        await app.Sign(id, app.Buyer).Succeeds();
        (await app.Contract(id)).State.ShouldBe("SIGNING");
        await app.Sign(id, app.Seller).Succeeds();
        var contract = await app.Contract(id);
        contract.State.ShouldBe("EFFECTIVE");
        contract.Signatures.Select(s => (s.Side, s.DocumentSha256, s.PersonId, s.OrganisationId)).ShouldBe(
            [(Side.Buyer, seen.DocumentSha256, app.Buyer.PersonId, app.Buyer.OrganisationId), (Side.Seller, seen.DocumentSha256, app.Seller.PersonId, app.Seller.OrganisationId)]);
        contract.Signatures.ShouldAllBe(s => s.ProofId.Length == 32);
        var effective = (await app.Published<ContractEffective>()).Single(f => f.ContractId == id.Value);
        effective.ContractAmount.ShouldBe(Money.Yuan(800_000));
        (await app.Published<ContractSigned>()).Count(f => f.ContractId == id.Value).ShouldBe(2);
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task Both_signing_at_once_bring_it_into_force_once()
    {
        var id = await app.ReadyToSign();
        var answers = await Task.WhenAll(app.Sign(id, app.Buyer), app.Sign(id, app.Seller));
        answers.ShouldAllBe(a => a.IsSuccessStatusCode);
        (await app.Contract(id)).State.ShouldBe("EFFECTIVE");
        (await app.Published<ContractEffective>()).Count(f => f.ContractId == id.Value).ShouldBe(1);
    }

    [Fact]
    public async Task Signing_twice_is_one_signature()
    {
        var id = await app.ReadyToSign();
        await app.Sign(id, app.Buyer).Succeeds();
        await app.Sign(id, app.Buyer).Succeeds();
        (await app.Contract(id)).Signatures.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_altered_text_is_not_what_is_signed()
    {
        var id = await app.ReadyToSign();
        var html = await app.As(app.Seller).GetStringAsync($"/api/contracts/contracts/{id}/versions/1/document");
        var altered = ContractDocument.Hash(html.Replace("800,000.00", "80,000.00"));
        altered.ShouldNotBe((await app.Contract(id)).DocumentSha256);
        (await app.RefusedUnchanged(() => app.Sign(id, app.Buyer, sha256: altered), 409)).ShouldBe("contracts/document-differs");
    }

    [Fact]
    public async Task A_proof_is_bound_to_person_purpose_audience_time_and_key()
    {
        var id = await app.ReadyToSign();
        var sha = (await app.Contract(id)).DocumentSha256;
        var other = new string('a', 64);
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var keys = app.Services.GetRequiredService<TestProofKeys>();
        var purpose = CredentialProof.ToSign(sha);
        foreach (var bad in new[]
        {
            "not-a-token",
            app.Proof(app.Seller, sha),
            app.Proof(app.Buyer, other),
            app.Proof(app.Buyer, sha, purpose: "login"),
            app.Proof(app.Buyer, sha, audience: "techmarket"),
            app.Proof(app.Buyer, sha, age: TimeSpan.FromMinutes(6)),
            app.Proof(app.Buyer, sha, age: TimeSpan.FromMinutes(-2)),
            keys.Issue(app.Buyer.PersonId, purpose, app.Clock.GetUtcNow(), CredentialProof.Audience, by: new ECDsaSecurityKey(stranger)),
            keys.Issue(app.Buyer.PersonId, purpose, app.Clock.GetUtcNow(), CredentialProof.Audience, issuer: "https://elsewhere.test"),
            keys.Issue(app.Buyer.PersonId, purpose, app.Clock.GetUtcNow(), CredentialProof.Audience, by: new SymmetricSecurityKey(new byte[32])),
        }) (await app.RefusedUnchanged(() => app.Sign(id, app.Buyer, proof: bad), 403)).ShouldBe("contracts/credential-refused");
    }

    [Fact]
    public async Task A_proof_signs_once()
    {
        var id = await app.ReadyToSign();
        var sha = (await app.Contract(id)).DocumentSha256;
        await app.Sign(id, app.Buyer, proof: app.Proof(app.Buyer, sha, id: "proof-of-one-use-0000000000000000")).Succeeds();
        var code = await app.RefusedUnchanged(() => app.Sign(id, app.Seller, proof: app.Proof(app.Seller, sha, id: "proof-of-one-use-0000000000000000")), 409);
        code.ShouldBe("contracts/proof-used");
    }

    [Fact]
    public async Task Only_who_may_bind_the_organisation_signs()
    {
        var id = await app.ReadyToSign();
        (await app.RefusedUnchanged(() => app.Sign(id, app.Seller.Colleague(Roles.Publisher)), 403)).ShouldBe("platform/role-missing");
        (await app.RefusedUnchanged(() => app.Sign(id, app.Buyer.Colleague(Roles.Finance)), 403)).ShouldBe("platform/role-missing");
        (await app.RefusedUnchanged(() => app.Sign(id, app.Buyer with { Verified = false }), 403)).ShouldBe("platform/organisation-not-verified");
        (await app.RefusedUnchanged(() => app.Sign(id, People.Of("enterprise", "别家", "620100", true, Roles.Purchaser)), 404)).ShouldBe("contracts/not-found");
    }

    [Fact]
    public async Task An_older_version_and_an_unconfirmed_one_are_not_signed()
    {
        var id = await app.Draft();
        (await app.RefusedUnchanged(() => app.Sign(id, app.Buyer), 409)).ShouldBe("contracts/wrong-state");
        (await app.RefusedUnchanged(() => app.Sign(id, app.Buyer, version: 7), 409)).ShouldBe("contracts/version-stale");
        (await app.RefusedUnchanged(() => app.Confirm(id, app.Buyer, 7), 409)).ShouldBe("contracts/version-stale");
    }

    [Fact]
    public async Task The_printed_contract_carries_number_and_signatures()
    {
        var id = await app.Effective();
        var contract = await app.Contract(id);
        var pdf = await app.As(app.Buyer).GetByteArrayAsync($"/api/contracts/contracts/{id}/versions/1/document.pdf");
        var text = Pdf.Text(pdf);
        text.ShouldContain(contract.Number);
        text.ShouldContain("电子签名记录");
        text.Replace("\n", "").Replace(" ", "").ShouldContain(contract.DocumentSha256);
    }
}
