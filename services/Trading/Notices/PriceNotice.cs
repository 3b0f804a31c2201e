using TechMarket.Messages;
using TechMarket.Platform.Ids;
using TechMarket.Platform.Problems;
using TechMarket.Rules;
using TechMarket.Trading.FixedTerm;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Notices;

readonly record struct NoticeId(Guid Value) : ITypedId<NoticeId>
{
    public static NoticeId From(Guid value) => new(value);

    public static bool TryParse(string? text, out NoticeId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new NoticeId(value);
        return known;
    }

    public override string ToString() => Value.ToString();
}

enum NoticeState
{
    Prepared,
    Running,
    Paused,
    Passed,
    Cancelled,

    /// <summary>Its contents were wrong; a corrected notice takes its place.</summary>
    Revised,
}

enum NoticeStep
{
    Prepare,
    Publish,
    Object,
    Decide,
    Pass,
    Drop,
}

/// <summary>The state machine (DOMAIN 7): which step is possible in which state. What is not listed here is refused.</summary>
static class NoticeSteps
{
    private static readonly Dictionary<NoticeStep, NoticeState[]> From = new()
    {
        [NoticeStep.Prepare] = [NoticeState.Prepared],
        [NoticeStep.Publish] = [NoticeState.Prepared],
        [NoticeStep.Object] = [NoticeState.Running, NoticeState.Paused],
        [NoticeStep.Decide] = [NoticeState.Paused],
        [NoticeStep.Pass] = [NoticeState.Running],
        [NoticeStep.Drop] = [NoticeState.Running, NoticeState.Paused],
    };

    public static bool Allows(NoticeStep step, NoticeState state) => From[step].Contains(state);
}

/// <summary>What the law wants announced (DOMAIN P-2) and what the unit says about it.</summary>
sealed record NoticeContents(
    string Summary, string Procedure, string? PriceBasis, bool RelatedParty, string? RelatedPartyStatement);

/// <summary>What the deal the notice announces is about; it does not change while the notice lives.</summary>
sealed record NoticeSubject(
    string PricingMode, Guid AchievementId, string AchievementNumber, string AchievementTitle, Guid SellerId, string SellerName, Guid BuyerId,
    string BuyerName, DealTerms Terms);

/// <summary>A stretch of time the notice was public and running.</summary>
sealed record NoticeRun(DateTimeOffset From, DateTimeOffset? Until);

/// <summary>
/// The public price notice (公示) of a public body: whoever objects stops its clock until the unit has decided.
/// It announces a price, however that price was found.
/// </summary>
sealed class PriceNotice
{
    private readonly List<Objection> objections = [];

    private PriceNotice()
    {
    }

    public NoticeId Id { get; private set; }

    /// <summary>Given when it is published.</summary>
    public string? Number { get; private set; }

    public NegotiationId? NegotiationId { get; private set; }

    /// <summary>The sale whose result it announces.</summary>
    public SaleId? SaleId { get; private set; }

    /// <summary>The fixed-term offer whose price formula it announces.</summary>
    public FixedTermId? FixedTermId { get; private set; }

    public NoticeState State { get; private set; }
    public long Version { get; private set; } = 1;
    public Guid SellerId { get; private set; }
    public NoticeSubject Subject { get; private set; } = null!;
    public NoticeContents Contents { get; private set; } = null!;
    public Guid PreparedBy { get; private set; }
    public DateTimeOffset PreparedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public Period? Length { get; private set; }
    public IReadOnlyList<NoticeRun> Runs { get; private set; } = [];

    /// <summary>While it runs: when it ends. While it is paused: when it would have ended.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>Names the stretch that runs now, so that the end of an earlier one does nothing.</summary>
    public Guid? CurrentRun { get; private set; }

    public TimeSpan? Remaining { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Why it was cancelled or is being revised.</summary>
    public string? ClosingReason { get; private set; }

    public string? Evidence { get; private set; }

    /// <summary>SHA-256 over the evidence, lower-case hexadecimal.</summary>
    public string? EvidenceHash { get; private set; }

    public IReadOnlyList<Objection> Objections => objections;

    public bool IsPublic => State != NoticeState.Prepared;

    /// <summary>The seller writes the notice down before anybody sees it.</summary>
    public static PriceNotice Prepare(
        NoticeId id, NegotiationId? negotiation, NoticeSubject subject, NoticeContents contents, Guid preparedBy, DateTimeOffset now, SaleId? sale = null,
        FixedTermId? fixedTerm = null)
    {
        Check(contents);
        return new PriceNotice
        {
            Id = id, NegotiationId = negotiation, SaleId = sale, FixedTermId = fixedTerm, State = NoticeState.Prepared, SellerId = subject.SellerId, Subject = subject, Contents = contents,
            PreparedBy = preparedBy, PreparedAt = now,
        };
    }

    /// <summary>Writes it anew; only before it is public.</summary>
    public void Rewrite(NoticeContents contents, Guid preparedBy, DateTimeOffset now)
    {
        Require(NoticeStep.Prepare);
        Check(contents);
        (Contents, PreparedBy, PreparedAt) = (contents, preparedBy, now);
        Version++;
    }

    /// <summary>Begins the period: the day of publication is not counted, then so many full days (民法典 201).</summary>
    public void Publish(long seen, string number, Period length, WorkingCalendar calendar, Guid run, DateTimeOffset now)
    {
        Require(NoticeStep.Publish);
        Unchanged(seen);
        Version++;
        (Number, Length, PublishedAt) = (number, length, now);
        Run(run, length.EndFrom(now, calendar), now);
    }

    /// <summary>Somebody objects in time: the clock stops.</summary>
    /// <returns>False when it was stopped already.</returns>
    public bool Object(Objection objection, DateTimeOffset now)
    {
        if (!NoticeSteps.Allows(NoticeStep.Object, State) || (State == NoticeState.Running && now >= EndsAt)) throw Problems.NoticeNotRunning.With(("noticeState", State));
        objections.Add(objection);
        Version++;
        if (State == NoticeState.Paused) return false;
        Remaining = EndsAt - now;
        Stop(now);
        State = NoticeState.Paused;
        return true;
    }

    /// <summary>The unit found no truth in an objection. When none is open any more, the notice runs for the time that was left.</summary>
    /// <returns>True when it runs again.</returns>
    public bool Reject(ObjectionId id, Decision decision, Guid run)
    {
        Open(id).Decide(ObjectionState.Rejected, decision);
        Version++;
        if (objections.Exists(o => o.State == ObjectionState.Open)) return false;
        Run(run, EndAfter(Remaining!.Value, decision.At), decision.At);
        Remaining = null;
        return true;
    }

    /// <summary>The objection is right: the notice is over, cancelled with the deal or replaced by a corrected one.</summary>
    public void Uphold(ObjectionId id, bool cancel, Decision decision)
    {
        Open(id).Decide(ObjectionState.Upheld, decision);
        foreach (var other in objections.Where(o => o.State == ObjectionState.Open)) other.Decide(ObjectionState.Settled, decision);
        Version++;
        State = cancel ? NoticeState.Cancelled : NoticeState.Revised;
        (ClosedAt, ClosingReason, Remaining) = (decision.At, decision.Reason, null);
    }

    /// <summary>The period is over and nobody's objection is open: the record is sealed.</summary>
    public void Pass(DateTimeOffset now)
    {
        Require(NoticeStep.Pass);
        if (now < EndsAt || objections.Exists(o => o.State == ObjectionState.Open)) throw Wrong();
        Stop(now);
        State = NoticeState.Passed;
        ClosedAt = now;
        Version++;
        (Evidence, EvidenceHash) = NoticeEvidence.Seal(this);
    }

    /// <summary>What it announced was taken back: there is nothing left to object to.</summary>
    public void Drop(string reason, DateTimeOffset now)
    {
        Require(NoticeStep.Drop);
        foreach (var open in objections.Where(o => o.State == ObjectionState.Open)) open.Decide(ObjectionState.Settled, new Decision(PreparedBy, "", reason, now));
        if (State == NoticeState.Running) Stop(now);
        Version++;
        State = NoticeState.Cancelled;
        (ClosedAt, ClosingReason, Remaining) = (now, reason, null);
    }

    private static void Check(NoticeContents contents)
    {
        if (contents.RelatedParty && string.IsNullOrWhiteSpace(contents.RelatedPartyStatement)) throw Problems.RelatedPartyStatementNeeded.Now();
    }

    private void Run(Guid run, DateTimeOffset end, DateTimeOffset now)
    {
        (State, CurrentRun, EndsAt) = (NoticeState.Running, run, end);
        Runs = [.. Runs, new NoticeRun(now, null)];
    }

    private void Stop(DateTimeOffset now)
    {
        CurrentRun = null;
        Runs = [.. Runs.SkipLast(1), Runs[^1] with { Until = now }];
    }

    /// <summary>A period of days stays one of full days: what is left runs on to the midnight it falls before.</summary>
    private DateTimeOffset EndAfter(TimeSpan left, DateTimeOffset now)
    {
        var end = now + left;
        var day = ChinaTime.DayOf(end);
        return !Length!.CountsDays || ChinaTime.StartOf(day) == end ? end : ChinaTime.EndOf(day);
    }

    private Objection Open(ObjectionId id)
    {
        var objection = objections.Find(o => o.Id == id) ?? throw Problems.ObjectionNotFound.Now();
        if (objection.State != ObjectionState.Open) throw Problems.ObjectionDecided.With(("objectionState", objection.State));
        Require(NoticeStep.Decide);
        return objection;
    }

    private void Require(NoticeStep step)
    {
        if (!NoticeSteps.Allows(step, State)) throw Wrong();
    }

    private ProblemException Wrong() => Problems.NoticeWrongState.With(("noticeState", State));

    private void Unchanged(long seen)
    {
        if (seen != Version) throw PlatformProblems.ChangedMeanwhile.With(("version", Version));
    }
}
