using TechMarket.Contracts.Registrations;
using TechMarket.Testing;

namespace TechMarket.Contracts.Tests.Registrations;

public sealed class NumberingTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ContractsApp app = shared.App;

    async Task<List<int>> Serials() =>
        [.. (await app.InDb(db => Task.FromResult(db.Registrations.Where(r => r.Number != null).Select(r => r.Number!).ToList()))).Select(n => int.Parse(n[^6..])).Order()];

    [Fact]
    public async Task Numbers_have_no_gaps_after_failures_and_in_parallel()
    {
        var before = (await Serials()).Count;
        // A number that was drawn in a transaction that then failed goes back.
        var taken = await app.Reviewed();
        await app.Act(taken, "approval", app.Registrar, v => new ApproveRegistration.Request(v, "2026620100000777")).Succeeds();
        var failing = await app.Reviewed();
        (await app.Act(failing, "approval", app.Registrar, v => new ApproveRegistration.Request(v, "2026620100000777")).RefusedWith(409)).ShouldBe("contracts/national-number-used");
        var ready = new List<RegistrationId> { failing };
        for (var i = 0; i < 5; i++) ready.Add(await app.Reviewed());
        var answers = await Task.WhenAll(ready.Select(id => app.Approve(id)));
        answers.ShouldAllBe(a => a.IsSuccessStatusCode);
        (await Serials()).ShouldBe(Enumerable.Range(1, before + 7));
    }

    [Fact]
    public async Task Two_registrars_at_once_give_one_number()
    {
        var id = await app.Reviewed(app.Deal(2_000_000));
        await app.Approve(id).Succeeds();
        var third = app.Registrar.Colleague("registrar");
        var version = (await app.Registration(id)).Version;
        var before = await Serials();
        var answers = await Task.WhenAll(
            new[] { app.Second, third }.Select(r => app.As(r).Post($"/api/contracts/registrations/{id}/second-approval", new ConfirmRegistration.Request(version))));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        (await Serials()).Count.ShouldBe(before.Count + 1);
        (await app.Published<Messages.ContractRegistered>()).Count(f => f.RegistrationId == id.Value).ShouldBe(1);
    }
}
