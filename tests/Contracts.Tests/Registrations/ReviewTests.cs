using TechMarket.Contracts.Registrations;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Testing;

namespace TechMarket.Contracts.Tests.Registrations;

public sealed class ReviewTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ContractsApp app = shared.App;

    static ItemAmounts.Item Item(decimal amount, bool technical, CarrierKind? carrier = null, int quantity = 1, int? accepted = null, string? reason = "用于中试") =>
        new("项目", Money.Yuan(amount), technical, carrier, quantity, accepted, reason);

    [Fact]
    public async Task Taking_accepts_the_filing_and_starts_the_clock_once()
    {
        var id = await app.Submitted();
        app.Clock.Advance(TimeSpan.FromDays(1));
        var taken = await app.Take(id).Read<TakeRegistration.Response>();
        taken.State.ShouldBe("FIRST_REVIEW");
        // 30 days under the Measures of 2000, the last one to midnight in China.
        var due = ChinaTime.EndOf(ChinaTime.DayOf(app.Clock.GetUtcNow()).AddDays(30));
        taken.DueAt.ShouldBe(due);
        (await app.Published<RegistrationChanged>()).Last(f => f.RegistrationId == id.Value).ShouldSatisfyAllConditions(f => f.Status.ShouldBe("ACCEPTED"), f => f.DueAt.ShouldBe(due));
        await app.Act(id, "release", app.Registrar, v => new ReleaseRegistration.Request(v)).Succeeds();
        app.Clock.Advance(TimeSpan.FromDays(2));
        (await app.Take(id, app.Second).Read<TakeRegistration.Response>()).DueAt.ShouldBe(due);
        app.Clock.Set(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Two_registrars_taking_at_once_give_one_case()
    {
        var id = await app.Submitted();
        var version = (await app.Registration(id)).Version;
        var answers = await Task.WhenAll(new[] { app.Registrar, app.Second }.Select(r => app.As(r).Post($"/api/contracts/registrations/{id}/take", new TakeRegistration.Request(version))));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
    }

    [Fact]
    public async Task A_registrar_of_a_party_or_of_another_area_cannot_judge()
    {
        var id = await app.Submitted();
        var ofParty = app.Registrar with { PersonId = Guid.CreateVersion7(), Organisation = app.Seller.OrganisationId };
        (await app.RefusedUnchanged(() => app.Take(id, ofParty), 403)).ShouldBe("contracts/registrar-is-party");
        (await app.RefusedUnchanged(() => app.Take(id, app.Registrar with { AreaCode = "620400" }), 404)).ShouldBe("contracts/registration-not-found");
        (await app.RefusedUnchanged(() => app.Take(id, app.Registrar with { Roles = new HashSet<string> { Roles.Reviewer } }), 403)).ShouldBe("platform/role-missing");
        (await app.RefusedUnchanged(() => app.Take(id, app.Seller), 403)).ShouldBe("platform/role-missing");
    }

    [Fact]
    public async Task The_server_computes_both_amounts_from_the_items()
    {
        var id = await app.Taken();
        ItemAmounts.Item[] items = [Item(600_000, true), Item(100_000, false), Item(100_000, false, CarrierKind.EquipmentSet, 4)];
        var live = await app.As(app.Registrar).Post($"/api/contracts/registrations/{id}/amounts", new ItemAmounts.Request(items)).Read<ItemAmounts.Response>();
        (live.NonTechAmount, live.TechnicalAmount).ShouldBe((Money.Yuan(150_000), Money.Yuan(650_000)));
        items[2] = items[2] with { AcceptedQuantity = 1 };
        var saved = await app.Review(id, items: items).Read<ReviewRegistration.Response>();
        (saved.ContractAmount, saved.NonTechAmount, saved.TechnicalAmount).ShouldBe((Money.Yuan(800_000), Money.Yuan(175_000), Money.Yuan(625_000)));
        saved.SecondPersonNeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task Amounts_that_do_not_add_up_and_items_without_a_reason_are_refused()
    {
        var id = await app.Taken();
        (await app.RefusedUnchanged(() => app.Review(id, items: [Item(799_999.99m, true)]), 409)).ShouldBe("contracts/items-do-not-add-up");
        (await app.RefusedUnchanged(() => app.Review(id, items: [Item(800_000, true), Item(0.01m, false)]), 409)).ShouldBe("contracts/items-do-not-add-up");
        (await app.RefusedUnchanged(() => app.Review(id, items: [Item(700_000, true), Item(100_000, false, reason: " ")]), 409)).ShouldBe("contracts/reason-needed");
        (await app.RefusedUnchanged(() => app.Review(id, app.Second), 409)).ShouldBe("contracts/not-your-case");
    }

    [Fact]
    public async Task Every_test_of_the_category_has_to_pass_before_it_is_accepted()
    {
        var id = await app.Taken();
        (await app.RefusedUnchanged(() => app.Approve(id), 409)).ShouldBe("contracts/tests-open");
        await app.Review(id, failed: "ZR4").Succeeds();
        (await app.RefusedUnchanged(() => app.Approve(id), 409)).ShouldBe("contracts/tests-open");
        await app.Review(id).Succeeds();
        await app.Approve(id).Succeeds();
        (await app.Registration(id)).State.ShouldBe("REGISTERED");
    }

    [Fact]
    public async Task Above_the_threshold_a_second_and_different_person_confirms()
    {
        var id = await app.Reviewed(app.Deal(1_000_000));
        var approved = await app.Approve(id).Read<ApproveRegistration.Response>();
        (approved.State, approved.Number).ShouldBe(("SECOND_REVIEW", null));
        (await app.RefusedUnchanged(() => app.ConfirmSecond(id, app.Registrar), 409)).ShouldBe("contracts/same-registrar");
        await app.Act(id, "send-back", app.Second, v => new SendBackRegistration.Request(v, "请核对年费")).Succeeds();
        (await app.Registration(id)).State.ShouldBe("FIRST_REVIEW");
        await app.Approve(id).Succeeds();
        var confirmed = await app.ConfirmSecond(id).Read<ConfirmRegistration.Response>();
        confirmed.Number.ShouldMatch("^2026620100[0-9]{6}$");
        var registration = await app.Registration(id);
        (registration.State, registration.SecondRegistrar).ShouldBe(("REGISTERED", app.Second.PersonName));
        var fact = (await app.Published<ContractRegistered>()).Single(f => f.RegistrationId == id.Value);
        (fact.RegistrationNumber, fact.ContractAmount, fact.TechnicalAmount, fact.Category, fact.FieldCode).ShouldBe(
            (confirmed.Number, Money.Yuan(1_000_000), Money.Yuan(1_000_000), "ZR01", "05"));
    }

    [Fact]
    public async Task Corrections_go_back_with_reasons_and_restart_the_clock()
    {
        var id = await app.Taken();
        (await app.RefusedUnchanged(() => app.Act(id, "return", app.Registrar, v => new ReturnRegistration.Request(v, [new("NO_SUCH")])), 409)).ShouldBe("contracts/code-unknown");
        await app.Act(id, "return", app.Registrar, v => new ReturnRegistration.Request(v, [new("IP_PROOF_MISSING", "缺专利证书")])).Succeeds();
        var returned = await app.Registration(id);
        (returned.State, returned.Clock.DueAt).ShouldBe(("RETURNED_FOR_CORRECTION", null));
        returned.Corrections.Single().Note.ShouldBe("缺专利证书");
        returned.CorrectBy.ShouldBe(ChinaTime.EndOf(new DateOnly(2026, 4, 1)));
        app.Clock.Advance(TimeSpan.FromDays(5));
        await app.Act(id, "submission", app.Seller, v => new SubmitRegistration.Request(v)).Succeeds();
        var due = ChinaTime.EndOf(new DateOnly(2026, 4, 6));
        (await app.Registration(id)).Clock.DueAt.ShouldBe(due);
        app.Clock.Advance(TimeSpan.FromDays(1));
        (await app.Take(id).Read<TakeRegistration.Response>()).DueAt.ShouldBe(due);
        app.Clock.Set(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_refusal_has_a_reason_code_and_may_be_reviewed_by_another_person()
    {
        var id = await app.Taken();
        (await app.RefusedUnchanged(() => app.Act(id, "refusal", app.Registrar, v => new RefuseRegistration.Request(v, "WHY", "理由")), 409)).ShouldBe("contracts/code-unknown");
        await app.Act(id, "refusal", app.Registrar, v => new RefuseRegistration.Request(v, "NOT_TECHNICAL", "属于设备买卖")).Succeeds();
        var fact = (await app.Published<RegistrationChanged>()).Last(f => f.RegistrationId == id.Value);
        (fact.Status, fact.ReasonCode, fact.Reason).ShouldBe(("REFUSED", "NOT_TECHNICAL", "属于设备买卖"));
        await app.Act(id, "review-request", app.Seller, v => new RequestReview.Request(v, "标的为技术方案")).Succeeds();
        (await app.RefusedUnchanged(() => app.Act(id, "review-decision", app.Registrar, v => new DecideReview.Request(v, false, "再审")), 409)).ShouldBe("contracts/same-registrar");
        await app.Act(id, "review-decision", app.Second, v => new DecideReview.Request(v, false, "重新认定")).Succeeds();
        (await app.Registration(id)).State.ShouldBe("ACCEPTED");
    }

    [Fact]
    public async Task A_refused_contract_may_be_filed_anew_but_not_twice()
    {
        var id = await app.Taken();
        await app.Act(id, "refusal", app.Registrar, v => new RefuseRegistration.Request(v, "OTHER", "材料矛盾")).Succeeds();
        var contract = (await app.Registration(id)).ContractId;
        await app.As(app.Seller).PostAsync($"/api/contracts/contracts/{contract}/registration", null).Succeeds();
        (await app.RefusedUnchanged(() => app.Act(id, "review-request", app.Seller, v => new RequestReview.Request(v, "复核")), 409)).ShouldBe("contracts/registration-open");
    }

    [Fact]
    public async Task Only_what_has_ended_is_cancelled_and_then_it_counts_no_longer()
    {
        var id = await app.Registered();
        var contract = (await app.Registration(id)).ContractId;
        (await app.RefusedUnchanged(() => app.Act(id, "cancellation", app.Registrar, v => new CancelRegistration.Request(v, "注销")), 409)).ShouldBe("contracts/contract-still-runs");
        foreach (var party in new[] { app.Seller, app.Buyer })
            await app.As(party).Post($"/api/contracts/contracts/{contract}/termination", new Contracts.TechnicalContracts.TerminateContract.Request("协商解除")).Succeeds();
        await app.Act(id, "cancellation", app.Registrar, v => new CancelRegistration.Request(v, "合同解除")).Succeeds();
        (await app.InDb(db => Task.FromResult(db.Turnover.Count(t => t.RegistrationId == id)))).ShouldBe(0);
    }

    [Fact]
    public async Task A_contract_terminated_meanwhile_is_not_registered()
    {
        var id = await app.Reviewed();
        var contract = (await app.Registration(id)).ContractId;
        foreach (var party in new[] { app.Seller, app.Buyer })
            await app.As(party).Post($"/api/contracts/contracts/{contract}/termination", new Contracts.TechnicalContracts.TerminateContract.Request("协商解除")).Succeeds();
        (await app.RefusedUnchanged(() => app.Approve(id), 409)).ShouldBe("contracts/contract-not-effective");
    }

    [Fact]
    public async Task A_national_number_has_the_expected_form_and_belongs_to_one_contract()
    {
        var id = await app.Reviewed();
        (await app.RefusedUnchanged(() => app.Act(id, "approval", app.Registrar, v => new ApproveRegistration.Request(v, "ABC")), 409)).ShouldBe("contracts/national-number-unfit");
        await app.Act(id, "approval", app.Registrar, v => new ApproveRegistration.Request(v, "2026620100009999")).Succeeds();
        var other = await app.Reviewed();
        (await app.RefusedUnchanged(() => app.Act(other, "approval", app.Registrar, v => new ApproveRegistration.Request(v, "2026620100009999")), 409)).ShouldBe("contracts/national-number-used");
    }

    [Fact]
    public async Task The_queue_shows_what_is_due_first_and_counts_each_step()
    {
        var id = await app.Taken();
        var queue = await app.As(app.Registrar).GetAsync("/api/contracts/registrations/queue?mine=true&size=100").Read<ListQueue.Response>();
        var row = queue.Items.Single(i => i.Id == id.Value);
        (row.Colour, row.Mine, row.State).ShouldBe(("GREEN", true, "FIRST_REVIEW"));
        queue.Counts.FirstReview.ShouldBeGreaterThanOrEqualTo(1);
        var dated = queue.Items.Where(i => i.DueAt is not null).Select(i => i.DueAt!.Value).ToList();
        dated.ShouldBe(dated.Order());
        var elsewhere = await app.As(app.Registrar with { AreaCode = "210000" }).GetAsync("/api/contracts/registrations/queue").Read<ListQueue.Response>();
        elsewhere.Total.ShouldBe(0);
        (await app.As(app.Seller).GetAsync("/api/contracts/registrations/queue").RefusedWith(403)).ShouldBe("platform/role-missing");
        app.Clock.Advance(TimeSpan.FromDays(22));
        var amber = await app.As(app.Registrar).GetAsync("/api/contracts/registrations/queue?clock=AMBER&size=100").Read<ListQueue.Response>();
        amber.Items.ShouldContain(i => i.Id == id.Value && i.Colour == "AMBER");
        app.Clock.Advance(TimeSpan.FromDays(20));
        var red = await app.As(app.Registrar).GetAsync("/api/contracts/registrations/queue?clock=RED&size=100").Read<ListQueue.Response>();
        red.Items.ShouldContain(i => i.Id == id.Value && i.Colour == "RED");
        app.Clock.Set(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
    }
}
