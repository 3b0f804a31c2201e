using TechMarket.Messages;
using TechMarket.Platform.Ids;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

public readonly record struct RewardNoticeId(Guid Value) : ITypedId<RewardNoticeId>
{
    public static RewardNoticeId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out RewardNoticeId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new RewardNoticeId(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}

public enum RewardNoticeState
{
    Running,

    /// <summary>An objection is open: the clock stands.</summary>
    Paused,
    Passed,

    /// <summary>An objection was upheld; a corrected plan gets a notice of its own.</summary>
    Revised,

    /// <summary>The plan was withdrawn.</summary>
    Cancelled,
}

public enum RewardObjectionState
{
    Open,
    Rejected,
    Upheld,

    /// <summary>The notice ended for another reason first.</summary>
    Settled,
}

/// <summary>The contract's registration (DOMAIN W-5 wants it in the notice).</summary>
sealed record RewardRegistration(string? Number, string? VerificationCode, Money ContractAmount, Money TechnicalAmount, DateTimeOffset RegisteredAt);

/// <summary>What one person or unit gets, as announced: never a work number.</summary>
public sealed record RewardNoticePart(RewardRole Role, string Name, bool Leader, int BasisPoints, Money Amount);

/// <summary>What is announced; fixed with the publication.</summary>
sealed record RewardNoticeContents(
    string? AchievementNumber, string Title, string SellerName, string BuyerName, string ContractNumber, RewardRegistration Registration, Money Deducted,
    Money NetIncome, Money Award, string Basis, IReadOnlyList<RewardNoticePart> Parts);

/// <summary>Somebody's objection. Who it was is sealed and shown to the unit's approvers alone.</summary>
sealed class RewardObjection
{
    private RewardObjection()
    {
    }

    public RewardObjection(Guid id, RewardNoticeId noticeId, byte[] sealedContact, string reason, DateTimeOffset receivedAt, DateTimeOffset dueAt) =>
        (Id, NoticeId, SealedContact, Reason, ReceivedAt, DueAt) = (id, noticeId, sealedContact, reason, receivedAt, dueAt);

    public Guid Id { get; private set; }
    public RewardNoticeId NoticeId { get; private set; }
    public byte[] SealedContact { get; private set; } = [];
    public string Reason { get; private set; } = "";
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>By when the unit decides.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public RewardObjectionState State { get; private set; }

    /// <summary>Why it was decided so; published.</summary>
    public string? Decision { get; private set; }

    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    internal void Decide(RewardObjectionState state, string? decision, string by, DateTimeOffset at) =>
        (State, Decision, DecidedBy, DecidedAt) = (state, decision, by, at);
}

/// <summary>
/// The second public notice (转化法 45): who gets how much for which registered contract. Whoever objects stops its clock until the
/// unit has decided.
/// </summary>
sealed class RewardNotice
{
    private readonly List<RewardObjection> objections = [];

    private RewardNotice()
    {
    }

    public RewardNoticeId Id { get; private set; }
    public RewardPlanId PlanId { get; private set; }
    public string Number { get; private set; } = "";
    public RewardNoticeState State { get; private set; }
    public RewardNoticeContents Contents { get; private set; } = null!;
    public Period Length { get; private set; } = null!;
    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>While it runs: when it ends. While it is paused: when it would have ended.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Names the stretch that runs now, so that the end of an earlier one does nothing.</summary>
    public Guid? CurrentRun { get; private set; }

    public TimeSpan? Remaining { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public string? ClosingReason { get; private set; }
    public IReadOnlyList<RewardObjection> Objections => objections;

    public bool TakesObjections(DateTimeOffset now) => State == RewardNoticeState.Paused || (State == RewardNoticeState.Running && now < EndsAt);

    /// <summary>Begins the period: the day of publication is not counted, then so many full days (民法典 201).</summary>
    public static RewardNotice Publish(
        RewardNoticeId id, RewardPlan plan, string number, RewardRegistration registration, Period length, WorkingCalendar calendar, Guid run, DateTimeOffset now)
    {
        var amounts = RewardRules.Split(plan.NetIncome, plan.BasisPoints);
        var parts = plan.Content.Shares.Select((s, i) => new RewardNoticePart(s.Role, s.Name, s.Leader, s.BasisPoints, Money.Yuan(amounts[i]))).ToList();
        return new RewardNotice
        {
            Id = id, PlanId = plan.Id, Number = number, State = RewardNoticeState.Running, Length = length, PublishedAt = now, EndsAt = length.EndFrom(now, calendar),
            CurrentRun = run,
            Contents = new RewardNoticeContents(
                plan.Contract.AchievementNumber, plan.Contract.Title, plan.Contract.SellerName, plan.Contract.BuyerName, plan.Contract.ContractNumber, registration,
                Money.Yuan(plan.Content.Deducted), Money.Yuan(plan.NetIncome), Money.Yuan(parts.Where(p => p.Role != RewardRole.Unit).Sum(p => p.Amount.Amount)),
                plan.Content.Basis, parts),
        };
    }

    /// <summary>Somebody objects in time: the clock stops.</summary>
    public void Object(RewardObjection objection, DateTimeOffset now)
    {
        if (!TakesObjections(now)) throw Problems.RewardNoticeNotRunning.With(("noticeState", State));
        objections.Add(objection);
        if (State == RewardNoticeState.Paused) return;
        (State, Remaining, CurrentRun) = (RewardNoticeState.Paused, EndsAt - now, null);
    }

    /// <summary>The unit found no truth in an objection. When none is open any more, the notice runs for the time that was left.</summary>
    /// <returns>True when it runs again.</returns>
    public bool Reject(Guid objectionId, string reason, RewardActor actor, Guid run, DateTimeOffset now)
    {
        Open(objectionId).Decide(RewardObjectionState.Rejected, reason, actor.PersonName, now);
        if (objections.Exists(o => o.State == RewardObjectionState.Open)) return false;
        (State, CurrentRun, EndsAt, Remaining) = (RewardNoticeState.Running, run, EndAfter(Remaining!.Value, now), null);
        return true;
    }

    /// <summary>The objection is right: this notice is over.</summary>
    public void Uphold(Guid objectionId, string reason, RewardActor actor, DateTimeOffset now)
    {
        Open(objectionId).Decide(RewardObjectionState.Upheld, reason, actor.PersonName, now);
        Close(RewardNoticeState.Revised, reason, actor.PersonName, now);
    }

    /// <summary>The plan it announces was withdrawn.</summary>
    public void Cancel(string reason, RewardActor actor, DateTimeOffset now)
    {
        if (State is not (RewardNoticeState.Running or RewardNoticeState.Paused)) throw Problems.RewardNoticeNotRunning.With(("noticeState", State));
        Close(RewardNoticeState.Cancelled, reason, actor.PersonName, now);
    }

    /// <summary>The period is over and no objection is open.</summary>
    public void Pass(DateTimeOffset now)
    {
        if (State != RewardNoticeState.Running || now < EndsAt) throw Problems.RewardNoticeNotRunning.With(("noticeState", State));
        (State, ClosedAt, CurrentRun) = (RewardNoticeState.Passed, now, null);
    }

    private void Close(RewardNoticeState state, string reason, string by, DateTimeOffset now)
    {
        foreach (var open in objections.Where(o => o.State == RewardObjectionState.Open)) open.Decide(RewardObjectionState.Settled, reason, by, now);
        (State, ClosedAt, ClosingReason, CurrentRun, Remaining) = (state, now, reason, null, null);
    }

    /// <summary>A period of days stays one of full days: what is left runs on to the midnight it falls before.</summary>
    private DateTimeOffset EndAfter(TimeSpan left, DateTimeOffset now)
    {
        var end = now + left;
        var day = ChinaTime.DayOf(end);
        return !Length.CountsDays || ChinaTime.StartOf(day) == end ? end : ChinaTime.EndOf(day);
    }

    private RewardObjection Open(Guid id)
    {
        var objection = objections.Find(o => o.Id == id) ?? throw Problems.RewardObjectionNotFound.Now();
        return objection.State == RewardObjectionState.Open ? objection : throw Problems.RewardObjectionDecided.With(("objectionState", objection.State));
    }
}
