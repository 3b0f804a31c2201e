using System.Text;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Rules;
using TechMarket.Testing;

namespace TechMarket.Contracts.Tests.TechnicalContracts;

public sealed class AmendContractTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ContractsApp app = shared.App;

    static readonly AmendContract.Item Technology = new("技术转让费", Money.Yuan(700_000), true);
    static readonly AmendContract.Item Equipment = new("试验装置", Money.Yuan(100_000), false, CarrierKind.EquipmentSet, 4, "中试用");

    static AmendContract.Request Change(int version, IReadOnlyList<AmendContract.Item> items, string? clause = null, IReadOnlyList<AmendContract.Milestone>? milestones = null) =>
        new(version, "耐高温合金制备方法转让合同", clause is null ? [] : [new AmendContract.ClauseText("ACCEPTANCE", clause), new AmendContract.ClauseText("PRICE", "改价")], items, milestones ?? [], "兰州");

    Task<HttpResponseMessage> Amend(ContractId id, AmendContract.Request request, TechMarket.Platform.Security.Caller? by = null) =>
        app.As(by ?? app.Buyer).Post($"/api/contracts/contracts/{id}/versions", request);

    [Fact]
    public async Task An_amendment_makes_a_new_version_and_takes_confirmations_back()
    {
        var id = await app.Draft();
        await app.Confirm(id, app.Seller).Succeeds();
        var first = await app.Contract(id);
        first.State.ShouldBe("INTERNAL_REVIEW");
        var answer = await Amend(id, Change(1, [Technology, Equipment], "以第三方检测报告为准。")).Read<AmendContract.Response>();
        answer.Version.ShouldBe(2);
        var second = await app.Contract(id);
        second.State.ShouldBe("DRAFT");
        second.Confirmations.ShouldBeEmpty();
        second.DocumentSha256.ShouldNotBe(first.DocumentSha256);
        second.Content.Clauses.Single(c => c.Code == "ACCEPTANCE").Text.ShouldBe("以第三方检测报告为准。");
        second.Content.Clauses.Single(c => c.Code == "PRICE").Text.ShouldContain("800,000.00");
        second.Content.Clauses.Single(c => c.Code == "PROJECT").Text.ShouldContain("耐高温合金制备方法转让合同");
        // Four sets of equipment, two of them count as carriers: half of 100 000 is not technical.
        second.Amounts.NonTechAmount.ShouldBe(Money.Yuan(50_000));
        second.Amounts.TechnicalAmount.ShouldBe(Money.Yuan(750_000));
    }

    [Theory]
    [InlineData(700_000, "contracts/items-do-not-add-up")]
    [InlineData(800_000.01, "contracts/items-do-not-add-up")]
    [InlineData(0, "contracts/items-do-not-add-up")]
    public async Task Items_that_do_not_add_up_to_the_price_are_refused(decimal amount, string code)
    {
        var id = await app.Draft();
        (await app.RefusedUnchanged(() => Amend(id, Change(1, [new("技术转让费", Money.Yuan(amount), true)])), 409)).ShouldBe(code);
    }

    [Fact]
    public async Task Milestones_of_a_fixed_price_add_up_to_it()
    {
        var id = await app.Draft();
        var code = await app.RefusedUnchanged(() => Amend(id, Change(1, [Technology, Equipment], milestones: [new("首付", Money.Yuan(100_000))])), 409);
        code.ShouldBe("contracts/milestones-do-not-add-up");
    }

    [Fact]
    public async Task Another_currency_is_refused()
    {
        var id = await app.Draft();
        (await app.RefusedUnchanged(() => Amend(id, Change(1, [new("fee", new Money(800_000, "USD"), true)])), 409)).ShouldBe("contracts/currency-differs");
    }

    [Fact]
    public async Task A_change_that_starts_from_an_older_version_is_refused()
    {
        var id = await app.Draft();
        await Amend(id, Change(1, [Technology, Equipment])).Succeeds();
        (await app.RefusedUnchanged(() => Amend(id, Change(1, [Technology, Equipment]), app.Seller), 409)).ShouldBe("contracts/version-stale");
    }

    [Fact]
    public async Task Two_changes_from_the_same_version_at_once_make_one_new_version()
    {
        var id = await app.Draft();
        var answers = await Task.WhenAll(Amend(id, Change(1, [Technology, Equipment])), Amend(id, Change(1, [Technology, Equipment]), app.Seller));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        (await app.Contract(id)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_version_somebody_has_signed_is_fixed()
    {
        var id = await app.ReadyToSign();
        await app.Sign(id, app.Buyer).Succeeds();
        (await app.RefusedUnchanged(() => Amend(id, Change(1, [Technology, Equipment])), 409)).ShouldBe("contracts/version-signed");
    }

    [Fact]
    public async Task A_contract_in_force_is_amended_by_a_further_version_that_all_sign()
    {
        var id = await app.Effective();
        await Amend(id, Change(1, [Technology, Equipment])).Succeeds();
        var amended = await app.Contract(id);
        (amended.State, amended.Version, amended.EffectiveVersion).ShouldBe(("AMENDED", 2, 1));
        await app.Confirm(id, app.Seller, 2).Succeeds();
        (await app.Sign(id, app.Seller).RefusedWith(409)).ShouldBe("contracts/wrong-state");
        await app.Confirm(id, app.Buyer, 2).Succeeds();
        await app.Sign(id, app.Seller).Succeeds();
        await app.Sign(id, app.Buyer).Succeeds();
        var signed = await app.Contract(id);
        (signed.State, signed.EffectiveVersion).ShouldBe(("EFFECTIVE", 2));
        (await app.Published<ContractEffective>()).Count(f => f.ContractId == id.Value).ShouldBe(1);
    }

    [Fact]
    public async Task Others_see_no_contract_and_readers_without_a_role_write_nothing()
    {
        var id = await app.Draft();
        var stranger = People.Of("enterprise", "别家", "620100", true, "purchaser");
        (await app.RefusedUnchanged(() => Amend(id, Change(1, [Technology, Equipment]), stranger), 404)).ShouldBe("contracts/not-found");
        (await app.As(stranger).GetAsync($"/api/contracts/contracts/{id}").RefusedWith(404)).ShouldBe("contracts/not-found");
        (await app.RefusedUnchanged(() => Amend(id, Change(1, [Technology, Equipment]), app.Buyer.Colleague("finance")), 403)).ShouldBe("platform/role-missing");
    }

    [Fact]
    public async Task Versions_can_be_read_side_by_side_and_the_list_shows_the_contract_to_both()
    {
        var id = await app.Draft();
        await Amend(id, Change(1, [Technology, Equipment], "以第三方检测报告为准。")).Succeeds();
        var one = await app.As(app.Seller).GetAsync($"/api/contracts/contracts/{id}/versions/1").Read<GetVersion.Response>();
        var two = await app.As(app.Seller).GetAsync($"/api/contracts/contracts/{id}/versions/2").Read<GetVersion.Response>();
        one.AuthorName.ShouldBeNull();
        two.AuthorOrganisation.ShouldBe(ContractsApp.Enterprise);
        one.Content.LineItems.Count.ShouldBe(1);
        two.Content.LineItems.Count.ShouldBe(2);
        var list = await app.As(app.Buyer).GetAsync("/api/contracts/contracts?state=DRAFT&size=100").Read<ListContracts.Response>();
        list.Items.Single(i => i.Id == id.Value).MySide.ShouldBe("BUYER");
    }

    [Fact]
    public async Task The_text_shown_is_the_text_hashed_and_what_people_typed_is_escaped()
    {
        var id = await app.Draft(app.Deal(title: "<script>alert(1)</script>合金&\"工艺\""));
        await Amend(id, new AmendContract.Request(1, "<b>转让</b>", [new("ACCEPTANCE", "<img src=x onerror=alert(1)>")], [Technology, Equipment], [], "<i>兰州</i>")).Succeeds();
        var contract = await app.Contract(id);
        var html = await app.As(app.Seller).GetStringAsync($"/api/contracts/contracts/{id}/versions/2/document");
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(html))).ShouldBe(contract.DocumentSha256);
        html.ShouldNotContain("<script>");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<i>兰州");
        html.ShouldContain("&lt;b&gt;转让&lt;/b&gt;");
    }
}
