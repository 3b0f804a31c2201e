using TechMarket.Contracts.Registrations;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Rules;

namespace TechMarket.Contracts.Tests.Registrations;

public sealed class RegistrationStatesTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    static readonly RuleSet Rules = RegionProfiles.Get("CN").At(Now);
    static readonly WorkingCalendar Calendar = WorkingCalendar.China;
    static readonly Registrar First = new(Guid.CreateVersion7(), "甲", Guid.CreateVersion7());
    static readonly Registrar Second = new(Guid.CreateVersion7(), "乙", First.OrganisationId);
    static readonly OpenFields Open = new("05", null, null, null, null, null, false, false, "", null, null, false, new(null, null, null, null, null, null), new(null, null, null, null, null, null));

    static readonly (string Name, Action<Registration> Happen)[] Events =
    [
        ("fill", r => r.Fill(Open, Now)),
        ("submit", Submit),
        ("take", r => r.Take(First, Rules, Calendar, Now)),
        ("release", r => r.Release(First.PersonId, Now)),
        ("review", Review),
        ("return", r => r.ReturnForCorrection(First.PersonId, [new("OTHER", null)], Now, Now)),
        ("approve", r => r.Approve(First.PersonId, Rules, Now)),
        ("confirm", r => r.Confirm(Second)),
        ("send-back", r => r.SendBack(Second, "", Now)),
        ("refuse", r => r.Refuse(r.State == RegistrationState.SecondReview ? Second : First, "OTHER", "", Now)),
        ("cancel", r => r.Cancel(First, "", Now)),
        ("request-review", r => r.RequestReview("", Now)),
        ("decide-review", r => r.DecideReview(Second, true, "", Rules, Calendar, Now)),
        ("register", r => r.Register("1", null, "c", Now)),
    ];

    [Theory]
    [InlineData("Draft", "fill submit")]
    [InlineData("Submitted", "take")]
    [InlineData("ReturnedForCorrection", "fill submit")]
    [InlineData("Accepted", "take")]
    [InlineData("FirstReview", "release review return approve refuse register")]
    [InlineData("SecondReview", "confirm send-back refuse register")]
    [InlineData("Registered", "cancel")]
    [InlineData("Refused", "request-review")]
    [InlineData("Cancelled", "")]
    [InlineData("ReviewRequested", "decide-review")]
    public void A_state_takes_only_the_events_it_lists(string state, string listed)
    {
        foreach (var (name, happen) in Events)
        {
            var registration = In(Enum.Parse<RegistrationState>(state));
            var refusal = Record.Exception(() => happen(registration));
            if (listed.Split(' ').Contains(name)) refusal.ShouldBeNull($"{name} in {state}");
            else ((ProblemException)refusal.ShouldNotBeNull($"{name} in {state}")).Code.ShouldBe("contracts/registration-wrong-state", $"{name} in {state}");
        }
    }

    static Registration In(RegistrationState state)
    {
        var r = Registration.Start(new RegistrationId(Guid.CreateVersion7()), Effective(), 1, Content, Now);
        if (state == RegistrationState.Draft) return r;
        Submit(r);
        if (state == RegistrationState.Submitted) return r;
        r.Take(First, Rules, Calendar, Now);
        Review(r);
        if (state == RegistrationState.ReturnedForCorrection) r.ReturnForCorrection(First.PersonId, [new("OTHER", null)], Now, Now);
        if (state == RegistrationState.Accepted) r.Release(First.PersonId, Now);
        if (state == RegistrationState.SecondReview) r.Approve(First.PersonId, Rules, Now);
        if (state is RegistrationState.Registered or RegistrationState.Cancelled) r.Register("1", null, "c", Now);
        if (state == RegistrationState.Cancelled) r.Cancel(First, "", Now);
        if (state is RegistrationState.Refused or RegistrationState.ReviewRequested) r.Refuse(First, "OTHER", "", Now);
        if (state == RegistrationState.ReviewRequested) r.RequestReview("", Now);
        r.State.ShouldBe(state);
        return r;
    }

    static void Submit(Registration r) => r.Submit(First.OrganisationId, "局", "620100", Rules, Calendar, Now);

    static void Review(Registration r) => r.Review(
        First.PersonId, [.. Registration.TestsOf("ZR01").Select(t => new TestTick(t.Code, true, null))],
        [new ReviewedItem("费", Money.Yuan(2_000_000), true, null, 1, null, null)], Rules, Calendar, Now);

    static readonly ContractContent Content = new("合同", [], [new LineItem("费", Money.Yuan(2_000_000), true)], [], null);

    static Contract Effective()
    {
        var seller = new Party(Guid.CreateVersion7(), "卖方", "university", null, "022", "620102");
        var buyer = new Party(Guid.CreateVersion7(), "买方", "enterprise", null, "150", "620402");
        var c = Contract.Draft(new ContractId(Guid.CreateVersion7()), "HT", new ContractsApp().Deal(2_000_000), seller, buyer, "合同", Now, Now);
        foreach (var side in Enum.GetValues<Side>()) c.Confirm(side, 1, Guid.Empty, "", Now);
        foreach (var side in Enum.GetValues<Side>()) c.Sign(new Signature(side, 1, "h", Guid.Empty, "", Guid.Empty, "", "p", Now), "h");
        return c;
    }
}

public sealed class DecisionClockTests
{
    static DateTimeOffset China(int month, int day, int hour = 10) => new(2026, month, day, hour, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Working_days_skip_the_holiday_and_count_the_make_up_day()
    {
        // 1 to 5 May 2026 are holidays, Saturday 9 May is worked.
        var (amber, due) = DecisionClock.From(China(4, 29), new Period(10, PeriodUnit.WorkingDays), 0.7m, WorkingCalendar.China);
        due.ShouldBe(ChinaTime.EndOf(new DateOnly(2026, 5, 15)));
        amber.ShouldBe(ChinaTime.EndOf(new DateOnly(2026, 5, 12)));
    }

    [Fact]
    public void Days_count_holidays_and_end_at_midnight()
    {
        var (amber, due) = DecisionClock.From(China(4, 29), new Period(30, PeriodUnit.Days), 0.7m, WorkingCalendar.China);
        due.ShouldBe(ChinaTime.EndOf(new DateOnly(2026, 5, 29)));
        amber.ShouldBe(ChinaTime.EndOf(new DateOnly(2026, 5, 20)));
    }

    [Fact]
    public void Minutes_of_the_demonstration_run_exactly()
    {
        var (amber, due) = DecisionClock.From(China(4, 29), new Period(10, PeriodUnit.Minutes), 0.7m, WorkingCalendar.China);
        (amber, due).ShouldBe((China(4, 29).AddMinutes(7).ToUniversalTime(), China(4, 29).AddMinutes(10).ToUniversalTime()));
    }

    [Fact]
    public void Green_turns_amber_and_red_at_the_very_instants()
    {
        var (amber, due) = (China(5, 1), China(5, 2));
        DecisionClock.Colour(amber, due, amber.AddTicks(-1)).ShouldBe("GREEN");
        DecisionClock.Colour(amber, due, amber).ShouldBe("AMBER");
        DecisionClock.Colour(amber, due, due).ShouldBe("RED");
    }
}
