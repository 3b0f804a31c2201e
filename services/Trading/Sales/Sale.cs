using TechMarket.Platform.Problems;
using TechMarket.Rules;

namespace TechMarket.Trading.Sales;

/// <summary>What is sold and by whom; it does not change while the sale lives.</summary>
sealed record SaleSubject(
    Guid AchievementId, string AchievementNumber, string AchievementTitle, Guid SellerId, string SellerName, bool StateEnterprise);

/// <summary>
/// A sale to whoever qualifies (挂牌交易, 拍卖): announced terms that do not change, parties that register and pay a deposit, then
/// talks with one or bidding among several, a public result, a deal.
/// </summary>
sealed partial class Sale
{
    private readonly List<SaleParty> parties = [];

    private Sale()
    {
    }

    public SaleId Id { get; private set; }
    public string Number { get; private set; } = "";
    public SaleMode Mode { get; private set; }
    public SaleState State { get; private set; }

    /// <summary>What it waits for while registration is closed.</summary>
    public SaleWait Wait { get; private set; }

    /// <summary>Grows with every step; actions on the terms and the course name the one they saw.</summary>
    public long Version { get; private set; } = 1;

    public Guid AchievementId { get; private set; }
    public Guid SellerId { get; private set; }
    public SaleSubject Subject { get; private set; } = null!;

    /// <summary>The seller's working copy; what is announced is in <see cref="Rounds"/>.</summary>
    public SaleTerms Terms { get; private set; } = null!;

    public IReadOnlyList<SaleDocument> Documents { get; private set; } = [];
    public IReadOnlyList<SaleRound> Rounds { get; private set; } = [];

    /// <summary>Why the working copy will be announced anew.</summary>
    public string? RevisionReason { get; private set; }

    public SaleReturn? Returned { get; private set; }
    public Guid DraftedBy { get; private set; }
    public string? ApprovedByName { get; private set; }
    public DateTimeOffset DraftedAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When it was first public.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>When registration ends, while it is announced.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>By when the seller decides what it waits for.</summary>
    public DateTimeOffset? DecideBy { get; private set; }

    public Guid? NegotiationId { get; private set; }
    public Guid? AuctionId { get; private set; }
    public SaleResult? Result { get; private set; }
    public Guid? DealId { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string? EndReason { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<SaleParty> Parties => parties;

    /// <summary>The announcement in force, or the last one.</summary>
    public SaleRound? Announced => Rounds.Count > 0 ? Rounds[^1] : null;

    /// <summary>The achievement is kept for it: announced once and not over.</summary>
    public bool Reserves => Rounds.Count > 0 && !SaleSteps.Over.Contains(State);

    /// <summary>The parties of the announcement in force.</summary>
    public IEnumerable<SaleParty> Current => parties.Where(p => p.Round == Rounds.Count);

    /// <summary>The seller writes down what it wants to sell, and how.</summary>
    public static Sale Draft(SaleId id, string number, SaleMode mode, SaleSubject subject, SaleTerms terms, RuleSet rules, Guid person, DateTimeOffset now)
    {
        terms.Check(mode, rules, subject.StateEnterprise, now);
        return new Sale
        {
            Id = id, Number = number, Mode = mode, State = SaleState.Draft, AchievementId = subject.AchievementId, SellerId = subject.SellerId, Subject = subject,
            Terms = terms, DraftedBy = person, DraftedAt = now, ChangedAt = now,
        };
    }

    public bool Allows(SaleStep step) => SaleSteps.Allows(step, State);

    /// <summary>Writes the terms anew; only while nobody reviews them and they are not announced.</summary>
    public void Rewrite(long seen, SaleTerms terms, RuleSet rules, Guid person, DateTimeOffset now)
    {
        Require(SaleStep.Rewrite);
        Unchanged(seen);
        terms.Check(Mode, rules, Subject.StateEnterprise, now);
        (Terms, DraftedBy) = (terms, person);
        Changed(now);
    }

    public void Keep(long seen, IReadOnlyList<SaleDocument> documents, DateTimeOffset now)
    {
        Require(SaleStep.Rewrite);
        Unchanged(seen);
        Documents = documents;
        Changed(now);
    }

    /// <summary>The terms go to the unit's approver, or where the unit has none, to the bureau.</summary>
    public void Submit(long seen, bool unitApproves, RuleSet rules, Guid person, DateTimeOffset now)
    {
        Require(SaleStep.Submit);
        Unchanged(seen);
        Terms.Check(Mode, rules, Subject.StateEnterprise, now);
        CheckPlan(rules, now);
        if (Documents.Count == 0) throw Problems.SaleDocumentsNeeded.Now();
        (State, SubmittedAt, DraftedBy, Returned, ApprovedByName) = (unitApproves ? SaleState.UnitReview : SaleState.Submitted, now, person, null, null);
        Changed(now);
    }

    /// <summary>The unit stands behind the terms.</summary>
    public void Approve(long seen, string personName, DateTimeOffset now)
    {
        Require(SaleStep.Approve);
        Unchanged(seen);
        (State, ApprovedByName) = (SaleState.Submitted, personName);
        Changed(now);
    }

    public void Return(long seen, SaleReturn why)
    {
        Require(SaleStep.Return);
        Unchanged(seen);
        (State, Returned) = (SaleState.Returned, why);
        Changed(why.At);
    }

    /// <summary>The bureau has checked the terms: they are public from now on and stand as they are until the period ends.</summary>
    public void Announce(long seen, SaleChecklist checklist, string reviewer, RuleSet rules, WorkingCalendar calendar, DateTimeOffset now)
    {
        Require(SaleStep.Announce);
        Unchanged(seen);
        if (!checklist.IsCompleteFor(Mode)) throw Problems.SaleChecklistIncomplete.Now();
        Terms.Check(Mode, rules, Subject.StateEnterprise, now);
        var length = new Period(Terms.Length, Terms.ShortestPeriod(Mode, rules, Subject.StateEnterprise).Unit);
        var endsAt = length.EndFrom(now, calendar);
        CheckPlanFor(endsAt, rules, now);
        EndsAt = endsAt;
        AnnouncedAt ??= now;
        if (Announced is { } before) Rounds = [.. Rounds.SkipLast(1), before with { ReplacedAt = now, ReplacedBecause = RevisionReason }];
        Rounds = [.. Rounds, new SaleRound(Rounds.Count + 1, Terms, Documents, length, now, EndsAt.Value, 0, checklist, reviewer, null, null)];
        (State, Wait, DecideBy, RevisionReason) = (SaleState.Announced, SaleWait.None, null, null);
        Changed(now);
    }

    /// <summary>The time to register is over.</summary>
    public void Close(DateTimeOffset decideBy, DateTimeOffset now)
    {
        Require(SaleStep.Close);
        if (now < EndsAt) throw Wrong(SaleStep.Close);
        Await(SaleWait.Qualification, decideBy, now);
    }

    /// <summary>
    /// Everybody is qualified or refused and every deposit is there; at the end of the time to decide, silence is consent and
    /// a missing deposit excludes.
    /// </summary>
    /// <returns>Who takes part; null while somebody is still undecided.</returns>
    public IReadOnlyList<SaleParty>? Resolve(DateTimeOffset decideBy, DateTimeOffset now)
    {
        Require(SaleStep.Resolve);
        if (Wait != SaleWait.Qualification) return null;
        if (now < DecideBy && Current.Any(p => !p.IsSettled)) return null;
        foreach (var party in Current.Where(p => p.IsLive).ToList())
        {
            if (party.DepositHeldAt is null) Leave(party, SalePartyState.Excluded, SaleReasons.DepositMissing, now);
            else if (party.State == SalePartyState.Registered) Qualify(party, new Qualification(true, SaleReasons.SilentConsent, null, null, now), null);
        }
        var taking = Current.Where(p => p.TakesPart).OrderBy(p => p.RegisteredAt).ThenBy(p => p.Id.Value).ToList();
        if (taking.Count == 0) Await(SaleWait.NobodyQualified, decideBy, now);
        else foreach (var looker in Current.Where(p => p.State == SalePartyState.Interested)) CloseAccess(looker, now);
        return taking;
    }

    /// <summary>One party: it negotiates at not less than the base price.</summary>
    public void BeginTalks(Guid negotiation, DateTimeOffset now)
    {
        Require(SaleStep.Resolve);
        (State, Wait, DecideBy, NegotiationId) = (SaleState.Negotiating, SaleWait.None, null, negotiation);
        Changed(now);
    }

    /// <summary>Several parties: they bid.</summary>
    public void BeginBidding(Guid auction, DateTimeOffset now)
    {
        Require(SaleStep.Resolve);
        (State, Wait, DecideBy, AuctionId) = (SaleState.Bidding, SaleWait.None, null, auction);
        Changed(now);
    }

    /// <summary>Nobody qualified: the same announcement stays open for the region's step, at most so many times.</summary>
    public void Extend(long seen, RuleSet rules, WorkingCalendar calendar, DateTimeOffset now)
    {
        Require(SaleStep.Extend);
        Unchanged(seen);
        if (Wait != SaleWait.NobodyQualified) throw Wrong(SaleStep.Extend);
        var (round, rule) = (Rounds[^1], rules.ListingExtension);
        if (round.Extensions >= rule.MaxTimes) throw Problems.SaleExtensionsUsedUp.With(("maximum", rule.MaxTimes));
        var endsAt = rule.Period.EndFrom(now, calendar);
        round.Terms.Auction?.CheckLicence(BiddingEndsBy(endsAt, rules));
        EndsAt = endsAt;
        Rounds = [.. Rounds.SkipLast(1), round with { EndsAt = EndsAt.Value, Extensions = round.Extensions + 1 }];
        (State, Wait, DecideBy) = (SaleState.Announced, SaleWait.None, null);
        Changed(now);
    }

    /// <summary>Terms are changed, or the sale is tried again: it will be reviewed and announced anew. Whoever registered is free.</summary>
    public void Revise(long seen, string reason, DateTimeOffset now)
    {
        Require(SaleStep.Revise);
        Unchanged(seen);
        if (State == SaleState.ClosedForRegistration && Wait == SaleWait.Qualification) throw Wrong(SaleStep.Revise);
        Free(SaleReasons.TermsChanged, now);
        (State, Wait, DecideBy, EndsAt, RevisionReason, Returned) = (SaleState.Draft, SaleWait.None, null, null, reason, null);
        (NegotiationId, AuctionId, Result, DealId) = (null, null, null, null);
        Changed(now);
    }

    /// <summary>It found no transferee and is not tried again.</summary>
    public void Lapse(long seen, string reason, DateTimeOffset now)
    {
        Unchanged(seen);
        Lapse(reason, now);
    }

    public void Lapse(string reason, DateTimeOffset now)
    {
        Require(SaleStep.Lapse);
        if (Wait == SaleWait.Qualification) throw Wrong(SaleStep.Lapse);
        End(SaleState.Lapsed, reason, now);
    }

    /// <summary>The talks with the only party led nowhere.</summary>
    public void FailTalks(DateTimeOffset decideBy, DateTimeOffset now)
    {
        Require(SaleStep.FailTalks);
        Free(SaleReasons.TalksFailed, now);
        Await(SaleWait.TalksFailed, decideBy, now);
    }

    /// <summary>Transferee and price are found by talks or by bidding; everybody else is free.</summary>
    public void Settle(SaleStep by, SaleResult result)
    {
        Require(by);
        foreach (var party in Current.Where(p => p.Id != result.PartyId))
        {
            SettleDeposit(party, DepositDecision.Return, result.At);
            CloseAccess(party, result.At);
        }
        if (by == SaleStep.EndBidding) SettleDefaults(result);
        (State, Result) = (SaleState.ResultNotice, result);
        Changed(result.At);
    }

    /// <summary>The bidding found nobody.</summary>
    public void FailBidding(SaleWait why, DateTimeOffset decideBy, DateTimeOffset now)
    {
        Require(SaleStep.EndBidding);
        Free(Code(why), now);
        Await(why, decideBy, now);
    }

    /// <summary>An objection to the result was right.</summary>
    public void CancelResult(DateTimeOffset decideBy, DateTimeOffset now)
    {
        Require(SaleStep.CancelResult);
        ReopenDefaults();
        Free(SaleReasons.ResultCancelled, now);
        Await(SaleWait.ResultCancelled, decideBy, now);
    }

    public void Conclude(Guid deal, DateTimeOffset now)
    {
        Require(SaleStep.Conclude);
        (State, DealId, EndedAt) = (SaleState.Concluded, deal, now);
        Changed(now);
    }

    /// <summary>The contract is in effect: the transferee's deposit counts towards the price.</summary>
    public void Fulfil(DateTimeOffset now)
    {
        if (Result is not { } result || State != SaleState.Concluded) return;
        SettleDeposit(PartyOf(result.PartyId), DepositDecision.Apply, now);
        Changed(now);
    }

    /// <summary>The contract was never signed. A transferee in default loses its deposit; the seller tries again or ends.</summary>
    public void FallThrough(bool transfereeInDefault, DateTimeOffset decideBy, DateTimeOffset now)
    {
        Require(SaleStep.Default);
        if (transfereeInDefault)
        {
            SettleDeposit(PartyOf(Result!.PartyId), DepositDecision.Forfeit, now);
            NoteDefault(Result, now);
        }
        Free(transfereeInDefault ? SaleReasons.Defaulted : SaleReasons.ContractVoid, now);
        EndedAt = null;
        Await(SaleWait.Defaulted, decideBy, now);
    }

    /// <summary>The seller takes back what is not announced.</summary>
    public void Withdraw(long seen, string reason, DateTimeOffset now)
    {
        Require(SaleStep.WithdrawUnannounced);
        Unchanged(seen);
        if (Rounds.Count > 0) throw Problems.SaleAnnounced.Now();
        End(SaleState.Withdrawn, reason, now);
    }

    /// <summary>The bureau ends an announced sale for a cause it publishes.</summary>
    public void Terminate(long seen, string reason, DateTimeOffset now)
    {
        Unchanged(seen);
        if (Rounds.Count == 0) throw Wrong(SaleStep.Terminate);
        Terminate(reason, now);
    }

    /// <summary>The achievement has left the market.</summary>
    public void Terminate(string reason, DateTimeOffset now)
    {
        Require(SaleStep.Terminate);
        End(SaleState.Withdrawn, reason, now);
    }

    /// <summary>Why bidding led to nobody.</summary>
    public static string Code(SaleWait why) =>
        why switch { SaleWait.UnderReserve => SaleReasons.UnderReserve, SaleWait.NoBid => SaleReasons.NoBid, _ => SaleReasons.BiddingCancelled };

    private void Await(SaleWait wait, DateTimeOffset decideBy, DateTimeOffset now)
    {
        (State, Wait, DecideBy) = (SaleState.ClosedForRegistration, wait, decideBy);
        Changed(now);
    }

    private void End(SaleState state, string reason, DateTimeOffset now)
    {
        Free(SaleReasons.SaleEnded, now);
        (State, Wait, DecideBy, EndsAt, EndedAt, EndReason) = (state, SaleWait.None, null, null, now, reason);
        Changed(now);
    }

    private void Changed(DateTimeOffset now)
    {
        ChangedAt = now;
        Version++;
    }

    private void Require(SaleStep step)
    {
        if (!Allows(step)) throw Wrong(step);
    }

    private ProblemException Wrong(SaleStep step) => Problems.SaleWrongState.With(("state", State), ("wait", Wait), ("step", step));

    private void Unchanged(long seen)
    {
        if (seen != Version) throw PlatformProblems.ChangedMeanwhile.With(("version", Version));
    }
}
