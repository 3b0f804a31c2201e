using TechMarket.Commissions.Deals;
using TechMarket.Commissions.Earnings;
using TechMarket.Commissions.Leads;
using TechMarket.Commissions.Mandates;
using TechMarket.Commissions.Organisations;
using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Tests;

/// <summary>Every transition a state machine does not list is refused.</summary>
public sealed class StateMachineTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly Organisation Client = Known("enterprise");
    private static readonly Organisation Firm = Known(OrganisationKinds.BrokerAgency);
    private static readonly Organisation Person = Known(OrganisationKinds.IndividualBroker);

    private static readonly Dictionary<string, Action<Mandate>> MandateMoves = new()
    {
        ["accept"] = m => m.Accept(Client.Id, Guid.Empty, Now),
        ["decline"] = m => m.Decline(Client.Id, "no", Now),
        ["end"] = m => m.End(Client.Id, "over", Now),
    };

    private static readonly Dictionary<string, Action<Commission>> CommissionMoves = new()
    {
        ["agree"] = c => c.Agree(),
        ["lock"] = c => c.LockLead(Now),
        ["earn"] = c => c.Earn(Guid.CreateVersion7(), Due(), Withholding, Now),
        ["dispute"] = c => c.Dispute(Client.Id, "no", Now),
        ["resolve"] = c => c.Resolve("settled", Now),
        ["cancel"] = c => c.Cancel(),
    };

    private static WithholdingTable Withholding => RegionProfiles.Get("CN").At(Now).Withholding;

    public static TheoryData<MandateStatus, string> MandateCases()
    {
        var allowed = new HashSet<(MandateStatus, string)> { (MandateStatus.Proposed, "accept"), (MandateStatus.Proposed, "decline"), (MandateStatus.Agreed, "end") };
        var cases = new TheoryData<MandateStatus, string>();
        foreach (var state in Enum.GetValues<MandateStatus>())
            foreach (var move in MandateMoves.Keys)
                if (!allowed.Contains((state, move))) cases.Add(state, move);
        return cases;
    }

    public static TheoryData<CommissionStatus, string> CommissionCases()
    {
        var allowed = new HashSet<(CommissionStatus, string)>
        {
            (CommissionStatus.Proposed, "agree"), (CommissionStatus.Proposed, "cancel"), (CommissionStatus.Agreed, "lock"), (CommissionStatus.Agreed, "cancel"),
            (CommissionStatus.LeadLocked, "earn"), (CommissionStatus.LeadLocked, "cancel"), (CommissionStatus.Earned, "earn"), (CommissionStatus.Earned, "dispute"),
            (CommissionStatus.Disputed, "earn"), (CommissionStatus.Disputed, "resolve"), (CommissionStatus.Resolved, "earn"), (CommissionStatus.Resolved, "dispute"),
            (CommissionStatus.Paid, "earn"),
        };
        var cases = new TheoryData<CommissionStatus, string>();
        foreach (var state in Enum.GetValues<CommissionStatus>())
            foreach (var move in CommissionMoves.Keys)
                if (!allowed.Contains((state, move))) cases.Add(state, move);
        return cases;
    }

    [Theory]
    [MemberData(nameof(MandateCases))]
    public void A_mandate_refuses(MandateStatus state, string move)
    {
        var mandate = MandateIn(state);
        Should.Throw<ProblemException>(() => MandateMoves[move](mandate)).Code.ShouldBe("commissions/mandate-wrong-state");
        mandate.Status.ShouldBe(state);
    }

    [Theory]
    [MemberData(nameof(CommissionCases))]
    public void A_commission_refuses(CommissionStatus state, string move)
    {
        var commission = CommissionIn(state);
        var earnings = commission.Earnings.Count;
        Should.Throw<ProblemException>(() => CommissionMoves[move](commission)).Code.ShouldBe("commissions/commission-wrong-state");
        (commission.Status, commission.Earnings.Count).ShouldBe((state, earnings));
    }

    [Fact]
    public void A_payout_refuses_what_its_state_does_not_allow()
    {
        var payout = CommissionIn(CommissionStatus.Earned).Payouts.Single(p => !p.Individual);
        Should.Throw<ProblemException>(() => payout.Release(Now)).Code.ShouldBe("commissions/payout-wrong-state");
        Should.Throw<ProblemException>(() => payout.Pay(Guid.Empty, "BANK", default, Guid.Empty, Now)).Code.ShouldBe("commissions/payout-wrong-state");
        payout.NoteInvoice("24332000", new DateOnly(2026, 3, 2));
        Should.Throw<ProblemException>(() => payout.NoteInvoice("24332000", new DateOnly(2026, 3, 2))).Code.ShouldBe("commissions/payout-wrong-state");
        Should.Throw<ProblemException>(() => payout.CalculateWithholding(Withholding)).Code.ShouldBe("commissions/payout-wrong-state");
        payout.Release(Now);
        payout.Pay(Guid.CreateVersion7(), "BANK", new DateOnly(2026, 3, 2), Guid.Empty, Now);
        Should.Throw<ProblemException>(() => payout.Release(Now)).Code.ShouldBe("commissions/payout-wrong-state");
        Should.Throw<ProblemException>(() => payout.Pay(Guid.Empty, "BANK", default, Guid.Empty, Now)).Code.ShouldBe("commissions/payout-wrong-state");
    }

    private static Mandate MandateIn(MandateStatus state)
    {
        var mandate = Proposed();
        if (state == MandateStatus.Declined) mandate.Decline(Client.Id, "no", Now);
        if (state is MandateStatus.Agreed or MandateStatus.Ended)
        {
            mandate.Accept(Client.Id, Guid.Empty, Now);
            mandate.Accept(Person.Id, Guid.Empty, Now);
        }
        if (state == MandateStatus.Ended) mandate.End(Client.Id, "over", Now);
        mandate.Status.ShouldBe(state);
        return mandate;
    }

    private static Commission CommissionIn(CommissionStatus state)
    {
        var lead = LeadOf(MandateIn(MandateStatus.Agreed));
        var commission = Commission.Propose(new CommissionId(Guid.CreateVersion7()), "YJ", TheDeal(), lead, MandateIn(MandateStatus.Agreed), Now);
        if (state == CommissionStatus.Cancelled) commission.Cancel();
        if (state is CommissionStatus.Proposed or CommissionStatus.Cancelled) return commission;
        commission.Agree();
        if (state == CommissionStatus.Agreed) return commission;
        commission.LockLead(Now);
        if (state == CommissionStatus.LeadLocked) return commission;
        commission.Earn(Guid.CreateVersion7(), Due(), Withholding, Now);
        if (state is CommissionStatus.Disputed or CommissionStatus.Resolved) commission.Dispute(Client.Id, "no", Now);
        if (state == CommissionStatus.Resolved) commission.Resolve("settled", Now);
        if (state == CommissionStatus.Paid)
        {
            foreach (var payout in commission.Payouts.ToList())
            {
                if (!payout.Individual) commission.NoteInvoice(payout, "24332000", new DateOnly(2026, 3, 2), Now);
                commission.Pay(payout, Guid.CreateVersion7(), payout.Amount, "BANK" + payout.Id, new DateOnly(2026, 3, 2), Guid.Empty, Now);
            }
        }
        commission.Status.ShouldBe(state);
        return commission;
    }

    private static Mandate Proposed() => Mandate.Propose(
        new MandateId(Guid.CreateVersion7()), "WT", Firm.Id, Guid.Empty, Client,
        new MandateTerms(
            MandateForm.Intermediary, null, new CommissionSchedule(CommissionBase.ContractAmount, [new CommissionBand(null, 0.03m)], 0, null, 1), 10_000,
            EarnEvent.ContractSigned, new DateOnly(2026, 3, 2), new DateOnly(2026, 12, 31)),
        [(Firm, 6000, true), (Person, 4000, false)], Now);

    private static Lead LeadOf(Mandate mandate) => Lead.Record(
        new LeadRecord(
            Guid.CreateVersion7(), "XS", mandate.Id.Value, "WT", mandate.BrokerIds, Firm.Id, "f", Client.Id, "c", Guid.CreateVersion7(), "s", Guid.CreateVersion7(), "CG", "t", 1, null, Now),
        mandate, false, RegionProfiles.Get("CN").At(Now), WorkingCalendar.China);

    private static DueEarning Due() => new(
        new DealEvent(new ContractEffective(
            Guid.CreateVersion7(), "HT", Guid.CreateVersion7(), Guid.Empty, "", "ZR01", null, Guid.Empty, Client.Id, null, Money.Yuan(1_000_000), Now)),
        30_000, 30_000, 1_000_000, Complete: true);

    private static Deal TheDeal()
    {
        DealParty Party(Guid id) => new(id, "p", "enterprise", null, null, null);
        return new Deal(new DealConcluded(
            Guid.CreateVersion7(), "CJ", null, null, "NEGOTIATED", Guid.CreateVersion7(), "CG", "t", "05", "", [], null, Party(Guid.CreateVersion7()), Party(Client.Id),
            new DealTerms("ZR01", null, Money.Yuan(1_000_000), "LUMP_SUM", null, null, [], null, null, null, null, null), false, [], Now));
    }

    private static Organisation Known(string kind) => new(new OrganisationChanged(Guid.CreateVersion7(), 1, kind, kind, null, null, null, false, true, Now));
}
