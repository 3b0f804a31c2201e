using System.Reflection;
using System.Text.Json;

namespace TechMarket.Rules.Tests;

public sealed class RegionProfileTests
{
    static readonly DateOnly Today = new(2026, 3, 2);

    public static TheoryData<string> EveryProfile => [.. RegionProfiles.All.Select(profile => profile.Code)];

    [Fact]
    public void There_are_five_profiles_and_codes_are_found_in_any_case()
    {
        RegionProfiles.All.Select(profile => profile.Code).ShouldBe(["demo", "CN", "GS", "LN", "ZJ"]);
        RegionProfiles.Get("zj").Name.ShouldBe(new LocalText("浙江", "Zhejiang"));
        RegionProfiles.All.Where(profile => profile.IsDemonstration).Select(profile => profile.Code).ShouldBe(["demo"]);
        Should.Throw<ArgumentException>(() => RegionProfiles.Get("XX"));
    }

    [Theory]
    [MemberData(nameof(EveryProfile))]
    public void Every_set_has_every_key_with_its_source(string code)
    {
        var keys = typeof(RuleSet).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<System.Text.Json.Serialization.JsonIgnoreAttribute>() is null)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(StringComparer.Ordinal).ToList();
        keys.Count.ShouldBeGreaterThan(35);
        var profile = RegionProfiles.Get(code);
        foreach (var set in profile.RuleSets.Concat(profile.Drafts))
        {
            set.Sources.Keys.Order(StringComparer.Ordinal).ShouldBe(keys);
            set.Sources.Values.ShouldAllBe(source => source.Length > 2);
            set.Title.Zh.ShouldNotBeEmpty();
            set.Title.En.ShouldNotBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(EveryProfile))]
    public void Sets_follow_each_other_without_gap_or_overlap(string code)
    {
        var sets = RegionProfiles.Get(code).RuleSets;
        sets.Count.ShouldBeGreaterThan(1);
        sets[^1].EffectiveTo.ShouldBeNull();
        foreach (var (before, after) in sets.Zip(sets.Skip(1)))
            before.EffectiveTo.ShouldBe(after.EffectiveFrom.AddDays(-1));
        sets.ShouldAllBe(set => ReferenceEquals(RegionProfiles.Get(code).On(set.EffectiveFrom), set));
    }

    [Theory]
    [MemberData(nameof(EveryProfile))]
    public void Every_set_can_be_computed_with(string code)
    {
        foreach (var set in RegionProfiles.Get(code).RuleSets)
        {
            Should.NotThrow(() => CommissionRules.Check(set.CommissionSchedule));
            RegistrationNumber.Fits(set, RegistrationNumber.Compose(2026, "620503", 1)).ShouldBeTrue();
            set.Withholding.Brackets[^1].UpTo.ShouldBeNull();
            set.DepositRange.MinRate.ShouldBeLessThan(set.DepositRange.MaxRate);
            set.Retention.Select(retention => retention.Code).ShouldBe(["NETWORK_LOG", "TRANSACTION", "AUCTION", "CONTRACT_ARCHIVE"]);
            set.Reliefs.Select(relief => relief.Code).ShouldBeUnique();
            set.RewardFloor.NetIncomeDeductions.Count.ShouldBe(3);
            set.AwardPaymentMonths.ShouldBe(36);
        }
    }

    [Theory]
    [InlineData("CN", 30)]
    [InlineData("GS", 30)]
    [InlineData("LN", 30)]
    [InlineData("ZJ", 10)]
    public void Agencies_decide_within_the_days_of_their_region(string code, int days)
    {
        var rules = RegionProfiles.Get(code).On(Today);
        rules.DecisionPeriod.ShouldBe(new Period(days, PeriodUnit.Days));
        rules.NoticePeriod.ShouldBe(new Period(15, PeriodUnit.Days));
        rules.EarnEvent.ShouldBe(EarnEvent.PaymentReceived);
        rules.CommissionWarnRate.ShouldBe(0.05m);
        rules.ListingMinPeriod.ShouldBe(new Period(10, PeriodUnit.WorkingDays));
        rules.StateAssetListing.ShouldBe([new(1_000_000m, new Period(10, PeriodUnit.WorkingDays)), new(10_000_000m, new Period(20, PeriodUnit.WorkingDays))]);
        (rules.SaleDecisionPeriod, rules.ResultNoticePeriod).ShouldBe((new Period(5, PeriodUnit.WorkingDays), new Period(5, PeriodUnit.WorkingDays)));
        (rules.AuctionNoticePeriod, rules.AuctionViewingPeriod).ShouldBe((new Period(7, PeriodUnit.Days), new Period(2, PeriodUnit.Days)));
        rules.AuctionCommission.ShouldBe(new AuctionCommission(0.05m, 0.15m));
    }

    [Fact]
    public void Zhejiang_rewards_seventy_percent_and_publishes_on_the_market()
    {
        var rules = RegionProfiles.Get("ZJ").On(Today);
        (rules.RewardFloor.AssignmentRate, rules.RewardFloor.EquityRate, rules.RewardFloor.ProfitRate).ShouldBe((0.7m, 0.7m, 0.1m));
        (rules.RewardFloor.MainContributorsRate, rules.RewardFloor.TransferOfficeRate).ShouldBe((0.7m, 0.05m));
        rules.NoticeAlsoOnMarket.ShouldBeTrue();
        RegionProfiles.Get("ZJ").On(new DateOnly(2016, 6, 1)).RewardFloor.AssignmentRate.ShouldBe(0.5m);
    }

    [Fact]
    public void Gansu_encourages_ninety_percent_without_binding_anybody()
    {
        var floor = RegionProfiles.Get("GS").On(Today).RewardFloor;
        (floor.AssignmentRate, floor.EncouragedRate).ShouldBe((0.5m, 0.9m));
    }

    [Fact]
    public void The_demonstration_runs_in_minutes_and_earns_at_registration()
    {
        var rules = RegionProfiles.Get("demo").On(Today);
        foreach (var period in new[] { rules.NoticePeriod, rules.AwardNoticePeriod, rules.DecisionPeriod, rules.LargeDecisionPeriod, rules.ObjectionDecisionPeriod, rules.ListingMinPeriod, rules.ListingExtension.Period, rules.AuctionNoticePeriod, rules.AuctionViewingPeriod, rules.SaleDecisionPeriod, rules.ResultNoticePeriod })
            period.Unit.ShouldBe(PeriodUnit.Minutes);
        rules.EarnEvent.ShouldBe(EarnEvent.ContractRegistered);
        rules.RewardFloor.AssignmentRate.ShouldBe(0.5m);
    }

    [Fact]
    public void The_VAT_exemption_is_switched_off_from_the_day_of_the_VAT_law()
    {
        var profile = RegionProfiles.Get("GS");
        bool Vat(DateOnly day) => profile.On(day).Reliefs.Single(relief => relief.Code == "VAT_EXEMPTION").Enabled;
        Vat(new DateOnly(2025, 12, 31)).ShouldBeTrue();
        Vat(new DateOnly(2026, 1, 1)).ShouldBeFalse();
        profile.At(new DateTimeOffset(2025, 12, 31, 16, 0, 0, TimeSpan.Zero)).EffectiveFrom.ShouldBe(new DateOnly(2026, 1, 1));
    }

    [Fact]
    public void The_draft_of_2024_is_readable_and_never_in_force()
    {
        var national = RegionProfiles.Get("CN");
        var draft = national.Drafts.ShouldHaveSingleItem();
        draft.DecisionPeriodFor(4_999_999.99m, disputed: false).ShouldBe(new Period(15, PeriodUnit.WorkingDays));
        draft.DecisionPeriodFor(5_000_000m, disputed: false).ShouldBe(new Period(30, PeriodUnit.WorkingDays));
        draft.DecisionPeriodFor(1m, disputed: true).ShouldBe(new Period(30, PeriodUnit.WorkingDays));
        draft.Reliefs.Single(relief => relief.Code == "VAT_EXEMPTION").Enabled.ShouldBeFalse();
        national.On(new DateOnly(2099, 1, 1)).DecisionPeriod.Unit.ShouldBe(PeriodUnit.Days);
    }

    [Fact]
    public void Thresholds_bind_from_their_amount_on_and_no_threshold_binds_nothing()
    {
        var national = RegionProfiles.Get("CN").On(Today);
        national.NeedsSecondPerson(999_999.99m).ShouldBeFalse();
        national.NeedsSecondPerson(1_000_000m).ShouldBeTrue();
        national.NeedsExpertReview(1_000_000_000m).ShouldBeFalse();
        RegionProfiles.Get("demo").On(Today).NeedsExpertReview(5_000_000m).ShouldBeTrue();
    }

    [Fact]
    public void Codes_on_the_wire_are_those_of_the_domain()
    {
        JsonSerializer.Serialize(EarnEvent.PaymentReceived).ShouldBe("\"PAYMENT_RECEIVED\"");
        JsonSerializer.Serialize(ClassificationScheme.R2001FourClass).ShouldBe("\"R2001_4CLASS\"");
        JsonSerializer.Serialize(ClassificationScheme.CivilCodeFiveClass).ShouldBe("\"CC_5CLASS\"");
        JsonSerializer.Serialize(new Period(10, PeriodUnit.WorkingDays), JsonSerializerOptions.Web).ShouldBe("""{"value":10,"unit":"WORKING_DAYS"}""");
    }
}
