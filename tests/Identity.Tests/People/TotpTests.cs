using System.Text;
using System.Text.Json.Nodes;
using TechMarket.Identity.People;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests.People;

public sealed class TotpTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    /// <summary>RFC 6238, appendix B, the last six of eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Totp.CodeAt(Encoding.ASCII.GetBytes("12345678901234567890"), seconds / 30).ShouldBe(code);

    [Fact]
    public void The_secret_is_written_in_base_32() =>
        Totp.Text(Encoding.ASCII.GetBytes("12345678901234567890")).ShouldBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    [Fact]
    public void One_step_to_either_side_is_taken_and_no_more()
    {
        var secret = Totp.NewSecret();
        var now = DateTimeOffset.FromUnixTimeSeconds(1_772_000_010);
        var step = Totp.StepAt(now);
        for (var offset = -1; offset <= 1; offset++) Totp.Match(secret, Totp.CodeAt(secret, step + offset), now, 0).ShouldBe(step + offset);
        Totp.Match(secret, Totp.CodeAt(secret, step - 2), now, 0).ShouldBeNull();
        Totp.Match(secret, Totp.CodeAt(secret, step + 2), now, 0).ShouldBeNull();
        Totp.Match(secret, Totp.CodeAt(secret, step), now, lastUsedStep: step).ShouldBeNull();
    }

    [Fact]
    public async Task With_two_steps_the_password_alone_asks_for_a_code_and_a_used_code_is_refused()
    {
        var (member, secret, _) = await Enrolled();
        (await SignIn(member).RefusedWith(401)).ShouldBe("identity/totp-required");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = Code(secret);
        await SignIn(member, code).Succeeds();
        (await SignIn(member, code).RefusedWith(401)).ShouldBe("identity/wrong-code");
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        (await SignIn(member, code).RefusedWith(401)).ShouldBe("identity/wrong-code");
        await SignIn(member, Code(secret)).Succeeds();
    }

    [Fact]
    public async Task The_code_that_confirmed_enrolment_is_used_up()
    {
        var (member, secret, _) = await Enrolled();
        (await SignIn(member, Code(secret)).RefusedWith(401)).ShouldBe("identity/wrong-code");
    }

    [Fact]
    public async Task One_code_sent_many_times_at_once_signs_in_once()
    {
        var (member, secret, _) = await Enrolled();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = Code(secret);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignIn(member, code)));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
    }

    [Fact]
    public async Task Wrong_codes_lock_like_wrong_passwords_and_the_right_password_between_them_forgives_nothing()
    {
        var (member, _, _) = await Enrolled();
        for (var i = 0; i < 5; i++)
        {
            (await SignIn(member).RefusedWith(401)).ShouldBe("identity/totp-required");
            (await SignIn(member, "000000").RefusedWith(401)).ShouldBe("identity/wrong-code");
        }
        (await SignIn(member).RefusedWith(423)).ShouldBe("identity/locked-out");
    }

    [Fact]
    public async Task A_recovery_code_helps_once()
    {
        var (member, _, codes) = await Enrolled();
        codes.Count.ShouldBe(10);
        codes.Distinct().Count().ShouldBe(10);
        await SignIn(member, codes[3].ToUpperInvariant()).Succeeds();
        (await SignIn(member, codes[3]).RefusedWith(401)).ShouldBe("identity/wrong-code");
        (await member.Browser.Get("/api/identity/me").Read<JsonObject>())["recoveryCodesLeft"]!.GetValue<int>().ShouldBe(9);
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_old_ones()
    {
        var (member, _, codes) = await Enrolled();
        var renewed = await member.Browser.Post("/api/identity/me/recovery-codes", new { password = IdentityApp.Password }).Read<JsonObject>();
        (await SignIn(member, codes[0]).RefusedWith(401)).ShouldBe("identity/wrong-code");
        await SignIn(member, renewed["recoveryCodes"]![0]!.GetValue<string>()).Succeeds();
    }

    [Fact]
    public async Task The_secret_is_kept_encrypted()
    {
        var (member, secret, _) = await Enrolled();
        var stored = await app.InDb(db => Task.FromResult(db.People.Single(p => p.Id == new PersonId(member.PersonId)).TotpSecret!));
        Convert.FromBase64String(stored).AsSpan().IndexOf(secret).ShouldBe(-1);
    }

    [Fact]
    public async Task Turning_it_on_or_off_needs_the_password_again()
    {
        var member = await app.SignUp();
        (await member.Browser.Post("/api/identity/me/totp", new { password = "wrong" }).RefusedWith(403)).ShouldBe("identity/wrong-password");
        (await member.Browser.Put("/api/identity/me/totp", new { code = "123456" }).RefusedWith(409)).ShouldBe("identity/totp-not-begun");
        var enrolled = await Enrolled();
        (await enrolled.Member.Browser.Post("/api/identity/me/totp/off", new { password = "wrong" }).RefusedWith(403)).ShouldBe("identity/wrong-password");
        (await enrolled.Member.Browser.Post("/api/identity/me/totp", new { password = IdentityApp.Password }).RefusedWith(409)).ShouldBe("identity/totp-already-on");
        await enrolled.Member.Browser.Post("/api/identity/me/totp/off", new { password = IdentityApp.Password }).Succeeds();
        await app.SignIn(enrolled.Member.Email);
    }

    [Fact]
    public async Task An_open_session_cannot_try_passwords_without_end()
    {
        var member = await app.SignUp();
        for (var i = 0; i < 5; i++) (await member.Browser.Post("/api/identity/me/totp", new { password = "wrong" }).RefusedWith(403)).ShouldBe("identity/wrong-password");
        (await member.Browser.Post("/api/identity/me/totp", new { password = IdentityApp.Password }).RefusedWith(423)).ShouldBe("identity/locked-out");
    }

    [Fact]
    public async Task The_qr_code_is_an_svg_of_the_enrolment_address()
    {
        var member = await app.SignUp();
        var begun = await member.Browser.Post("/api/identity/me/totp", new { password = IdentityApp.Password }).Read<JsonObject>();
        begun["qrSvg"]!.GetValue<string>().ShouldStartWith("<svg");
        begun["uri"]!.GetValue<string>().ShouldContain($"secret={begun["secret"]}");
    }

    private async Task<(Member Member, byte[] Secret, IReadOnlyList<string> Codes)> Enrolled()
    {
        var member = await app.SignUp();
        var begun = await member.Browser.Post("/api/identity/me/totp", new { password = IdentityApp.Password }).Read<JsonObject>();
        var secret = FromBase32(begun["secret"]!.GetValue<string>());
        var confirmed = await member.Browser.Put("/api/identity/me/totp", new { code = Code(secret) }).Read<JsonObject>();
        return (member, secret, [.. confirmed["recoveryCodes"]!.AsArray().Select(c => c!.GetValue<string>())]);
    }

    private string Code(byte[] secret) => Totp.CodeAt(secret, Totp.StepAt(app.Clock.GetUtcNow()));

    private Task<HttpResponseMessage> SignIn(Member member, string? totp = null) =>
        app.Open().Post("/api/identity/session", new { email = member.Email, password = IdentityApp.Password, totp });

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
