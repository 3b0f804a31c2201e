using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>The seller's people read a plan: contract, calculation, notices with objections, and what was received, is due and was paid.</summary>
static class GetRewardPlan
{
    public sealed record Registration(string? Number, string? VerificationCode, Money ContractAmount, Money TechnicalAmount, DateTimeOffset RegisteredAt);

    /// <param name="Name">Who objected and how to reach them: for approvers alone.</param>
    public sealed record Objection(
        Guid Id, RewardObjectionState State, string Reason, string? Name, string? Contact, DateTimeOffset ReceivedAt, DateTimeOffset DueAt, string? Decision, string? DecidedBy,
        DateTimeOffset? DecidedAt);

    public sealed record Notice(
        string Number, RewardNoticeState State, DateTimeOffset PublishedAt, DateTimeOffset EndsAt, DateTimeOffset? ClosedAt, string? ClosingReason, IReadOnlyList<Objection> Objections);

    public sealed record Due(
        Guid Id, int Place, RewardRole Role, string Name, string? WorkNumber, Money Amount, DateOnly PayBy, string? BankReference, DateOnly? PaidOn, string? RecordedBy, bool MayPay);

    public sealed record Receipt(Guid Id, Money Received, Money Net, DateTimeOffset ReceivedAt, IReadOnlyList<Due> Dues);

    public sealed record Response(
        Guid Id, long Version, string Number, RewardPlanStatus Status, Guid DealId, string DealNumber, string? AchievementNumber, string Title, string SellerName,
        string BuyerName, Guid ContractId, string ContractNumber, Registration? Registration, string Basis, IReadOnlyList<RewardDeduction> Deductions,
        IReadOnlyList<RewardShare> Shares, RewardCalculation Calculation, string? Reason, IReadOnlyList<RewardStep> History, IReadOnlyList<Notice> Notices,
        IReadOnlyList<Receipt> Receipts, Money AwardDue, Money AwardPaid, bool MayEdit, bool MaySubmit, bool MayReturn, bool MayApprove, bool MayPublish, bool MayWithdraw,
        bool MayDecide, bool OwnPlan);

    public static async Task<Ok<Response>> Handle(
        RewardPlanId id, Caller caller, CommissionsDb db, ContactVault vault, RegionProfile profile, CancellationToken ct) =>
        TypedResults.Ok(await Show(await RewardDesk.Read(db, id, caller, ct), caller, db, vault, profile, ct));

    internal static async Task<Response> Show(RewardPlan p, Caller caller, CommissionsDb db, ContactVault vault, RegionProfile profile, CancellationToken ct)
    {
        var notices = await db.RewardNotices.AsNoTracking().Include(n => n.Objections).Where(n => n.PlanId == p.Id).OrderByDescending(n => n.PublishedAt).ToListAsync(ct);
        var receipts = await db.RewardReceipts.AsNoTracking().Include(r => r.Dues).ThenInclude(d => d.Payment).Where(r => r.PlanId == p.Id).OrderBy(r => r.ReceivedAt).ToListAsync(ct);
        var registration = await RewardDesk.RegistrationOf(db, p.DealId, ct);
        var awards = receipts.SelectMany(r => r.Dues).Where(d => d.Role != RewardRole.Unit).ToList();
        bool Publishes(RewardMove move) => caller.Has(Roles.Publisher) && RewardMoves.Allows(move, p.Status);
        bool Approves(RewardMove move) => caller.Has(Roles.Approver) && RewardMoves.Allows(move, p.Status);
        var own = p.AuthorId == caller.PersonId;
        return new Response(
            p.Id.Value, p.Version, p.Number, p.Status, p.DealId, p.Contract.DealNumber, p.Contract.AchievementNumber, p.Title, p.Contract.SellerName, p.Contract.BuyerName,
            p.Contract.ContractId, p.Contract.ContractNumber,
            registration is { } r ? new Registration(r.Number, r.VerificationCode, r.ContractAmount, r.TechnicalAmount, r.RegisteredAt) : null,
            p.Content.Basis, p.Content.Deductions, p.Content.Shares, RewardCalculation.Of(p.Contract, p.Content, profile.At(p.CreatedAt)), p.Reason, p.History,
            [.. notices.Select(n => new Notice(
                n.Number, n.State, n.PublishedAt, n.EndsAt, n.ClosedAt, n.ClosingReason, [.. n.Objections.OrderBy(o => o.ReceivedAt).Select(o => Of(o, caller, vault))]))],
            [.. receipts.Select(x => new Receipt(x.Id, x.Received, x.Net, x.ReceivedAt, [.. x.Dues.OrderBy(d => d.Place).Select(d => Of(d, caller))]))],
            Money.Yuan(awards.Sum(d => d.Amount.Amount)), Money.Yuan(awards.Where(d => d.Payment is not null).Sum(d => d.Amount.Amount)),
            Publishes(RewardMove.Edit), Publishes(RewardMove.Submit), Approves(RewardMove.Return), Approves(RewardMove.Approve) && !own,
            Publishes(RewardMove.Publish) && registration is not null, Publishes(RewardMove.Withdraw), Approves(RewardMove.Revise) && !own, own);
    }

    private static Objection Of(RewardObjection o, Caller caller, ContactVault vault)
    {
        var contact = caller.Has(Roles.Approver) ? vault.Open(o.Id, o.SealedContact) : null;
        return new Objection(o.Id, o.State, o.Reason, contact?.Name, contact?.Contact, o.ReceivedAt, o.DueAt, o.Decision, o.DecidedBy, o.DecidedAt);
    }

    private static Due Of(RewardDue d, Caller caller) => new(
        d.Id, d.Place, d.Role, d.Name, d.WorkNumber, d.Amount, d.PayBy, d.Payment?.BankReference, d.Payment?.PaidOn, d.Payment?.RecordedBy,
        d.IsPayable && caller.Has(Roles.Finance));
}
