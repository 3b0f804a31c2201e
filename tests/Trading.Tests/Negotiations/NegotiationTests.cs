using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Problems;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Tests.Negotiations;

/// <summary>The aggregate's state machine, against a table of its own.</summary>
public sealed class NegotiationTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly Guid SellerId = Guid.CreateVersion7(), BuyerId = Guid.CreateVersion7();
    private static readonly Actor Seller = new(Side.Seller, Guid.CreateVersion7(), "李老师", SellerId);
    private static readonly Actor Buyer = new(Side.Buyer, Guid.CreateVersion7(), "王采购", BuyerId);
    private static readonly DealTerms Terms = new("ZR01", null, Money.Yuan(100m), "LUMP_SUM", null, null, [], null, null, null, null, null);

    /// <summary>What DOMAIN 7 lists: state, step and where it leads. Everything else is refused.</summary>
    private static readonly Dictionary<(NegotiationState, NegotiationStep), NegotiationState> Listed = new()
    {
        [(NegotiationState.Invited, NegotiationStep.TakeUp)] = NegotiationState.NdaPending,
        [(NegotiationState.NdaPending, NegotiationStep.ConfirmNda)] = NegotiationState.Active,
        [(NegotiationState.Active, NegotiationStep.MakeOffer)] = NegotiationState.TermSheet,
        [(NegotiationState.TermSheet, NegotiationStep.MakeOffer)] = NegotiationState.TermSheet,
        [(NegotiationState.TermSheet, NegotiationStep.DeclineOffer)] = NegotiationState.TermSheet,
        [(NegotiationState.TermSheet, NegotiationStep.Accept)] = NegotiationState.Agreed,
        [(NegotiationState.Agreed, NegotiationStep.BeginNotice)] = NegotiationState.Notice,
        [(NegotiationState.Agreed, NegotiationStep.Withdraw)] = NegotiationState.ClosedLost,
        [(NegotiationState.Notice, NegotiationStep.ReviseNotice)] = NegotiationState.Agreed,
        [(NegotiationState.Notice, NegotiationStep.CancelNotice)] = NegotiationState.ClosedLost,
        [(NegotiationState.Notice, NegotiationStep.Conclude)] = NegotiationState.Contracting,
        [(NegotiationState.Contracting, NegotiationStep.Win)] = NegotiationState.ClosedWon,
        // The open offer is of the time before the stall.
        [(NegotiationState.Stalled, NegotiationStep.MakeOffer)] = NegotiationState.TermSheet,
        [(NegotiationState.Stalled, NegotiationStep.DeclineOffer)] = NegotiationState.TermSheet,
        [(NegotiationState.Stalled, NegotiationStep.Accept)] = NegotiationState.Agreed,
        [(NegotiationState.Stalled, NegotiationStep.PostMessage)] = NegotiationState.TermSheet,
        [(NegotiationState.Stalled, NegotiationStep.Decline)] = NegotiationState.ClosedLost,
        [(NegotiationState.Stalled, NegotiationStep.Withdraw)] = NegotiationState.ClosedLost,
        [(NegotiationState.Stalled, NegotiationStep.Lapse)] = NegotiationState.ClosedLost,
    };

    static NegotiationTests()
    {
        NegotiationState[] talking = [NegotiationState.Invited, NegotiationState.NdaPending, NegotiationState.Active, NegotiationState.TermSheet];
        foreach (var state in talking)
        {
            Listed[(state, NegotiationStep.PostMessage)] = state;
            Listed[(state, NegotiationStep.Decline)] = NegotiationState.ClosedLost;
            Listed[(state, NegotiationStep.Withdraw)] = NegotiationState.ClosedLost;
            Listed[(state, NegotiationStep.Stall)] = NegotiationState.Stalled;
            Listed[(state, NegotiationStep.Lapse)] = NegotiationState.ClosedLost;
        }
        foreach (var state in new[] { NegotiationState.Agreed, NegotiationState.Notice, NegotiationState.Contracting })
            Listed[(state, NegotiationStep.PostMessage)] = state;
    }

    public static TheoryData<string, string> EveryStepInEveryState()
    {
        var all = new TheoryData<string, string>();
        foreach (var state in Enum.GetNames<NegotiationState>())
            foreach (var step in Enum.GetNames<NegotiationStep>())
                all.Add(state, step);
        return all;
    }

    [Theory, MemberData(nameof(EveryStepInEveryState))]
    public void A_step_leads_where_it_is_listed_and_is_refused_everywhere_else(string stateName, string stepName)
    {
        var (state, step) = (Enum.Parse<NegotiationState>(stateName), Enum.Parse<NegotiationStep>(stepName));
        var negotiation = In(state);
        negotiation.State.ShouldBe(state);
        var before = Print(negotiation);
        if (Listed.TryGetValue((state, step), out var to))
        {
            Take(negotiation, step, Start);
            negotiation.State.ShouldBe(to);
        }
        else
        {
            Should.Throw<ProblemException>(() => Take(negotiation, step, Start)).Code.ShouldBe("trading/wrong-state");
            Print(negotiation).ShouldBe(before);
        }
    }

    [Theory]
    [InlineData("Invited", "TakeUp")]
    [InlineData("NdaPending", "ConfirmNda")]
    [InlineData("Active", "MakeOffer")]
    public void A_stalled_negotiation_goes_on_from_where_it_stalled(string state, string stepName)
    {
        var (from, step) = (Enum.Parse<NegotiationState>(state), Enum.Parse<NegotiationStep>(stepName));
        var negotiation = In(from);
        negotiation.Stall(Start);
        negotiation.Phase.ShouldBe(from);
        Take(negotiation, step, Start);
        negotiation.State.ShouldBe(Listed[(from, step)]);
        negotiation.StalledFrom.ShouldBeNull();
    }

    [Fact]
    public void Whatever_happens_at_most_one_offer_is_open_at_most_one_is_accepted_and_the_end_is_the_end() =>
        Prop.ForAll(
            ArbMap.Default.GeneratorFor<NegotiationStep>().ListOf().ToArbitrary(),
            steps =>
            {
                var negotiation = In(NegotiationState.Invited);
                var now = Start;
                foreach (var step in steps)
                {
                    var (closed, print) = (NegotiationSteps.Closed.Contains(negotiation.State), Print(negotiation));
                    try
                    {
                        Take(negotiation, step, now = now.AddMinutes(5));
                    }
                    catch (ProblemException)
                    {
                        if (Print(negotiation) != print) return false;
                    }
                    if (closed && Print(negotiation) != print) return false;
                    if (negotiation.Offers.Count(o => o.State == OfferState.Open) > 1 || negotiation.Offers.Count(o => o.State == OfferState.Accepted) > 1) return false;
                    if ((negotiation.Agreed is null) != (negotiation.AgreedAt is null)) return false;
                }
                return true;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_public_body_does_not_conclude_before_its_notice()
    {
        var negotiation = In(NegotiationState.Agreed);
        Should.Throw<ProblemException>(() => negotiation.Conclude(Start)).Code.ShouldBe("trading/wrong-state");
        var other = In(NegotiationState.TermSheet);
        other.Accept(Buyer, other.Latest!.Id, noticeRequired: false, Start);
        other.Conclude(Start);
        other.State.ShouldBe(NegotiationState.Contracting);
    }

    [Fact]
    public void An_offer_is_answered_by_the_other_side_until_it_expires()
    {
        var negotiation = In(NegotiationState.TermSheet);
        var offer = negotiation.Latest!;
        Should.Throw<ProblemException>(() => negotiation.Accept(Seller, offer.Id, true, Start)).Code.ShouldBe("trading/own-offer");
        Should.Throw<ProblemException>(() => negotiation.Accept(Buyer, offer.Id, true, offer.ExpiresAt)).Code.ShouldBe("trading/offer-expired");
        negotiation.ExpireOffer(offer.Id, offer.ExpiresAt.AddTicks(-1)).ShouldBeFalse();
        negotiation.Accept(Buyer, offer.Id, true, offer.ExpiresAt.AddTicks(-1)).ShouldBeTrue();
        negotiation.ExpireOffer(offer.Id, offer.ExpiresAt).ShouldBeFalse();
        negotiation.Accept(Buyer, offer.Id, true, Start).ShouldBeFalse();
    }

    [Fact]
    public void Every_way_into_a_state_is_there()
    {
        foreach (var state in Enum.GetValues<NegotiationState>()) In(state).State.ShouldBe(state);
    }

    private static Negotiation In(NegotiationState state)
    {
        var negotiation = Negotiation.Open(
            new NegotiationId(Guid.CreateVersion7()), "QT-2026-000001", Guid.CreateVersion7(), "CG-2026-000001", "成果", SellerId, "青山大学",
            new DealParty(BuyerId, "海川制造", "enterprise", null, null, null), null, Start);
        NegotiationStep[] way = state switch
        {
            NegotiationState.Invited => [],
            NegotiationState.NdaPending => [NegotiationStep.TakeUp],
            NegotiationState.Active => [NegotiationStep.TakeUp, NegotiationStep.ConfirmNda],
            NegotiationState.TermSheet => [NegotiationStep.TakeUp, NegotiationStep.ConfirmNda, NegotiationStep.MakeOffer],
            NegotiationState.Stalled => [NegotiationStep.TakeUp, NegotiationStep.ConfirmNda, NegotiationStep.MakeOffer, NegotiationStep.Stall],
            NegotiationState.ClosedLost => [NegotiationStep.TakeUp, NegotiationStep.ConfirmNda, NegotiationStep.MakeOffer, NegotiationStep.Decline],
            _ => [NegotiationStep.TakeUp, NegotiationStep.ConfirmNda, NegotiationStep.MakeOffer, NegotiationStep.Accept],
        };
        foreach (var step in way) Take(negotiation, step, Start);
        if (state is NegotiationState.Notice or NegotiationState.Contracting or NegotiationState.ClosedWon) negotiation.BeginNotice(Seller, Start);
        if (state is NegotiationState.Contracting or NegotiationState.ClosedWon) negotiation.Conclude(Start);
        if (state == NegotiationState.ClosedWon) negotiation.Win(Start);
        return negotiation;
    }

    private static void Take(Negotiation negotiation, NegotiationStep step, DateTimeOffset now)
    {
        var offer = negotiation.Latest;
        switch (step)
        {
            case NegotiationStep.TakeUp: negotiation.TakeUp(Seller, now); break;
            case NegotiationStep.ConfirmNda: negotiation.ConfirmNda(Buyer, new NdaConfirmation("", "", "", "王采购", Buyer.PersonId, now), now); break;
            case NegotiationStep.MakeOffer: negotiation.MakeOffer(Seller, new OfferId(Guid.CreateVersion7()), Terms, now.AddDays(10), now); break;
            case NegotiationStep.DeclineOffer when offer is not null && offer.State == OfferState.Open: negotiation.DeclineOffer(Buyer, offer.Id, null, null, now); break;
            case NegotiationStep.Accept when offer is not null && offer.State == OfferState.Open: negotiation.Accept(Buyer, offer.Id, true, now); break;
            case NegotiationStep.DeclineOffer or NegotiationStep.Accept: throw Problems.WrongState.Now();
            case NegotiationStep.PostMessage: negotiation.TakeMessage(now); break;
            case NegotiationStep.Decline: negotiation.Decline(Buyer, negotiation.Version, "PRICE", null, now); break;
            case NegotiationStep.Withdraw: negotiation.Withdraw(Buyer, negotiation.Version, "计划调整", now); break;
            case NegotiationStep.Stall: negotiation.Stall(now); break;
            case NegotiationStep.Lapse: negotiation.Lapse(SystemReasons.AchievementWithdrawn, null, now); break;
            case NegotiationStep.BeginNotice: negotiation.BeginNotice(Seller, now); break;
            case NegotiationStep.ReviseNotice: negotiation.ReviseNotice(now); break;
            case NegotiationStep.CancelNotice: negotiation.CancelNotice("异议成立", SellerId, now); break;
            case NegotiationStep.Conclude: negotiation.Conclude(now); break;
            case NegotiationStep.Win: negotiation.Win(now); break;
            default: throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    private static string Print(Negotiation negotiation) => JsonSerializer.Serialize(negotiation, Json.Options);
}
