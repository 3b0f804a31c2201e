using TechMarket.Messages;
using TechMarket.Platform.Files;
using TechMarket.Platform.Problems;
using TechMarket.Rules;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Tests.Sales;

/// <summary>The aggregate without a database: every step in every state.</summary>
public sealed class SaleStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly RuleSet Rules = RegionProfiles.Get("CN").At(Now);
    private static readonly Guid Seller = Guid.CreateVersion7();

    private static Sale New(SaleForm.Terms? terms = null, bool stateEnterprise = false, SaleMode mode = SaleMode.Listing) => Sale.Draft(
        new SaleId(Guid.CreateVersion7()), "GP-2026-000001", mode,
        new SaleSubject(Guid.CreateVersion7(), "CG-2026-000001", "成果", Seller, "青山大学", stateEnterprise), SaleForm.Of(terms ?? (mode == SaleMode.Auction ? AuctionTerms.Of(Now) : SaleScene.Terms())), Rules,
        Guid.CreateVersion7(), Now);

    private static SaleDocument Document() => new(new FileRef(Guid.CreateVersion7(), "a.pdf", "application/pdf", 1, new string('0', 64)), "权利证书", Now);

    private static DealParty Company(string name) => new(Guid.CreateVersion7(), name, "enterprise", null, null, null);

    private static SaleParty Register(Sale sale, string name, bool paid = true, bool qualified = true)
    {
        var (party, demanded) = sale.Register(
            new SalePartyId(Guid.CreateVersion7()), Guid.CreateVersion7(), Company(name), new Registration("符合", false, null, null, "王", "13900000000"), Now);
        demanded.ShouldBeTrue();
        if (paid) sale.HoldDeposit(party.DepositId!.Value, Now, Now).ShouldBeTrue();
        if (qualified) sale.Decide(party.Id, new Qualification(true, "符合", Guid.CreateVersion7(), "同事", Now), null);
        return party;
    }

    private static DateTimeOffset Later => Now.AddDays(60);

    private static SaleResult Result(Sale sale, SaleParty? party) =>
        new(party?.Id ?? default, party?.OrganisationId ?? Guid.Empty, party?.Name ?? "", sale.Terms.Transfer.At(Money.Yuan(1_200_000m)), "LISTING", null, null, false, Later);

    /// <summary>A sale brought to a state by its own steps.</summary>
    private static Sale In(SaleState state, SaleMode mode = SaleMode.Listing)
    {
        var sale = New(mode: mode);
        if (mode == SaleMode.Auction) sale.KeepReserve([1, 2, 3]);
        if (state == SaleState.Draft) return sale;
        if (state == SaleState.Withdrawn)
        {
            sale.Withdraw(sale.Version, "不卖了", Now);
            return sale;
        }
        sale.Keep(sale.Version, [Document()], Now);
        sale.Submit(sale.Version, true, Rules, Guid.CreateVersion7(), Now);
        if (state == SaleState.UnitReview) return sale;
        if (state == SaleState.Returned)
        {
            sale.Return(sale.Version, new SaleReturn("unit", "补充材料", "同事", Now));
            return sale;
        }
        sale.Approve(sale.Version, "同事", Now);
        if (state == SaleState.Submitted) return sale;
        sale.Announce(sale.Version, new SaleChecklist(true, true, true, true, mode == SaleMode.Auction ? true : null), "审核员", Rules, WorkingCalendar.China, Now);
        if (state == SaleState.Announced) return sale;
        var parties = state is SaleState.Negotiating or SaleState.ResultNotice or SaleState.Concluded ? 1 : state == SaleState.Bidding ? 2 : 0;
        for (var i = 0; i < parties; i++) Register(sale, $"意向方{i}");
        sale.Close(Later.AddDays(7), Later);
        var taking = sale.Resolve(Later.AddDays(7), Later)!;
        taking.Count.ShouldBe(parties);
        if (state == SaleState.ClosedForRegistration) return sale;
        if (state == SaleState.Lapsed)
        {
            sale.Lapse("无人报名", Later);
            return sale;
        }
        if (state == SaleState.Bidding)
        {
            sale.BeginBidding(Guid.CreateVersion7(), Later);
            return sale;
        }
        sale.BeginTalks(Guid.CreateVersion7(), Later);
        if (state == SaleState.Negotiating) return sale;
        sale.Settle(SaleStep.AgreeTalks, Result(sale, taking[0]));
        if (state == SaleState.ResultNotice) return sale;
        sale.Conclude(Guid.CreateVersion7(), Later);
        return sale;
    }

    private static void Take(Sale sale, SaleStep step)
    {
        var seen = sale.Version;
        switch (step)
        {
            case SaleStep.Rewrite: sale.Rewrite(seen, sale.Terms, Rules, Guid.Empty, Now); break;
            case SaleStep.Submit: sale.Submit(seen, true, Rules, Guid.Empty, Now); break;
            case SaleStep.Approve: sale.Approve(seen, "同事", Now); break;
            case SaleStep.Return: sale.Return(seen, new SaleReturn("unit", "补充", "同事", Now)); break;
            case SaleStep.Announce: sale.Announce(seen, new SaleChecklist(true, true, true, true, true), "审核员", Rules, WorkingCalendar.China, Now); break;
            case SaleStep.Register: Register(sale, "新意向方", false, false); break;
            case SaleStep.Decide: sale.Decide(new SalePartyId(Guid.CreateVersion7()), new Qualification(true, "符合", null, null, Now), null); break;
            case SaleStep.Close: sale.Close(Later.AddDays(7), Later); break;
            case SaleStep.Resolve: sale.Resolve(Later.AddDays(7), Later); break;
            case SaleStep.Extend: sale.Extend(seen, Rules, WorkingCalendar.China, Later); break;
            case SaleStep.Revise: sale.Revise(seen, "降价重新挂牌", Later); break;
            case SaleStep.Lapse: sale.Lapse("终结", Later); break;
            case SaleStep.FailTalks: sale.FailTalks(Later.AddDays(7), Later); break;
            case SaleStep.AgreeTalks: sale.Settle(step, Result(sale, sale.Parties.Count > 0 ? sale.Parties[0] : null)); break;
            case SaleStep.EndBidding: sale.FailBidding(SaleWait.NoBid, Later.AddDays(7), Later); break;
            case SaleStep.CancelResult: sale.CancelResult(Later.AddDays(7), Later); break;
            case SaleStep.Conclude: sale.Conclude(Guid.CreateVersion7(), Later); break;
            case SaleStep.Default: sale.FallThrough(true, Later.AddDays(7), Later); break;
            case SaleStep.WithdrawUnannounced: sale.Withdraw(seen, "撤回", Now); break;
            case SaleStep.Terminate: sale.Terminate("终止", Now); break;
            default: throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    public static TheoryData<string, string, string> EveryStepInEveryState()
    {
        var all = new TheoryData<string, string, string>();
        foreach (var mode in Enum.GetNames<SaleMode>())
            foreach (var state in Enum.GetNames<SaleState>())
                foreach (var step in Enum.GetNames<SaleStep>()) all.Add(mode, state, step);
        return all;
    }

    [Theory]
    [MemberData(nameof(EveryStepInEveryState))]
    public void A_step_happens_where_it_is_listed_and_nowhere_else(string mode, string stateName, string stepName)
    {
        var (state, step) = (Enum.Parse<SaleState>(stateName), Enum.Parse<SaleStep>(stepName));
        var sale = In(state, Enum.Parse<SaleMode>(mode));
        sale.State.ShouldBe(state);
        if (SaleSteps.Allows(step, state))
        {
            // Documents are needed to submit a draft; nobody of that id registered; both say so by their own refusal.
            if ((step, state) is (SaleStep.Submit, SaleState.Draft)) Should.Throw<ProblemException>(() => Take(sale, step)).Code.ShouldBe("trading/sale-documents-needed");
            else if (step == SaleStep.Decide) Should.Throw<ProblemException>(() => Take(sale, step)).Code.ShouldBe("trading/sale-party-not-found");
            else Should.NotThrow(() => Take(sale, step));
            return;
        }
        var before = sale.Version;
        Should.Throw<ProblemException>(() => Take(sale, step)).Code.ShouldBe("trading/sale-wrong-state");
        (sale.State, sale.Version).ShouldBe((state, before));
    }

    [Fact]
    public void A_reserve_price_is_written_with_the_terms_and_never_after()
    {
        foreach (var state in Enum.GetValues<SaleState>())
        {
            var sale = In(state, SaleMode.Auction);
            if (SaleSteps.Allows(SaleStep.Rewrite, state)) Should.NotThrow(() => sale.KeepReserve([4]));
            else Should.Throw<ProblemException>(() => sale.KeepReserve([4])).Code.ShouldBe("trading/sale-wrong-state");
        }
    }

    [Fact]
    public void Terms_keep_the_region_s_rules()
    {
        var good = SaleScene.Terms();
        Should.NotThrow(() => New(good));
        Refused(good with { Length = 9 }).ShouldBe("trading/sale-period-too-short");
        Refused(good with { Deposit = Money.Yuan(49_999.99m) }).ShouldBe("trading/deposit-out-of-range");
        Refused(good with { Deposit = Money.Yuan(200_000.01m) }).ShouldBe("trading/deposit-out-of-range");
        Refused(good with { Basis = new(PriceBasisKind.Appraisal, "评估报告") }).ShouldBe("trading/appraisal-needed");
        Refused(good with { Priorities = [new(2, "甲", "完成人")] }).ShouldBe("trading/priority-ranks-unclear");
        Refused(good with { Transfer = good.Transfer with { PaymentMode = "ROYALTY" } }).ShouldBe("trading/payment-mode-not-for-sale");
        Refused(good with { Transfer = good.Transfer with { PaymentMode = "INSTALMENTS", Payments = [new("一", 0.3m), new("二", 0.6m)] } })
            .ShouldBe("trading/payment-shares-do-not-add-up");
        Refused(good with { Transfer = good.Transfer with { Category = "XK01" } }).ShouldBe("trading/exclusivity-needed");
        Refused(good with { Bidding = good.Bidding with { Steps = [] } }).ShouldBe("trading/auction-rules-invalid");

        static string Refused(SaleForm.Terms terms) => Should.Throw<ProblemException>(() => New(terms)).Code;
    }

    [Theory]
    [InlineData(900_000, 10)]
    [InlineData(1_000_001, 10)]
    [InlineData(10_000_000, 10)]
    [InlineData(10_000_001, 20)]
    public void Assets_of_a_state_enterprise_are_announced_longer_by_price(int price, int days)
    {
        var terms = SaleForm.Of(SaleScene.Terms(price));
        terms.ShortestPeriod(SaleMode.Listing, Rules, true).ShouldBe(new Period(days, PeriodUnit.WorkingDays));
        terms.ShortestPeriod(SaleMode.Listing, Rules, false).ShouldBe(new Period(10, PeriodUnit.WorkingDays));
    }

    [Fact]
    public void Payments_add_up_to_any_price_to_the_cent()
    {
        var transfer = SaleForm.Of(SaleScene.Terms() with
        {
            Transfer = new("ZR01", "INSTALMENTS", [new("一", 0.3333m), new("二", 0.3333m), new("三", 0.3334m)]),
        }).Transfer;
        foreach (var price in new[] { 0.01m, 0.02m, 1m, 100.01m, 1_234_567.89m, 99_999_999.99m })
        {
            var parts = transfer.At(Money.Yuan(price)).Milestones.Select(m => m.Amount.Amount).ToList();
            parts.Sum().ShouldBe(price);
            parts.All(p => p >= 0).ShouldBeTrue();
        }
        transfer.At(Money.Yuan(100.01m)).Milestones.Select(m => m.Amount.Amount).ShouldBe([33.33m, 33.33m, 33.35m]);
    }

    [Fact]
    public void Silence_qualifies_who_paid_and_a_missing_deposit_excludes()
    {
        var sale = In(SaleState.Announced);
        var silent = Register(sale, "未表态", paid: true, qualified: false);
        var unpaid = Register(sale, "未交保证金", paid: false, qualified: true);
        sale.Close(Later.AddDays(7), Later);
        sale.Resolve(Later.AddDays(14), Later).ShouldBeNull();
        var taking = sale.Resolve(Later.AddDays(14), Later.AddDays(7))!;
        taking.ShouldHaveSingleItem().Id.ShouldBe(silent.Id);
        (silent.State, silent.Qualification!.PersonId, unpaid.State).ShouldBe((SalePartyState.Qualified, null, SalePartyState.Excluded));
        // What comes too late goes back at once, and is decided on once.
        sale.HoldDeposit(unpaid.DepositId!.Value, Later, Later.AddDays(8)).ShouldBeTrue();
        unpaid.DepositDecision.ShouldBe(DepositDecision.Return);
        sale.HoldDeposit(unpaid.DepositId!.Value, Later, Later.AddDays(8)).ShouldBeFalse();
    }

    [Fact]
    public void An_announcement_is_extended_as_often_as_the_rules_allow()
    {
        var sale = In(SaleState.ClosedForRegistration);
        for (var i = 1; i <= Rules.ListingExtension.MaxTimes; i++)
        {
            sale.Extend(sale.Version, Rules, WorkingCalendar.China, Later);
            sale.Announced!.Extensions.ShouldBe(i);
            sale.Close(sale.EndsAt!.Value.AddDays(7), sale.EndsAt.Value);
            sale.Resolve(sale.EndsAt!.Value.AddDays(7), sale.EndsAt.Value)!.ShouldBeEmpty();
        }
        Should.Throw<ProblemException>(() => sale.Extend(sale.Version, Rules, WorkingCalendar.China, Later)).Code.ShouldBe("trading/sale-extensions-used-up");
    }

    /// <summary>Whatever happens in whatever order, a held deposit is decided once, and none is left open at the end.</summary>
    [Fact]
    public void Every_held_deposit_ends_returned_applied_or_forfeited_exactly_once()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var sale = In(SaleState.Announced);
            var decided = new List<Guid>();
            var held = new List<Guid>();
            void Note() => decided.AddRange(sale.TakeNews().Settled.Select(p => p.DepositId!.Value));
            for (var i = 0; i < random.Next(0, 4); i++)
            {
                var party = Register(sale, $"意向方{i}", false, random.Next(3) > 0);
                if (random.Next(4) > 0) Pay(party);
                if (party.State == SalePartyState.Registered && random.Next(3) == 0)
                    sale.Decide(party.Id, new Qualification(false, "不符合", Guid.Empty, "同事", Now), null);
                if (party.IsLive && random.Next(5) == 0) sale.LeaveParty(party, "资金安排变化", Now);
                Note();
            }
            if (random.Next(6) == 0) sale.Revise(sale.Version, "条款变更", Now);
            else if (random.Next(6) == 0) sale.Terminate("终止", Now);
            else Finish(sale, random);
            foreach (var late in sale.Parties.Where(p => p.DepositId is not null && p.DepositHeldAt is null && random.Next(2) == 0).ToList()) Pay(late);
            Note();
            decided.ShouldBeUnique();
            decided.Order().ShouldBe(held.Order(), $"seed {seed}: {sale.State}");
            sale.Parties.Where(p => p.DepositHeldAt is null).All(p => p.DepositDecision == null).ShouldBeTrue();

            void Pay(SaleParty party)
            {
                sale.HoldDeposit(party.DepositId!.Value, Now, Now).ShouldBeTrue();
                held.Add(party.DepositId!.Value);
            }

            void Finish(Sale going, Random chance)
            {
                going.Close(Later.AddDays(7), Later);
                var taking = going.Resolve(Later.AddDays(14), Later.AddDays(7))!;
                if (taking.Count == 0)
                {
                    going.Lapse("无人", Later);
                    return;
                }
                if (taking.Count == 1) going.BeginTalks(Guid.CreateVersion7(), Later);
                else going.BeginBidding(Guid.CreateVersion7(), Later);
                Note();
                if (chance.Next(4) == 0)
                {
                    if (taking.Count == 1) going.FailTalks(Later.AddDays(20), Later);
                    else going.FailBidding(SaleWait.NoBid, Later.AddDays(20), Later);
                    return;
                }
                going.Settle(taking.Count == 1 ? SaleStep.AgreeTalks : SaleStep.EndBidding, Result(going, taking[chance.Next(taking.Count)]));
                if (chance.Next(5) == 0)
                {
                    going.CancelResult(Later.AddDays(20), Later);
                    return;
                }
                going.Conclude(Guid.CreateVersion7(), Later);
                if (chance.Next(3) == 0) going.FallThrough(chance.Next(2) == 0, Later.AddDays(20), Later);
                else going.Fulfil(Later);
                going.Fulfil(Later);
            }
        }
    }
}
