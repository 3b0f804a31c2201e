using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Deposits;
using TechMarket.Payments.Escrows;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Movements;
using TechMarket.Payments.Payouts;
using TechMarket.Testing;

namespace TechMarket.Payments.Tests.Ledger;

/// <summary>Whatever happens in whatever order, refused or not: the sums are zero, nobody's account is overdrawn, and every deposit is settled once at most.</summary>
public sealed class LedgerPropertyTests(SharedApp shared) : PaymentsTests(shared)
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(42)]
    public async Task Random_operations_keep_the_ledger_in_balance(int seed)
    {
        var random = new Random(seed);
        var deposits = new List<DepositDemanded>();
        var deals = new List<DealConcluded>();
        for (var step = 0; step < 120; step++) await Step(random, deposits, deals);
        (await App.Inspect()).Findings.ShouldBeEmpty();
        var settled = (await App.Published<DepositSettled>()).Where(f => deposits.Exists(d => d.DepositId == f.DepositId)).ToList();
        settled.Count.ShouldBe(settled.Select(f => f.DepositId).Distinct().Count());
        var known = deposits.Select(d => d.DepositId).ToList();
        (await App.InDb(db => db.Deposits.CountAsync(d => known.Contains(d.Id) && d.State == DepositState.Settled))).ShouldBe(settled.Count);
        await EveryAccountMatchesWhatStandsBehindIt();
        (await App.AuditBreak()).ShouldBeNull();
    }

    private async Task Step(Random random, List<DepositDemanded> deposits, List<DealConcluded> deals)
    {
        switch (random.Next(10))
        {
            case 0:
                deposits.Add(App.Demand(random.Next(1, 1000)));
                await App.Hear(deposits[^1]);
                break;
            case 1:
                deals.Add(await App.OpenEscrow(random.Next(1, 1000), random.Next(1, 1000)));
                break;
            case 2 or 3:
                await Pay(random);
                break;
            case 4 when deposits.Count > 0:
                var deposit = deposits[random.Next(deposits.Count)];
                var decision = new[] { "RETURN", "APPLY", "FORFEIT" }[random.Next(3)];
                if (decision != "APPLY" || deals.Count > 0) await App.Hear(App.Decide(deposit, decision, decision == "APPLY" ? deals[random.Next(deals.Count)].DealId : null));
                break;
            case 5 when deals.Count > 0:
                await App.TryBill(deals[random.Next(deals.Count)].DealId, random.Next(1, 3));
                break;
            case 6 when deals.Count > 0:
                await App.TryAccept(deals[random.Next(deals.Count)].DealId, random.Next(1, 3));
                break;
            case 7 when deals.Count > 0:
                await App.As(App.Finance).Post(
                    $"/api/payments/escrows/{deals[random.Next(deals.Count)].DealId}/refunds",
                    new RefundEscrow.Request(Guid.CreateVersion7(), Money.Yuan(random.Next(1, 500)), "退款", random.Next(3) is 0 ? null : random.Next(1, 3)));
                break;
            case 8:
                await SettleMovement(random);
                break;
            default:
                await MovePayout(random);
                break;
        }
    }

    private async Task Pay(Random random)
    {
        var open = await App.InDb(db => db.Bills.AsNoTracking().Where(b => b.State == BillState.Open && b.PayerId == App.Buyer.OrganisationId).ToListAsync());
        if (open.Count == 0) return;
        var bill = open[random.Next(open.Count)];
        var amount = Math.Max(1, bill.Amount.Amount + new[] { 0, 0, 0, -1, 5 }[random.Next(5)]);
        await App.Receive(random.Next(6) == 0 ? "?" : bill.Code, amount, App.Buyer.OrganisationName);
    }

    private async Task SettleMovement(Random random)
    {
        var queued = await App.InDb(db => db.Movements.AsNoTracking().Where(m => m.State == MovementState.Queued && m.Direction == MovementDirection.In).ToListAsync());
        var open = await App.InDb(db => db.Bills.AsNoTracking().Where(b => b.State == BillState.Open).ToListAsync());
        if (queued.Count == 0) return;
        var movement = queued[random.Next(queued.Count)];
        if (open.Count == 0 || random.Next(3) == 0) await App.As(App.Finance).Post($"/api/payments/movements/{movement.Id}/return", new ReturnMovement.Request("退回"));
        else await App.As(App.Finance).Post($"/api/payments/movements/{movement.Id}/match", new MatchMovement.Request(open[random.Next(open.Count)].Id.Value));
    }

    private async Task MovePayout(Random random)
    {
        var open = await App.InDb(db => db.Payouts.AsNoTracking().Where(p => p.ClosedAt == null).ToListAsync());
        if (open.Count == 0) return;
        var id = open[random.Next(open.Count)].Id.Value;
        await (random.Next(6) switch
        {
            0 or 1 => App.TryPrepare(id),
            2 or 3 => App.TryRelease(id),
            4 => App.TryExecute(id, App.Serial()),
            _ => App.As(App.Finance).Post($"/api/payments/payouts/{id}/{(random.Next(2) == 0 ? "return" : "cancellation")}", new StopPayout.Request("停止")),
        });
    }

    /// <summary>The ledger and the aggregates say the same by two ways of counting.</summary>
    private Task EveryAccountMatchesWhatStandsBehindIt() => App.InDb(async db =>
    {
        var journal = new Journal(db, App.Clock);
        foreach (var account in await db.Accounts.ToListAsync())
        {
            var balance = await journal.Balance(account, CancellationToken.None);
            if (account.Kind == AccountKind.Bank)
            {
                var came = await db.Movements.Where(m => m.Direction == MovementDirection.In && m.Amount.Currency == account.Currency).SumAsync(m => m.Amount.Amount);
                var left = await db.Payouts.Where(p => p.State == PayoutState.Executed && p.Amount.Currency == account.Currency).SumAsync(p => p.Amount.Amount);
                balance.ShouldBe(came - left);
            }
            else if (account.Kind == AccountKind.Unallocated)
            {
                var waiting = await db.Movements.Where(m => m.Direction == MovementDirection.In && (m.State == MovementState.Queued || m.State == MovementState.Parked)).SumAsync(m => m.Amount.Amount);
                var ordered = await db.Payouts.Where(p => p.FromKind == AccountKind.Unallocated && p.ClosedAt == null).SumAsync(p => p.Amount.Amount);
                balance.ShouldBe(waiting + ordered);
            }
            else if (account.Kind == AccountKind.Escrow)
            {
                var escrow = await db.Escrows.SingleAsync(e => e.Id == account.Holder);
                var held = escrow.Milestones.Where(m => m.State == MilestoneState.PaidIn).Sum(m => m.Amount - m.Refunded) + escrow.FreeDeposit
                    + escrow.Milestones.Where(m => m.State == MilestoneState.Billed).Sum(m => m.FromDeposit);
                var partly = 0m;
                foreach (var bill in await db.Bills.Where(b => b.SubjectId == escrow.Id && b.State == BillState.Open).ToListAsync()) partly += await db.ReceivedFor(bill.Id, CancellationToken.None);
                var leaving = await db.Payouts.Where(p => p.FromKind == AccountKind.Escrow && p.FromHolder == escrow.Id && p.ClosedAt == null).SumAsync(p => p.Amount.Amount);
                balance.ShouldBe(held + partly + leaving);
            }
        }
        return true;
    });
}
