using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Deals;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Rewards;

/// <summary>Whose plans these are, and what is known of the contract behind them. To other organisations they do not exist.</summary>
static class RewardDesk
{
    private static readonly string[] Readers = [Roles.Publisher, Roles.Approver, Roles.Finance];

    public static RewardActor Actor(this Caller caller) => new(caller.PersonId, caller.PersonName);

    /// <summary>The seller's own people of the three roles read plans.</summary>
    public static Caller Reader(Caller caller) => caller.Require(Readers);

    public static async Task<RewardPlan> Read(CommissionsDb db, RewardPlanId id, Caller caller, CancellationToken ct)
    {
        var plan = await db.RewardPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.SellerId == caller.OrganisationId, ct)
            ?? throw Problems.RewardPlanNotFound.Now();
        Reader(caller);
        return plan;
    }

    /// <summary>A plan for somebody of that role to act on, locked against everybody else until the transaction ends.</summary>
    public static async Task<RewardPlan> Lock(CommissionsDb db, RewardPlanId id, Caller caller, string role, CancellationToken ct)
    {
        var dealId = await db.RewardPlans.Where(p => p.Id == id && p.SellerId == caller.OrganisationId).Select(p => (Guid?)p.DealId).SingleOrDefaultAsync(ct)
            ?? throw Problems.RewardPlanNotFound.Now();
        caller.Require(role).RequireVerified();
        await db.LockDeal(dealId, ct);
        return await db.RewardPlans.SingleAsync(p => p.Id == id, ct);
    }

    /// <summary>The contract a seller's plan is for: in effect, in yuan, of the amount that was registered last.</summary>
    public static async Task<RewardContract> ContractOf(CommissionsDb db, Guid dealId, Caller caller, CancellationToken ct)
    {
        var deal = await db.Deals.AsNoTracking().SingleOrDefaultAsync(d => d.Id == dealId && d.SellerId == caller.OrganisationId, ct) ?? throw Problems.RewardDealNotFound.Now();
        var events = await db.DealEvents.AsNoTracking().Where(e => e.DealId == dealId).ToListAsync(ct);
        var known = Registered(events) ?? events.Find(e => e.Kind == DealEventKind.Effective);
        if (known is null || events.Exists(e => e.Outcome == "VOID")) throw Problems.RewardContractMissing.Now();
        if (known.ContractAmount!.Currency != "CNY") throw Problems.RewardCurrencyUnfit.With(("currency", known.ContractAmount.Currency));
        var number = await db.Achievements.Where(a => a.Id == deal.AchievementId && a.Number != "").Select(a => a.Number).SingleOrDefaultAsync(ct);
        return new RewardContract(
            deal.Id, deal.Number, number, deal.Title, deal.SellerId, deal.SellerName, deal.BuyerName, known.ContractId, known.ContractNumber, known.ContractAmount);
    }

    public static async Task<RewardRegistration?> RegistrationOf(CommissionsDb db, Guid dealId, CancellationToken ct) =>
        Registered(await db.DealEvents.AsNoTracking().Where(e => e.DealId == dealId && e.Kind == DealEventKind.Registered).ToListAsync(ct)) is { } known
            ? new RewardRegistration(known.RegistrationNumber, known.VerificationCode, known.ContractAmount!, known.Amount!, known.At)
            : null;

    /// <summary>A plan's notice that is public now.</summary>
    public static Task<RewardNotice?> LiveNotice(CommissionsDb db, RewardPlanId planId, CancellationToken ct) => db.RewardNotices.Include(n => n.Objections)
        .SingleOrDefaultAsync(n => n.PlanId == planId && (n.State == RewardNoticeState.Running || n.State == RewardNoticeState.Paused), ct);

    /// <summary>The fact that a plan moved, in its one form; people and amounts never appear in it.</summary>
    public static RewardPlanChanged Fact(RewardPlan plan, string status, string? noticeNumber, string? reason, Guid? by, DateTimeOffset now) => new(
        plan.Id.Value, plan.Version, plan.Number, plan.DealId, plan.Contract.ContractId, plan.Title, plan.SellerId, plan.Contract.SellerName, status, noticeNumber,
        reason, by, now);

    private static DealEvent? Registered(IEnumerable<DealEvent> events) =>
        events.Where(e => e.Kind == DealEventKind.Registered).OrderByDescending(e => e.At).ThenBy(e => e.CauseId).FirstOrDefault();
}
