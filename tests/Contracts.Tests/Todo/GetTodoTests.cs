using TechMarket.Contracts.Todo;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Contracts.Tests.Todo;

public sealed class GetTodoTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ContractsApp app = shared.App;

    async Task<string[]> Kinds(Caller caller, string number) =>
        [.. (await app.As(caller).GetAsync("/api/contracts/todo").Read<GetTodo.Response>()).Items.Where(i => i.Number == number).Select(i => i.Kind)];

    [Fact]
    public async Task Each_sees_what_waits_for_them_step_by_step()
    {
        var id = await app.Draft(app.Deal(1_500_000));
        var number = (await app.Contract(id)).Number;
        (await Kinds(app.Seller, number)).ShouldBe(["contracts-confirm"]);
        (await Kinds(app.Buyer, number)).ShouldBe(["contracts-confirm"]);
        await app.Confirm(id, app.Seller).Succeeds();
        (await Kinds(app.Seller, number)).ShouldBeEmpty();
        await app.Confirm(id, app.Buyer).Succeeds();
        (await Kinds(app.Seller, number)).ShouldBe(["contracts-sign"]);
        (await Kinds(app.Seller.Colleague(Roles.Publisher), number)).ShouldBeEmpty();
        await app.Sign(id, app.Seller).Succeeds();
        await app.Sign(id, app.Buyer).Succeeds();
        (await Kinds(app.Seller, number)).ShouldBe(["contracts-register"]);
        (await Kinds(app.Buyer, number)).ShouldBeEmpty();
        await app.Pay(id, 100_000, "P-1").Succeeds();
        (await Kinds(app.Buyer, number)).ShouldBe(["contracts-payment-confirm"]);
        var registration = new Contracts.Registrations.RegistrationId(
            (await app.As(app.Seller).PostAsync($"/api/contracts/contracts/{id}/registration", null).Read<Contracts.Registrations.StartRegistration.Response>()).Id);
        (await Kinds(app.Seller, number)).ShouldBe(["contracts-registration-submit"]);
        (await Kinds(app.Registrar, number)).ShouldBeEmpty();
        await app.As(app.Seller).Put($"/api/contracts/registrations/{registration}/form", ContractsApp.OpenFields((await app.Registration(registration)).Version)).Succeeds();
        await app.Act(registration, "submission", app.Seller, v => new Contracts.Registrations.SubmitRegistration.Request(v)).Succeeds();
        (await Kinds(app.Registrar, number)).ShouldBe(["contracts-registration-take"]);
        await app.Take(registration).Succeeds();
        (await Kinds(app.Registrar, number)).ShouldBe(["contracts-registration-review"]);
        (await Kinds(app.Second, number)).ShouldBeEmpty();
        await app.Review(registration).Succeeds();
        await app.Approve(registration).Succeeds();
        (await Kinds(app.Registrar, number)).ShouldBeEmpty();
        (await Kinds(app.Second, number)).ShouldBe(["contracts-registration-confirm"]);
    }
}
