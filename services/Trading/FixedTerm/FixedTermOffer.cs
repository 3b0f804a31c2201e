using TechMarket.Platform.Problems;
using TechMarket.Rules;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.FixedTerm;

/// <summary>What is offered and by whom; it does not change while the offer lives.</summary>
sealed record FixedTermSubject(Guid AchievementId, string AchievementNumber, string AchievementTitle, Guid SellerId, string SellerName);

/// <summary>Sent back for the holder to write anew.</summary>
/// <param name="Stage">unit, platform or notice.</param>
sealed record FixedTermReturn(string Stage, string Reason, string? PersonName, DateTimeOffset At);

/// <summary>What the bureau's reviewer confirmed.</summary>
/// <param name="TermsClear">Price, payment, period, scope and ways out say one thing.</param>
/// <param name="NotDiscriminatory">The conditions favour or exclude nobody without need.</param>
/// <param name="RightChecked">The right is the holder's and lives.</param>
sealed record FixedTermChecklist(bool TermsClear, bool NotDiscriminatory, bool RightChecked)
{
    public bool IsComplete => TermsClear && NotDiscriminatory && RightChecked;
}

/// <summary>
/// Terms a holder binds itself to towards whoever meets them (先用后转, 专利开放许可). Once public they never change: who wants others
/// withdraws the offer and makes a new one; what was taken up before stays as it was.
/// </summary>
sealed class FixedTermOffer
{
    private FixedTermOffer()
    {
    }

    public FixedTermId Id { get; private set; }
    public string Number { get; private set; } = "";
    public FixedTermKind Kind { get; private set; }
    public FixedTermState State { get; private set; }

    /// <summary>Grows with every step; actions on the offer name the one they saw.</summary>
    public long Version { get; private set; } = 1;

    public Guid AchievementId { get; private set; }
    public Guid SellerId { get; private set; }
    public FixedTermSubject Subject { get; private set; } = null!;
    public FixedTermForm.Terms Terms { get; private set; } = null!;

    /// <summary>Nobody else can get the achievement while the offer or an uptake of it stands.</summary>
    public bool Exclusive { get; private set; }

    public Guid DraftedBy { get; private set; }
    public DateTimeOffset DraftedAt { get; private set; }
    public string? ApprovedByName { get; private set; }
    public FixedTermReturn? Returned { get; private set; }
    public FixedTermChecklist? Checklist { get; private set; }
    public string? ReviewedByName { get; private set; }

    /// <summary>The public notice of the price formula, of a public body's offer.</summary>
    public NoticeId? NoticeId { get; private set; }

    /// <summary>When everybody could read it for the first time.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When it could be taken up for the first time.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }
    public string? EndReason { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>At that instant it can no longer be taken up.</summary>
    public DateTimeOffset EndsAt => ChinaTime.EndOf(Terms.ValidUntil);

    public static FixedTermOffer Draft(
        FixedTermId id, string number, FixedTermKind kind, FixedTermSubject subject, FixedTermForm.Terms terms, Guid draftedBy, DateTimeOffset now)
    {
        FixedTermTerms.Check(kind, terms, ChinaTime.DayOf(now));
        return new FixedTermOffer
        {
            Id = id, Number = number, Kind = kind, State = FixedTermState.Draft, AchievementId = subject.AchievementId, SellerId = subject.SellerId,
            Subject = subject,
            Terms = terms, Exclusive = FixedTermTerms.IsExclusive(kind, terms), DraftedBy = draftedBy, DraftedAt = now, ChangedAt = now,
        };
    }

    public void Rewrite(long seen, FixedTermForm.Terms terms, Guid by, DateTimeOffset now)
    {
        Require(FixedTermStep.Rewrite);
        Unchanged(seen);
        FixedTermTerms.Check(Kind, terms, ChinaTime.DayOf(now));
        (Terms, Exclusive, DraftedBy) = (terms, FixedTermTerms.IsExclusive(Kind, terms), by);
        Move(State, now);
    }

    /// <param name="unitApproves">A university or an institute looks at its own terms first.</param>
    public void Submit(long seen, bool unitApproves, DateTimeOffset now)
    {
        Require(FixedTermStep.Submit);
        Unchanged(seen);
        FixedTermTerms.Check(Kind, Terms, ChinaTime.DayOf(now));
        Move(unitApproves ? FixedTermState.UnitReview : FixedTermState.Submitted, now);
    }

    public void Approve(long seen, string by, DateTimeOffset now)
    {
        Require(FixedTermStep.Approve);
        Unchanged(seen);
        ApprovedByName = by;
        Move(FixedTermState.Submitted, now);
    }

    public void Return(long seen, FixedTermReturn back, DateTimeOffset now)
    {
        Require(FixedTermStep.Return);
        Unchanged(seen);
        (Returned, ApprovedByName) = (back, null);
        Move(FixedTermState.Returned, now);
    }

    /// <summary>The bureau makes it public: a public body's formula goes on notice first (转化法 18), any other can be taken up at once.</summary>
    public void Publish(long seen, FixedTermChecklist checklist, string by, NoticeId? notice, DateTimeOffset now)
    {
        Require(FixedTermStep.Publish);
        Unchanged(seen);
        if (!checklist.IsComplete) throw FixedTermProblems.ChecklistIncomplete.Now();
        FixedTermTerms.Check(Kind, Terms, ChinaTime.DayOf(now));
        (Checklist, ReviewedByName, NoticeId, Returned, PublishedAt) = (checklist, by, notice, null, now);
        if (notice is null) OpenedAt = now;
        Move(notice is null ? FixedTermState.Published : FixedTermState.Notice, now);
    }

    /// <summary>The notice passed without an objection that holds.</summary>
    public void Open(DateTimeOffset now)
    {
        Require(FixedTermStep.Open);
        OpenedAt = now;
        Move(FixedTermState.Published, now);
    }

    /// <summary>An objection showed that the terms were wrong: they are written and reviewed anew.</summary>
    public void ReturnFromNotice(string reason, string by, DateTimeOffset now)
    {
        Require(FixedTermStep.ReturnFromNotice);
        (Returned, NoticeId, PublishedAt) = (new FixedTermReturn("notice", reason, by, now), null, null);
        Move(FixedTermState.Returned, now);
    }

    /// <summary>The holder takes it back, or what it rests on is gone. Licences and trials given before stay (专利法 50).</summary>
    public void Withdraw(long? seen, string reason, DateTimeOffset now)
    {
        Require(FixedTermStep.Withdraw);
        if (seen is { } version) Unchanged(version);
        End(FixedTermState.Withdrawn, reason, now);
    }

    /// <summary>Its last day is over.</summary>
    public void Expire(DateTimeOffset now)
    {
        Require(FixedTermStep.Expire);
        End(FixedTermState.Expired, null, now);
    }

    public void RequireOpen(DateTimeOffset now)
    {
        if (!Allows(FixedTermStep.TakeUp) || now >= EndsAt) throw FixedTermProblems.NotOpen.With(("state", State));
    }

    public bool Allows(FixedTermStep step) => FixedTermSteps.Allows(step, State);

    private void End(FixedTermState state, string? reason, DateTimeOffset now)
    {
        (EndedAt, EndReason) = (now, reason);
        Move(state, now);
    }

    private void Move(FixedTermState state, DateTimeOffset now)
    {
        (State, ChangedAt) = (state, now);
        Version++;
    }

    private void Require(FixedTermStep step)
    {
        if (!Allows(step)) throw FixedTermProblems.OfferWrongState.With(("state", State), ("step", step));
    }

    private void Unchanged(long seen)
    {
        if (seen != Version) throw PlatformProblems.ChangedMeanwhile.With(("version", Version));
    }
}
