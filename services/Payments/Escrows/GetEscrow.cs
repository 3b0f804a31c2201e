using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Parties;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Escrows;

/// <summary>A party of a deal, or finance, sees what is held for it, milestone by milestone.</summary>
static class GetEscrow
{
    public sealed record Step(
        int Number, string Title, DateOnly? DueOn, Money Amount, MilestoneState State, Money FromDeposit, Money Refunded, Money Fee, Guid? BillId, string? BillCode,
        Money? BillAmount, Money? Received, DateTimeOffset? PaidInAt, DateTimeOffset? ReleasedAt, bool MayBill, bool MayAccept);

    public sealed record Response(
        Guid DealId, string Number, string Title, Guid SellerId, string SellerName, Guid BuyerId, string BuyerName, string? ContractNumber, Money Price, EscrowState State,
        string? HoldReason, string? EndOutcome, Money Held, Money FreeDeposit, Money PaidDirectly, IReadOnlyList<Step> Milestones, bool MayHold, bool MayRefund);

    public static async Task<Ok<Response>> Handle(Guid id, Caller caller, PaymentsDb db, Journal journal, CancellationToken ct)
    {
        var escrow = await db.Escrows.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (escrow is null || escrow.Currency.Length == 0 || !EscrowAccess.MaySee(escrow, caller)) throw Problems.EscrowNotFound.Now();
        return TypedResults.Ok(await Show(escrow, caller, db, journal, ct));
    }

    internal static async Task<Response> Show(Escrow e, Caller caller, PaymentsDb db, Journal journal, CancellationToken ct)
    {
        var bills = await db.Bills.AsNoTracking().Where(b => b.SubjectId == e.Id && b.State != BillState.Cancelled).ToListAsync(ct);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Kind == AccountKind.Escrow && a.Holder == e.Id && a.Currency == e.Currency, ct);
        var buyer = EscrowAccess.IsBuyer(e, caller);
        var steps = new List<Step>();
        foreach (var m in e.Milestones)
        {
            var bill = bills.Find(b => b.Id == m.BillId);
            steps.Add(new Step(
                m.Number, m.Title, m.DueOn, e.Of(m.Amount), m.State, e.Of(m.FromDeposit), e.Of(m.Refunded), e.Of(m.Fee), bill?.Id.Value, bill?.Code, bill?.Amount,
                bill is null ? null : e.Of(await db.ReceivedFor(bill.Id, ct)), m.PaidInAt, m.ReleasedAt,
                buyer && e.State == EscrowState.Open && m.State == MilestoneState.Open, buyer && e.State != EscrowState.OnHold && m.State == MilestoneState.PaidIn));
        }
        return new Response(
            e.Id, e.Number, e.Title, e.SellerId, e.SellerName, e.BuyerId, e.BuyerName, e.ContractNumber, e.Of(e.Price), e.State, e.HoldReason, e.EndOutcome,
            e.Of(account is null ? 0 : await journal.Balance(account, ct)), e.Of(e.FreeDeposit), e.Of(e.PaidDirectly.Sum(d => d.Amount)), steps,
            Access.IsFinance(caller), Access.IsFinance(caller));
    }
}

/// <summary>Who sees and who acts on a deal's escrow.</summary>
static class EscrowAccess
{
    public static bool MaySee(Escrow escrow, Caller caller) =>
        Access.IsFinance(caller) || (Access.ReadsOwnMoney(caller) && (caller.Organisation == escrow.BuyerId || caller.Organisation == escrow.SellerId));

    /// <summary>The buyer's purchasers and finance people act for it.</summary>
    public static bool IsBuyer(Escrow escrow, Caller caller) => caller.Organisation == escrow.BuyerId && (caller.Has(Roles.Purchaser) || caller.Has(Roles.Finance));

    public static async Task<Escrow> LockForBuyer(PaymentsDb db, Guid id, Caller caller, CancellationToken ct)
    {
        await db.LockSubject(id, ct);
        var escrow = await db.Escrows.SingleOrDefaultAsync(e => e.Id == id, ct);
        if (escrow is null || !MaySee(escrow, caller)) throw Problems.EscrowNotFound.Now();
        if (caller.Organisation != escrow.BuyerId) throw Platform.Problems.PlatformProblems.RoleMissing.Now();
        caller.Require(Roles.Purchaser, Roles.Finance);
        return escrow;
    }

    public static async Task<Escrow> LockForFinance(PaymentsDb db, Guid id, Caller caller, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        await db.LockSubject(id, ct);
        return await db.Escrows.SingleOrDefaultAsync(e => e.Id == id && e.Currency != "", ct) ?? throw Problems.EscrowNotFound.Now();
    }
}
