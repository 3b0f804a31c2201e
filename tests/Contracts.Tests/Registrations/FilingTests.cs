using TechMarket.Contracts.Registrations;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Contracts.Tests.Registrations;

public sealed class FilingTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ContractsApp app = shared.App;

    Task<CheckRegistration.Response> Check(RegistrationId id) =>
        app.As(app.Seller).GetAsync($"/api/contracts/registrations/{id}/pre-check").Read<CheckRegistration.Response>();

    [Fact]
    public async Task One_click_fills_the_form_from_contract_parties_and_achievement()
    {
        var id = await app.Started();
        var registration = await app.Registration(id);
        registration.State.ShouldBe("DRAFT");
        var form = registration.Form;
        (form.Category, form.FieldCode, form.ContractAmount, form.PaymentMode).ShouldBe(("ZR01", "05", Money.Yuan(800_000), "INSTALMENTS"));
        form.IpTypes.ShouldBe(["INVENTION_PATENT"]);
        form.IpNumbers.ShouldBe(["ZL202210123456.7"]);
        (form.SignedOn, form.StartsOn, form.EndsOn).ShouldBe((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 10), new DateOnly(2031, 3, 9)));
        (form.Seller.Name, form.Seller.CreditCode, form.Seller.Nature, form.Seller.AreaCode).ShouldBe((ContractsApp.University, "12620000438001234A", "022", "620102"));
        (form.Buyer.Name, form.Buyer.CreditCode, form.Buyer.Nature, form.Buyer.AreaCode).ShouldBe((ContractsApp.Enterprise, "91350200776049653A", "150", "620402"));
        form.SocioEconomicGoal.ShouldBeNull();
    }

    [Fact]
    public async Task Clicking_twice_at_once_opens_one_registration()
    {
        var contract = await app.Effective();
        Task<StartRegistration.Response> Click() => app.As(app.Seller).PostAsync($"/api/contracts/contracts/{contract}/registration", null).Read<StartRegistration.Response>();
        var opened = await Task.WhenAll(Click(), Click(), Click());
        opened.Select(o => o.Id).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_seller_starts_and_only_with_a_contract_in_force()
    {
        var signing = await app.ReadyToSign();
        (await app.RefusedUnchanged(() => app.As(app.Seller).PostAsync($"/api/contracts/contracts/{signing}/registration", null), 409)).ShouldBe("contracts/contract-not-effective");
        var effective = await app.Effective();
        (await app.RefusedUnchanged(() => app.As(app.Buyer).PostAsync($"/api/contracts/contracts/{effective}/registration", null), 403)).ShouldBe("platform/role-missing");
        (await app.RefusedUnchanged(() => app.As(People.Of("university", "别校", "620100", true, Roles.Publisher)).PostAsync($"/api/contracts/contracts/{effective}/registration", null), 404))
            .ShouldBe("contracts/not-found");
    }

    [Fact]
    public async Task The_pre_check_names_what_would_be_refused_with_its_source()
    {
        var id = await app.Started();
        var check = await Check(id);
        check.Blocked.ShouldBeTrue();
        check.Findings.Where(f => f.Severity == Severity.Block).Select(f => f.Field).ShouldBe(
            ["commitmentGiven", "socioEconomicGoal", "industry", "planType", "seller.legalRepresentative", "seller.contact"], ignoreOrder: true);
        check.Findings.ShouldAllBe(f => f.Zh.Length > 0 && f.En.Length > 0 && f.Source.Length > 0);
        check.Agencies.Single().Name.ShouldBe("兰州市科学技术局");
        var code = await app.RefusedUnchanged(() => app.Act(id, "submission", app.Seller, v => new SubmitRegistration.Request(v)), 409);
        code.ShouldBe("contracts/pre-check-blocks");
        await app.As(app.Seller).Put($"/api/contracts/registrations/{id}/form", ContractsApp.OpenFields((await app.Registration(id)).Version)).Succeeds();
        (await Check(id)).Blocked.ShouldBeFalse();
    }

    [Fact]
    public async Task An_expired_patent_is_blocked_and_a_restraint_is_warned_about()
    {
        var id = await app.Started(app.Deal(rights: [new IpRight("INVENTION_PATENT", "ZL1", ContractsApp.University, "失效", new DateOnly(2026, 3, 1))]));
        (await Check(id)).Findings.ShouldContain(f => f.Code == "IP_EXPIRED" && f.Severity == Severity.Block && f.Source.Contains("Rnew 12"));

        var deal = app.Deal();
        var contract = await app.Draft(deal);
        await app.As(app.Buyer).Post($"/api/contracts/contracts/{contract}/versions", new AmendContract.Request(
            1, "转让合同", [new AmendContract.ClauseText("OTHER", "受让人不得在合同标的技术基础上进行新的研究开发。")], [new AmendContract.Item("费", Money.Yuan(800_000), true)], [])).Succeeds();
        await app.Confirm(contract, app.Seller, 2).Succeeds();
        await app.Confirm(contract, app.Buyer, 2).Succeeds();
        await app.Sign(contract, app.Seller).Succeeds();
        await app.Sign(contract, app.Buyer).Succeeds();
        var started = await app.As(app.Seller).PostAsync($"/api/contracts/contracts/{contract}/registration", null).Read<StartRegistration.Response>();
        var findings = (await Check(new RegistrationId(started.Id))).Findings;
        var restraint = findings.Single(f => f.Code == "UNLAWFUL_RESTRAINT");
        restraint.Quote!.ShouldContain("不得在合同标的技术基础上");
        restraint.Source.ShouldContain("SPC 10");
    }

    [Fact]
    public async Task A_licence_does_not_outlive_the_patent()
    {
        var id = await app.Started(app.Deal(category: "XK01", rights: [new IpRight("INVENTION_PATENT", "ZL1", ContractsApp.University, "有效", new DateOnly(2030, 1, 1))]));
        (await Check(id)).Findings.ShouldContain(f => f.Code == "LICENCE_OUTLIVES_RIGHT" && f.Severity == Severity.Block);
    }

    [Fact]
    public async Task A_filing_goes_to_the_nearest_agency_and_the_others_hear_it()
    {
        var id = await app.Submitted();
        var registration = await app.Registration(id);
        (registration.State, registration.AgencyName).ShouldBe(("SUBMITTED", "兰州市科学技术局"));
        registration.Clock.DueAt.ShouldBeNull();
        (await app.Published<RegistrationChanged>()).Last(f => f.RegistrationId == id.Value).Status.ShouldBe("SUBMITTED");
    }

    [Theory]
    [InlineData("620102", new[] { "620102", "620100", "620000" })]
    [InlineData("620403", new[] { "620000" })]
    [InlineData("110105", new string[0])]
    [InlineData(null, new string[0])]
    public void The_nearest_competent_agency_comes_first(string? seat, string[] agencies)
    {
        OrganisationChanged Bureau(string area, bool verified = true) => new(Guid.CreateVersion7(), 1, area, OrganisationKinds.Bureau, null, null, area, false, verified, app.Clock.GetUtcNow());
        var known = new[] { Bureau("620000"), Bureau("620102"), Bureau("620100"), Bureau("620100", verified: false), Bureau("210000") }.Select(Contracts.Organisations.Organisation.From);
        Contracts.Organisations.Competence.AgenciesFor(seat, known).Select(a => a.AreaCode).ShouldBe(agencies);
    }

    [Fact]
    public async Task A_stale_form_an_unknown_code_and_a_stranger_are_refused()
    {
        var id = await app.Started();
        var version = (await app.Registration(id)).Version;
        Task<HttpResponseMessage> Fill(FillRegistration.Request request, Caller? by = null) => app.As(by ?? app.Seller).Put($"/api/contracts/registrations/{id}/form", request);
        (await app.RefusedUnchanged(() => Fill(ContractsApp.OpenFields(version) with { PlanType = "SECRET" }), 409)).ShouldBe("contracts/code-unknown");
        (await app.RefusedUnchanged(() => Fill(ContractsApp.OpenFields(version), app.Buyer), 404)).ShouldBe("contracts/registration-not-found");
        await Fill(ContractsApp.OpenFields(version)).Succeeds();
        (await app.RefusedUnchanged(() => Fill(ContractsApp.OpenFields(version)), 409)).ShouldBe("platform/changed-meanwhile");
        (await app.As(People.Of("enterprise")).GetAsync($"/api/contracts/registrations/{id}").RefusedWith(404)).ShouldBe("contracts/registration-not-found");
        (await app.As(app.Registrar).GetAsync($"/api/contracts/registrations/{id}").RefusedWith(404)).ShouldBe("contracts/registration-not-found");
    }

    [Fact]
    public async Task A_contract_returned_for_correction_is_amended_and_its_filing_follows()
    {
        var id = await app.Taken();
        await app.Act(id, "return", app.Registrar, v => new ReturnRegistration.Request(v, [new("NOT_ITEMISED")])).Succeeds();
        var contract = new ContractId((await app.Registration(id)).ContractId);
        await app.As(app.Buyer).Post($"/api/contracts/contracts/{contract}/versions", new AmendContract.Request(
            1, "转让合同(补正)", [], [new AmendContract.Item("技术费", Money.Yuan(700_000), true), new AmendContract.Item("设备", Money.Yuan(100_000), false, Reason: "配套")], [])).Succeeds();
        (await app.Registration(id)).ContractVersion.ShouldBe(1);
        await app.Confirm(contract, app.Seller, 2).Succeeds();
        await app.Confirm(contract, app.Buyer, 2).Succeeds();
        await app.Sign(contract, app.Seller).Succeeds();
        await app.Sign(contract, app.Buyer).Succeeds();
        var renewed = await app.Registration(id);
        (renewed.ContractVersion, renewed.Title, renewed.TechnicalAmount, renewed.Form.SocioEconomicGoal, renewed.Form.Seller.Contact).ShouldBe(
            (2, "转让合同(补正)", Money.Yuan(700_000), "10", "李老师"));
        await app.Act(id, "submission", app.Seller, v => new SubmitRegistration.Request(v)).Succeeds();
    }

    [Fact]
    public async Task A_contract_on_file_is_not_amended_before_its_registration_is_changed()
    {
        var id = await app.Submitted();
        var contract = new ContractId((await app.Registration(id)).ContractId);
        var code = await app.RefusedUnchanged(
            () => app.As(app.Buyer).Post($"/api/contracts/contracts/{contract}/versions", new AmendContract.Request(1, "改名", [], [new AmendContract.Item("费", Money.Yuan(800_000), true)], [])), 409);
        code.ShouldBe("contracts/registration-open");
    }
}
