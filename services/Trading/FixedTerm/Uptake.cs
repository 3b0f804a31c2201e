using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>What a taker said when it took the offer up.</summary>
sealed record Application(string Purpose, bool RelatedParty, string? RelatedStatement, string ContactName, string ContactPhone);

/// <summary>The holder's answer to an application.</summary>
sealed record Screening(bool Accepted, string? Reason, string PersonName, DateTimeOffset At);

/// <summary>The holder calls on the guarantee of a taker in default.</summary>
sealed record GuaranteeCall(string Statement, string PersonName, DateTimeOffset At);

/// <summary>
/// One organisation's use of a fixed-term offer, under the terms as they were: free use with reports, the trigger, the price, then the
/// deal or a way out; of an open licence the deal at once. Reports are in <c>Uptake.Reports.cs</c>.
/// </summary>
sealed partial class Uptake
{
    private Uptake()
    {
    }

    public UptakeId Id { get; private set; }
    public string Number { get; private set; } = "";
    public FixedTermId OfferId { get; private set; }
    public string OfferNumber { get; private set; } = "";
    public FixedTermKind Kind { get; private set; }
    public FixedTermSubject Subject { get; private set; } = null!;
    public FixedTermForm.Terms Terms { get; private set; } = null!;
    public Guid AchievementId { get; private set; }
    public Guid SellerId { get; private set; }
    public Guid TakerId { get; private set; }
    public DealParty Taker { get; private set; } = null!;
    public Application Application { get; private set; } = null!;
    public UptakeState State { get; private set; }
    public long Version { get; private set; } = 1;
    public DateTimeOffset AppliedAt { get; private set; }
    public Screening? Screening { get; private set; }

    /// <summary>First and last day of the free use, or of the licence of an open licence.</summary>
    public DateOnly? StartsOn { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    public IReadOnlyList<UsageReport> Reports { get; private set; } = [];
    public TrialTrigger? TriggeredBy { get; private set; }
    public DateTimeOffset? TriggeredAt { get; private set; }

    /// <summary>The last day whose sales count for the price.</summary>
    public DateOnly? ReckonTo { get; private set; }

    /// <summary>By when the last report has to be there; afterwards the taker is in default.</summary>
    public DateTimeOffset? LastReportBy { get; private set; }

    public PriceReckoning? Price { get; private set; }

    /// <summary>By when the taker concludes the deal.</summary>
    public DateTimeOffset? PayBy { get; private set; }

    public Guid? DealId { get; private set; }
    public DateTimeOffset? ConvertedAt { get; private set; }

    /// <summary>The deal's contract took effect.</summary>
    public bool Fulfilled { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }
    public string? EndReason { get; private set; }
    public GuaranteeCall? GuaranteeCall { get; private set; }

    /// <summary>Up to here everybody has been reminded.</summary>
    public DateTimeOffset? RemindedUpTo { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    private Period PayPeriod => new(Terms.Trial!.PayWithinDays, PeriodUnit.Days);

    /// <summary>The end of the last free day.</summary>
    public DateTimeOffset? TrialEndsAt => Kind == FixedTermKind.TryThenPay && EndsOn is { } last ? ChinaTime.EndOf(last) : null;

    /// <summary>Binds the achievement: used for free, owed for, or gone for good by an exclusive deal.</summary>
    public bool Binds(bool exclusive) => UptakeSteps.Running.Contains(State) || (State == UptakeState.Converted && (exclusive || !Fulfilled));

    /// <summary>A taker asks for the free use; the holder screens.</summary>
    public static Uptake Apply(UptakeId id, string number, FixedTermOffer offer, DealParty taker, Application application, DateTimeOffset now) =>
        Begin(id, number, offer, taker, application, UptakeState.Applied, now);

    /// <summary>Notice given of an open licence: it stands from here as declared, the holder has no choice (专利法 51).</summary>
    public static Uptake Declare(
        UptakeId id, string number, FixedTermOffer offer, DealParty taker, Application application, DateOnly from, DateOnly until, Guid dealId,
        DateTimeOffset now)
    {
        var uptake = Begin(id, number, offer, taker, application, UptakeState.Converted, now);
        (uptake.StartsOn, uptake.EndsOn, uptake.DealId, uptake.ConvertedAt) = (from, until, dealId, now);
        return uptake;
    }

    /// <summary>The holder lets the taker use it: the free period begins today.</summary>
    public void Accept(long seen, Screening screening, DateTimeOffset now)
    {
        Require(UptakeStep.Decide);
        RequireVersion(seen);
        var today = ChinaTime.DayOf(now);
        (Screening, StartsOn, EndsOn) = (screening, today, today.AddMonths(Terms.Trial!.FreeMonths).AddDays(-1));
        Move(UptakeState.Trial, now);
    }

    public void Refuse(long seen, Screening screening, DateTimeOffset now)
    {
        Require(UptakeStep.Decide);
        RequireVersion(seen);
        Screening = screening;
        End(UptakeState.Refused, screening.Reason, now);
    }

    /// <param name="seen">Null when the market does it, because the offer is over.</param>
    public void TakeBack(long? seen, string reason, DateTimeOffset now)
    {
        Require(UptakeStep.TakeBack);
        if (seen is { } version) RequireVersion(version);
        End(UptakeState.Withdrawn, reason, now);
    }

    /// <summary>The taker keeps it: the price is due (trigger DECISION).</summary>
    public void Decide(long seen, Period reportDue, DateTimeOffset now)
    {
        if (Terms.Trial?.Trigger != TrialTrigger.Decision) throw FixedTermProblems.NotByDecision.Now();
        Require(UptakeStep.Trigger);
        RequireVersion(seen);
        if (now >= TrialEndsAt) throw FixedTermProblems.FreePeriodOver.Now();
        Trigger(TrialTrigger.Decision, ChinaTime.DayOf(now), reportDue, now);
        Settle(now);
    }

    /// <summary>The free period is over. By decision it simply ends; otherwise its last report decides, or the price is due.</summary>
    public void EndTrial(Period reportDue, DateTimeOffset now)
    {
        Require(UptakeStep.Trigger);
        if (now < TrialEndsAt) throw FixedTermProblems.UptakeWrongState.With(("state", State));
        switch (Terms.Trial!.Trigger)
        {
            case TrialTrigger.Decision:
                End(UptakeState.Exited, UptakeReasons.FreePeriodOver, now);
                return;
            case TrialTrigger.Time:
                Trigger(TrialTrigger.Time, EndsOn!.Value, reportDue, now);
                break;
            default:
                LastReportBy = reportDue.EndFrom(now, WorkingCalendar.China);
                Move(State, now);
                break;
        }
        Settle(now);
    }

    /// <summary>The taker leaves before the trigger, without a fee. Its last report goes up to today.</summary>
    public void Exit(long seen, string reason, DateTimeOffset now)
    {
        Require(UptakeStep.Exit);
        RequireVersion(seen);
        if (now >= TrialEndsAt) throw FixedTermProblems.FreePeriodOver.Now();
        if (Reports.Any(r => r.State == ReportState.Disputed)) throw FixedTermProblems.ReportDisputed.Now();
        if (NextFrom <= ChinaTime.DayOf(now)) throw FixedTermProblems.FinalReportNeeded.With(("from", NextFrom));
        if (Terms.Trial!.Trigger == TrialTrigger.Sales && Reached(Reports)) throw FixedTermProblems.TriggerMet.Now();
        End(UptakeState.Exited, reason, now);
    }

    /// <summary>The taker concludes the deal at the price on record.</summary>
    public void Convert(Money price, Guid dealId, DateTimeOffset now)
    {
        Require(UptakeStep.Convert);
        if (now >= PayBy) throw FixedTermProblems.PaymentOverdue.With(("payBy", PayBy));
        if (price != Price!.Price) throw FixedTermProblems.PriceChanged.With(("price", Price.Price));
        (DealId, ConvertedAt) = (dealId, now);
        Move(UptakeState.Converted, now);
    }

    /// <summary>The contract took effect.</summary>
    public void Fulfil(DateTimeOffset now)
    {
        Fulfilled = true;
        Move(State, now);
    }

    /// <summary>The contract is void before it took effect: a default of the taker, or nobody's fault.</summary>
    public void FallThrough(bool inDefault, DateTimeOffset now)
    {
        Require(UptakeStep.FallThrough);
        End(inDefault ? UptakeState.Defaulted : UptakeState.Exited, inDefault ? UptakeReasons.NotSigned : UptakeReasons.ContractVoid, now);
    }

    /// <summary>The achievement could not be contracted meanwhile: the time to conclude begins anew.</summary>
    public void Extend(DateTimeOffset now)
    {
        Require(UptakeStep.Convert);
        PayBy = PayPeriod.EndFrom(now, WorkingCalendar.China);
        Move(State, now);
    }

    /// <summary>The achievement has left the market before the deal was concluded: nothing is owed.</summary>
    public void Release(string reason, DateTimeOffset now)
    {
        Require(UptakeStep.Convert);
        End(UptakeState.Exited, reason, now);
    }

    /// <summary>What the taker owed by now has not come: no last report, or no deal.</summary>
    public void Default(string reason, DateTimeOffset now)
    {
        Require(UptakeStep.Default);
        End(UptakeState.Defaulted, reason, now);
    }

    public void ClaimGuarantee(long seen, GuaranteeCall call, DateTimeOffset now)
    {
        Require(UptakeStep.ClaimGuarantee);
        RequireVersion(seen);
        if (string.IsNullOrWhiteSpace(Terms.Trial?.Guarantee)) throw FixedTermProblems.NoGuarantee.Now();
        GuaranteeCall = call;
        Move(UptakeState.GuaranteeClaim, now);
    }

    public void Remind(DateTimeOffset upTo) => RemindedUpTo = upTo;

    public bool Allows(UptakeStep step) => UptakeSteps.Allows(step, State);

    public void RequireVersion(long seen)
    {
        if (seen != Version) throw PlatformProblems.ChangedMeanwhile.With(("version", Version));
    }

    private static Uptake Begin(UptakeId id, string number, FixedTermOffer offer, DealParty taker, Application application, UptakeState state,
        DateTimeOffset now)
    {
        if (application.RelatedParty && string.IsNullOrWhiteSpace(application.RelatedStatement)) throw Problems.RelatedPartyStatementNeeded.Now();
        return new Uptake
        {
            Id = id, Number = number, OfferId = offer.Id, OfferNumber = offer.Number, Kind = offer.Kind, Subject = offer.Subject, Terms = offer.Terms,
            AchievementId = offer.AchievementId, SellerId = offer.SellerId, TakerId = taker.OrganisationId, Taker = taker, Application = application,
            State = state,
            AppliedAt = now, ChangedAt = now,
        };
    }

    /// <summary>Makes the price due; what it is reckoned from may still have to come.</summary>
    private void Trigger(TrialTrigger by, DateOnly reckonTo, Period reportDue, DateTimeOffset now)
    {
        (TriggeredBy, TriggeredAt, ReckonTo) = (by, now, reckonTo);
        if (Terms.Price.Kind == PriceKind.Royalty) LastReportBy = reportDue.EndFrom(now, WorkingCalendar.China);
        Move(UptakeState.Triggered, now);
    }

    /// <summary>Goes on as far as what is known allows: over the threshold, past the last report, the price known.</summary>
    private void Settle(DateTimeOffset now)
    {
        var confirmed = Reports.Where(r => r.State == ReportState.Confirmed).ToList();
        var complete = confirmed.Count == Reports.Count;
        if (State == UptakeState.Trial && Terms.Trial!.Trigger == TrialTrigger.Sales)
        {
            if (Reached(confirmed)) Trigger(TrialTrigger.Sales, Reports.Max(r => r.To), now);
            else if (now >= TrialEndsAt && complete && NextFrom > EndsOn) End(UptakeState.Exited, UptakeReasons.FreePeriodOver, now);
        }
        if (State == UptakeState.Triggered && (Terms.Price.Kind == PriceKind.Fixed || (complete && NextFrom > ReckonTo)))
        {
            Price = PriceFormula.Of(Terms.Price, SoldIn(confirmed));
            PayBy = PayPeriod.EndFrom(now, WorkingCalendar.China);
            Move(UptakeState.PayDue, now);
        }
    }

    /// <summary>By sales: the reports that reached the threshold are there already.</summary>
    private void Trigger(TrialTrigger by, DateOnly reckonTo, DateTimeOffset now)
    {
        (TriggeredBy, TriggeredAt, ReckonTo) = (by, now, reckonTo);
        Move(UptakeState.Triggered, now);
    }

    private void End(UptakeState state, string? reason, DateTimeOffset now)
    {
        (EndedAt, EndReason) = (now, reason);
        Move(state, now);
    }

    private void Move(UptakeState state, DateTimeOffset now)
    {
        (State, ChangedAt) = (state, now);
        Version++;
    }

    private void Require(UptakeStep step)
    {
        if (!Allows(step)) throw FixedTermProblems.UptakeWrongState.With(("state", State), ("step", step));
    }
}
