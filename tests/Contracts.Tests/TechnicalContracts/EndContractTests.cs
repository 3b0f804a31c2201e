using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Contracts.Tests.TechnicalContracts;

public sealed class EndContractTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ContractsApp app = shared.App;

    Task<HttpResponseMessage> Void(ContractId id, Caller caller) => app.As(caller).Post($"/api/contracts/contracts/{id}/void", new VoidContract.Request("资金未落实"));

    Task<HttpResponseMessage> Terminate(ContractId id, Caller caller) => app.As(caller).Post($"/api/contracts/contracts/{id}/termination", new TerminateContract.Request("协商解除"));

    Task<HttpResponseMessage> Complete(ContractId id, Caller caller) => app.As(caller).PostAsync($"/api/contracts/contracts/{id}/completion", null);

    [Fact]
    public async Task A_contract_not_in_force_can_be_given_up_and_the_others_hear_it()
    {
        var id = await app.ReadyToSign();
        await Void(id, app.Buyer).Succeeds();
        (await app.Contract(id)).State.ShouldBe("VOID");
        (await app.Published<ContractEnded>()).Single(f => f.ContractId == id.Value).Outcome.ShouldBe("VOID");
        (await app.RefusedUnchanged(() => app.Sign(id, app.Seller), 409)).ShouldBe("contracts/wrong-state");
    }

    [Fact]
    public async Task A_contract_in_force_ends_only_when_both_want_it()
    {
        var id = await app.Effective();
        (await app.RefusedUnchanged(() => Void(id, app.Buyer), 409)).ShouldBe("contracts/wrong-state");
        (await Terminate(id, app.Buyer).Read<TerminateContract.Response>()).Terminated.ShouldBeFalse();
        (await Terminate(id, app.Buyer).Read<TerminateContract.Response>()).Terminated.ShouldBeFalse();
        (await app.Contract(id)).State.ShouldBe("EFFECTIVE");
        (await Terminate(id, app.Seller).Read<TerminateContract.Response>()).Terminated.ShouldBeTrue();
        (await app.Published<ContractEnded>()).Single(f => f.ContractId == id.Value).Outcome.ShouldBe("TERMINATED");
    }

    [Fact]
    public async Task The_buyer_accepts_the_work_and_the_seller_cannot()
    {
        var id = await app.Effective();
        (await app.RefusedUnchanged(() => Complete(id, app.Seller), 403)).ShouldBe("platform/role-missing");
        await Complete(id, app.Buyer).Succeeds();
        (await app.Contract(id)).State.ShouldBe("COMPLETED");
    }

    /// <summary>From every state, every event: what is not listed is refused. A signature that was given is answered as it was.</summary>
    [Theory]
    [InlineData("Draft", "amend confirm void")]
    [InlineData("InternalReview", "amend confirm void")]
    [InlineData("Signing", "amend confirm sign void")]
    [InlineData("Effective", "amend pay complete terminate sign")]
    [InlineData("Performing", "amend pay complete terminate sign")]
    [InlineData("Amended", "amend confirm pay terminate")]
    [InlineData("Completed", "pay sign")]
    [InlineData("Terminated", "sign")]
    [InlineData("Void", "")]
    public void A_state_takes_only_the_events_it_lists(string state, string listed)
    {
        foreach (var (name, happen) in Events)
        {
            var contract = In(Enum.Parse<ContractState>(state));
            var refusal = Record.Exception(() => happen(contract));
            if (listed.Split(' ').Contains(name)) refusal.ShouldBeNull($"{name} in {state}");
            else ((ProblemException)refusal.ShouldNotBeNull($"{name} in {state}")).Code.ShouldBe("contracts/wrong-state", $"{name} in {state}");
        }
    }

    static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    static readonly ContractContent Content = new("合同", [], [new LineItem("费", Money.Yuan(100), true)], [], null);

    static readonly (string Name, Action<Contract> Happen)[] Events =
    [
        ("amend", c => c.Amend(c.Version, Content, Content, Now)),
        ("confirm", c => c.Confirm(Side.Seller, c.Version, Guid.Empty, "", Now)),
        ("sign", c => Sign(c, Side.Seller)),
        ("void", c => c.MakeVoid(Now)),
        ("pay", c => c.PaymentConfirmed(Now)),
        ("complete", c => c.CompletePerformance(Now)),
        ("terminate", c => c.Terminate(Side.Buyer, "", "", Now)),
    ];

    static Contract In(ContractState state)
    {
        var party = new Party(Guid.CreateVersion7(), "", "", null, null, null);
        var deal = new ContractsApp().Deal(100, milestones: []);
        var c = Contract.Draft(new ContractId(Guid.CreateVersion7()), "HT", deal, party, party with { OrganisationId = Guid.CreateVersion7() }, "合同", Now, Now);
        if (state == ContractState.Draft) return c;
        if (state == ContractState.Void)
        {
            c.MakeVoid(Now);
            return c;
        }
        c.Confirm(Side.Buyer, 1, Guid.Empty, "", Now);
        if (state == ContractState.InternalReview) return c;
        c.Confirm(Side.Seller, 1, Guid.Empty, "", Now);
        if (state == ContractState.Signing) return c;
        Sign(c, Side.Seller);
        Sign(c, Side.Buyer);
        if (state == ContractState.Performing) c.PaymentConfirmed(Now);
        if (state == ContractState.Amended) c.Amend(1, Content, Content, Now);
        if (state == ContractState.Completed) c.CompletePerformance(Now);
        if (state == ContractState.Terminated)
        {
            c.Terminate(Side.Buyer, "", "", Now);
            c.Terminate(Side.Seller, "", "", Now);
        }
        c.State.ShouldBe(state);
        return c;
    }

    static void Sign(Contract c, Side side) => c.Sign(new Signature(side, c.Version, "h", Guid.Empty, "", Guid.Empty, "", "p", Now), "h");
}
