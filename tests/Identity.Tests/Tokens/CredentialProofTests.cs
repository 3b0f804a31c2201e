using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using TechMarket.Identity.Tokens;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests.Tokens;

public sealed class CredentialProofTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private const string Purpose = "sign:0f1e2d";

    [Fact]
    public async Task The_password_again_proves_one_purpose_of_one_person_for_five_minutes()
    {
        var member = await app.SignUp();
        var proof = await member.Browser.Post("/api/identity/credential-proofs", new { password = IdentityApp.Password, purpose = Purpose }).Read<ProveCredential.Response>();
        var check = new CredentialProofs(new Keys(app.Services), app.Clock);
        (await check.Accept(proof.Proof, member.PersonId, Purpose, default)).ShouldNotBeNull();
        (await check.Accept(proof.Proof, member.PersonId, "sign:another", default)).ShouldBeNull();
        (await check.Accept(proof.Proof, Guid.CreateVersion7(), Purpose, default)).ShouldBeNull();
        (await check.Accept(proof.Proof + "x", member.PersonId, Purpose, default)).ShouldBeNull();
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        (await check.Accept(proof.Proof, member.PersonId, Purpose, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_wrong_password_proves_nothing()
    {
        var member = await app.SignUp();
        (await member.Browser.Post("/api/identity/credential-proofs", new { password = "wrong", purpose = Purpose }).RefusedWith(403)).ShouldBe("identity/wrong-password");
        (await app.Open().Post("/api/identity/credential-proofs", new { password = IdentityApp.Password, purpose = Purpose }).RefusedWith(401))
            .ShouldBe("platform/sign-in-needed");
    }

    private sealed class Keys(IServiceProvider services) : IProofKeys
    {
        public async Task<ProofKeySet> Current(CancellationToken ct)
        {
            var keys = await services.GetRequiredService<KeyRing>().Published(ct);
            var issuer = services.GetRequiredService<Microsoft.Extensions.Options.IOptions<IdentityOptions>>().Value.Authority;
            return new ProofKeySet(issuer ?? "", [.. keys.Select(k => new JsonWebKey { Kty = "EC", Crv = "P-256", Kid = k.Id, X = k.X, Y = k.Y, Alg = "ES256" })]);
        }
    }
}
