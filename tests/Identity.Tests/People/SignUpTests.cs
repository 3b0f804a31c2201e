using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Testing;

namespace TechMarket.Identity.Tests.People;

public sealed class SignUpTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private const string Url = "/api/identity/people";

    [Fact]
    public async Task The_same_sign_up_sent_twice_is_one_account()
    {
        var request = Request(email: "twice@people.test");
        await app.As().Post(Url, request).Succeeds();
        var before = await app.Fingerprint();
        await app.As().Post(Url, request).Succeeds();
        (await app.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task Another_content_under_the_same_id_is_refused()
    {
        var id = Guid.CreateVersion7();
        await app.As().Post(Url, Request(id, "first@people.test")).Succeeds();
        (await app.As().Post(Url, Request(id, "second@people.test")).RefusedWith(409)).ShouldBe("identity/id-reused");
    }

    [Fact]
    public async Task An_address_that_has_an_account_is_answered_the_same_and_its_owner_is_told()
    {
        await app.As().Post(Url, Request(email: "Once@People.test")).Succeeds();
        var (fresh, taken) = (Request(email: "fresh@people.test"), Request(email: "once@people.TEST", password: "another-Horse-8-battery"));
        using var toFresh = await app.As().Post(Url, fresh);
        using var toTaken = await app.As().Post(Url, taken);
        ((int)toTaken.StatusCode, toTaken.Headers.Location).ShouldBe(((int)toFresh.StatusCode, toFresh.Headers.Location));
        var (one, other) = (await toFresh.Content.ReadFromJsonAsync<JsonObject>(), await toTaken.Content.ReadFromJsonAsync<JsonObject>());
        other!.Select(p => p.Key).ShouldBe(one!.Select(p => p.Key));
        (other!["name"]!.GetValue<string>(), other["email"]!.GetValue<string>()).ShouldBe(("张三", "once@people.TEST"));

        var people = await app.InDb(db => db.People.Where(p => p.EmailKey == "once@people.test").ToListAsync());
        var owner = people.ShouldHaveSingleItem();
        (await app.Published<SignUpRepeated>()).Count(f => f.PersonId == owner.Id.Value).ShouldBe(1);
        (await app.SignIn("once@people.test")).PersonId.ShouldBe(owner.Id.Value);
        (await app.Open().Post("/api/identity/session", new { email = "once@people.test", password = "another-Horse-8-battery" }).RefusedWith(401)).ShouldBe("identity/wrong-credentials");
    }

    [Fact]
    public async Task Two_who_want_the_same_address_at_once_get_one_account()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.As().Post(Url, Request(email: "race@people.test"))));
        answers.ShouldAllBe(a => a.IsSuccessStatusCode);
        (await app.InDb(db => db.People.CountAsync(p => p.EmailKey == "race@people.test"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_weak_password_is_refused_with_the_reason()
    {
        var before = await app.Fingerprint();
        (await app.As().Post(Url, Request(password: "password2026!")).RefusedWith(400)).ShouldBe("identity/weak-password");
        (await app.As().Post(Url, Request(email: "not an address")).RefusedWith(400)).ShouldBe("platform/invalid");
        (await app.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task The_password_is_stored_as_a_hash()
    {
        await app.As().Post(Url, Request(email: "hashed@people.test")).Succeeds();
        var hash = await app.InDb(db => Task.FromResult(db.People.Single(p => p.Email == "hashed@people.test").PasswordHash));
        hash.ShouldNotContain(IdentityApp.Password);
        hash.Length.ShouldBeGreaterThan(60);
    }

    private static object Request(Guid? id = null, string? email = null, string password = IdentityApp.Password) =>
        new { id = id ?? Guid.CreateVersion7(), name = "张三", email = email ?? $"{Guid.CreateVersion7():N}@people.test", password, language = "zh" };
}
