using TechMarket.Messages;
using TechMarket.Platform.Ids;
using TechMarket.Platform.Problems;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

public readonly record struct RewardPlanId(Guid Value) : ITypedId<RewardPlanId>
{
    public static RewardPlanId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out RewardPlanId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new RewardPlanId(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}

public enum RewardPlanStatus
{
    Draft,
    Submitted,
    Returned,
    Approved,

    /// <summary>Its award is announced; objections stop the clock.</summary>
    Notice,

    /// <summary>Every payment received is divided.</summary>
    Effective,
    Withdrawn,
}

enum RewardMove
{
    Edit,
    Submit,
    Return,
    Approve,
    Publish,
    Revise,
    TakeEffect,
    Withdraw,
    Book,
}

/// <summary>The state machine: which move is possible in which state. What is not listed here is refused.</summary>
static class RewardMoves
{
    private static readonly Dictionary<RewardMove, RewardPlanStatus[]> From = new()
    {
        [RewardMove.Edit] = [RewardPlanStatus.Draft, RewardPlanStatus.Returned],
        [RewardMove.Submit] = [RewardPlanStatus.Draft, RewardPlanStatus.Returned],
        [RewardMove.Return] = [RewardPlanStatus.Submitted, RewardPlanStatus.Approved],
        [RewardMove.Approve] = [RewardPlanStatus.Submitted],
        [RewardMove.Publish] = [RewardPlanStatus.Approved],
        [RewardMove.Revise] = [RewardPlanStatus.Notice],
        [RewardMove.TakeEffect] = [RewardPlanStatus.Notice],
        [RewardMove.Withdraw] =
            [RewardPlanStatus.Draft, RewardPlanStatus.Submitted, RewardPlanStatus.Returned, RewardPlanStatus.Approved, RewardPlanStatus.Notice],
        [RewardMove.Book] = [RewardPlanStatus.Effective],
    };

    public static bool Allows(RewardMove move, RewardPlanStatus status) => From[move].Contains(status);
}

/// <summary>Who makes a move.</summary>
sealed record RewardActor(Guid PersonId, string PersonName);

/// <summary>The contract whose income is shared, as heard from the other services.</summary>
sealed record RewardContract(
    Guid DealId, string DealNumber, string? AchievementNumber, string Title, Guid SellerId, string SellerName, string BuyerName, Guid ContractId,
    string ContractNumber, Money Amount);

/// <summary>What the unit decides about the income.</summary>
/// <param name="Basis">The unit's own rule the shares follow, and the minutes of its decision.</param>
sealed record RewardContent(string Basis, IReadOnlyList<RewardDeduction> Deductions, IReadOnlyList<RewardShare> Shares)
{
    public decimal Deducted => Deductions.Sum(d => d.Amount.Amount);

    /// <summary>Deductions are the region's and in yuan; nobody appears twice in one role. Whether shares add up is asked when it is submitted.</summary>
    public void Check(RewardFloor floor)
    {
        var known = floor.NetIncomeDeductions.Select(d => d.Code).ToArray();
        if (Deductions.FirstOrDefault(d => !known.Contains(d.Code) || d.Amount is not { Currency: "CNY", Amount: > 0 }) is { } wrong)
            throw Problems.RewardDeductionUnfit.With(("code", wrong.Code), ("known", known));
        if (Shares.GroupBy(s => (s.Role, s.Name, s.WorkNumber)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw Problems.RewardShareTwice.With(("name", twice.Key.Name));
    }
}

/// <summary>Something that happened to a plan.</summary>
public sealed record RewardStep(string Action, string? PersonName, string? Reason, DateTimeOffset At);

/// <summary>
/// How a public unit divides the net income of one contract between the people who made and converted the achievement and itself
/// (转化法 44-45): written by the publisher, approved by somebody else, announced, then applied to each payment received.
/// </summary>
sealed class RewardPlan
{
    private RewardPlan()
    {
    }

    public RewardPlanId Id { get; private set; }
    public string Number { get; private set; } = "";
    public long Version { get; private set; }
    public RewardPlanStatus Status { get; private set; }
    public Guid DealId { get; private set; }
    public Guid SellerId { get; private set; }
    public string Title { get; private set; } = "";
    public RewardContract Contract { get; private set; } = null!;
    public RewardContent Content { get; private set; } = null!;
    public Guid AuthorId { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the state began in which it is now.</summary>
    public DateTimeOffset StatusSince { get; private set; }

    public IReadOnlyList<RewardStep> History { get; private set; } = [];

    public decimal NetIncome => Contract.Amount.Amount - Content.Deducted;

    public IReadOnlyList<int> BasisPoints => [.. Content.Shares.Select(s => s.BasisPoints)];

    /// <summary>Why it was returned or withdrawn, while it is.</summary>
    public string? Reason => Status is RewardPlanStatus.Returned or RewardPlanStatus.Withdrawn ? History[^1].Reason : null;

    public static RewardPlan Draft(
        RewardPlanId id, string number, RewardContract contract, RewardContent content, RewardFloor floor, RewardActor actor, DateTimeOffset now)
    {
        content.Check(floor);
        return new RewardPlan
        {
            Id = id, Number = number, Version = 1, Status = RewardPlanStatus.Draft, DealId = contract.DealId, SellerId = contract.SellerId, Title = contract.Title,
            Contract = contract, Content = content, AuthorId = actor.PersonId, CreatedAt = now, StatusSince = now,
            History = [new RewardStep("CREATED", actor.PersonName, null, now)],
        };
    }

    /// <summary>The publisher writes it anew; the contract's data are taken up as they stand.</summary>
    public void Edit(long seen, RewardContract contract, RewardContent content, RewardFloor floor, RewardActor actor)
    {
        Expect(RewardMove.Edit, seen);
        content.Check(floor);
        (Contract, Content, AuthorId) = (contract, content, actor.PersonId);
        Version++;
    }

    /// <summary>Handed to the approver: there is net income, the shares add up to all of it and reach every floor of the region.</summary>
    public void Submit(long seen, RewardFloor floor, string source, RewardActor actor, DateTimeOffset now)
    {
        Expect(RewardMove.Submit, seen);
        if (NetIncome <= 0) throw Problems.RewardNetIncomeNone.With(("income", Contract.Amount), ("deducted", Money.Yuan(Content.Deducted)));
        var sum = BasisPoints.Sum();
        if (sum != RewardRules.Whole || Content.Shares.Any(s => s.BasisPoints == 0)) throw Problems.RewardSharesOpen.With(("sum", sum), ("needed", RewardRules.Whole));
        if (RewardRules.Check(Content.Shares, floor).FirstOrDefault(f => !f.Met) is { } below)
            throw Problems.RewardBelowFloor.With(("rule", below.Rule), ("required", Percent(below.Required)), ("actual", Percent(below.Actual)), ("source", source));
        AuthorId = actor.PersonId;
        Go(RewardPlanStatus.Submitted, "SUBMITTED", actor, null, now);
    }

    /// <summary>The approver gives it back with a reason.</summary>
    public void Return(long seen, string reason, RewardActor actor, DateTimeOffset now)
    {
        Expect(RewardMove.Return, seen);
        Go(RewardPlanStatus.Returned, "RETURNED", actor, reason, now);
    }

    /// <summary>The approver agrees; nobody approves what they wrote.</summary>
    public void Approve(long seen, RewardActor actor, DateTimeOffset now)
    {
        Expect(RewardMove.Approve, seen);
        CheckOther(actor);
        Go(RewardPlanStatus.Approved, "APPROVED", actor, null, now);
    }

    /// <summary>The award is announced (转化法 45, DOMAIN W-5): only for a registered contract, and of the amount the plan divides.</summary>
    public RewardNotice Publish(
        long seen, RewardNoticeId noticeId, string number, RewardRegistration? registration, Period length, WorkingCalendar calendar, Guid run, RewardActor actor,
        DateTimeOffset now)
    {
        Expect(RewardMove.Publish, seen);
        if (registration is null) throw Problems.RewardNotRegistered.Now();
        if (registration.ContractAmount != Contract.Amount) throw Problems.RewardContractChanged.With(("planned", Contract.Amount), ("registered", registration.ContractAmount));
        Go(RewardPlanStatus.Notice, "PUBLISHED", actor, number, now);
        return RewardNotice.Publish(noticeId, this, number, registration, length, calendar, run, now);
    }

    /// <summary>An objection was right: the plan goes back to its author.</summary>
    public void Revise(string reason, RewardActor actor, DateTimeOffset now)
    {
        Expect(RewardMove.Revise);
        Go(RewardPlanStatus.Returned, "OBJECTION_UPHELD", actor, reason, now);
    }

    /// <summary>Its notice has passed.</summary>
    public void TakeEffect(DateTimeOffset now)
    {
        Expect(RewardMove.TakeEffect);
        Go(RewardPlanStatus.Effective, "EFFECTIVE", null, null, now);
    }

    /// <summary>Given up before it took effect; another plan may be made for the deal.</summary>
    public void Withdraw(long seen, string reason, RewardActor actor, DateTimeOffset now)
    {
        Expect(RewardMove.Withdraw, seen);
        Go(RewardPlanStatus.Withdrawn, "WITHDRAWN", actor, reason, now);
    }

    /// <summary>What a payment received brings everybody; together the payments are divided as their sum would be.</summary>
    public RewardReceipt Book(Guid receiptId, Guid paymentId, Money received, IReadOnlyList<RewardReceipt> earlier, DateOnly payBy, Func<Guid> newId, DateTimeOffset at, DateTimeOffset now)
    {
        Expect(RewardMove.Book);
        var sumReceived = earlier.Sum(r => r.Received.Amount) + received.Amount;
        var netSoFar = RewardRules.NetOf(sumReceived, Contract.Amount.Amount, NetIncome);
        var net = netSoFar - earlier.Sum(r => r.Net.Amount);
        var before = Content.Shares.Select((_, place) => earlier.Sum(r => r.Dues.Where(d => d.Place == place).Sum(d => d.Amount.Amount))).ToList();
        var receipt = new RewardReceipt(receiptId, Id, paymentId, received, net, at, now);
        foreach (var (amount, place) in RewardRules.Next(before, netSoFar, BasisPoints).Select((amount, place) => (amount, place)))
            receipt.Add(new RewardDue(newId(), receipt, place, Content.Shares[place], amount, payBy));
        return receipt;
    }

    /// <summary>Nobody decides about what they wrote themselves.</summary>
    public void CheckOther(RewardActor actor)
    {
        if (actor.PersonId == AuthorId) throw Problems.RewardOwnPlan.Now();
    }

    private static string Percent(decimal rate) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rate * 100:0.##}%");

    private void Go(RewardPlanStatus status, string action, RewardActor? actor, string? reason, DateTimeOffset now)
    {
        (Status, StatusSince) = (status, now);
        Version++;
        History = [.. History, new RewardStep(action, actor?.PersonName, reason, now)];
    }

    private void Expect(RewardMove move, long? seen = null)
    {
        if (!RewardMoves.Allows(move, Status)) throw Problems.RewardPlanWrongState.With(("status", Status));
        if (seen is { } version && version != Version) throw PlatformProblems.ChangedMeanwhile.With(("version", Version));
    }
}
