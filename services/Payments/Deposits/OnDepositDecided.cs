using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Escrows;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Payouts;
using TechMarket.Payments.Providers;
using TechMarket.Platform.Messaging;

namespace TechMarket.Payments.Deposits;

/// <summary>The sale decided what becomes of a deposit: it goes back within the profile's limit, counts towards the price, or falls to the seller. Once.</summary>
sealed class OnDepositDecided(PaymentsDb db, Journal journal, PayoutDesk payouts, TimeProvider clock) : IReaction<DepositDecided>
{
    public async Task React(DepositDecided fact, CancellationToken ct)
    {
        var decision = fact.Decision switch
        {
            "RETURN" => DepositDecision.Return,
            "APPLY" => DepositDecision.Apply,
            "FORFEIT" => DepositDecision.Forfeit,
            _ => throw new InvalidOperationException($"No deposit is decided by {fact.Decision}."),
        };
        await db.LockSubject(fact.DepositId, ct);
        if (decision == DepositDecision.Apply) await db.LockSubject(fact.DealId ?? throw new InvalidOperationException("A deposit is applied to a deal."), ct);
        var deposit = await db.Deposits.SingleOrDefaultAsync(d => d.Id == fact.DepositId, ct);
        if (deposit is null)
        {
            db.Deposits.Add(Deposit.DecidedFirst(fact, decision));
            return;
        }
        if (!deposit.Decide(fact, decision)) return;
        if (deposit.State == DepositState.Awaited) await Close(deposit, fact, ct);
        else await Carry(deposit, decision, fact, ct);
    }

    private async Task Carry(Deposit deposit, DepositDecision decision, DepositDecided fact, CancellationToken ct)
    {
        var held = new AccountKey(AccountKind.DepositHeld, deposit.PartyId, deposit.Amount!.Currency, deposit.PartyName);
        switch (decision)
        {
            case DepositDecision.Return:
                deposit.StartReturn();
                await Return(deposit, deposit.Amount, fact, ct);
                db.Audit(null, "deposit", deposit.Id, "return", "HELD", "RETURNING", fact.Reason, retention: "permanent");
                break;
            case DepositDecision.Apply:
                await Apply(deposit, held, fact, ct);
                break;
            default:
                await Forfeit(deposit, held, fact, ct);
                break;
        }
    }

    private async Task Apply(Deposit deposit, AccountKey held, DepositDecided fact, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var dealId = fact.DealId!.Value;
        var escrow = await db.Escrows.SingleOrDefaultAsync(e => e.Id == dealId, ct);
        if (escrow is null) db.Escrows.Add(escrow = Escrow.Expected(dealId, now));
        escrow.Apply(deposit.Id, deposit.Amount!.Amount);
        var name = escrow.Number.Length > 0 ? escrow.Number : deposit.SaleNumber;
        var entry = await journal.Book(
            Booking.Move(
                EntryKind.DepositApplied, $"deposit-applied:{deposit.Id}", $"{deposit.SaleNumber} {deposit.PartyName}", null, held,
                new AccountKey(AccountKind.Escrow, dealId, deposit.Amount.Currency, name), deposit.Amount),
            null, ct);
        Settle(deposit, "APPLIED", entry.Number, fact, now);
    }

    private async Task Forfeit(Deposit deposit, AccountKey held, DepositDecided fact, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var seller = (await db.Parties.AsNoTracking().SingleOrDefaultAsync(p => p.Id == deposit.SellerId, ct))?.Name ?? "";
        var payable = new AccountKey(AccountKind.SellerPayable, deposit.SellerId, deposit.Amount!.Currency, seller);
        var entry = await journal.Book(
            Booking.Move(EntryKind.DepositForfeited, $"deposit-forfeited:{deposit.Id}", $"{deposit.SaleNumber} {deposit.PartyName}", null, held, payable, deposit.Amount),
            null, ct);
        await payouts.Raise(
            new PayoutOrder(PayoutKind.Seller, $"forfeit:{deposit.Id}", deposit.Id, payable, deposit.SellerId, seller, deposit.Amount, deposit.SaleNumber, fact.DueAt), null, ct);
        Settle(deposit, "FORFEITED", entry.Number, fact, now);
    }

    private void Settle(Deposit deposit, string outcome, string reference, DepositDecided fact, DateTimeOffset now)
    {
        deposit.Settle(outcome, reference, now);
        db.Publish(new DepositSettled(deposit.Id, deposit.SaleId, deposit.PartyId, outcome, deposit.Amount!, reference, now));
        db.Audit(null, "deposit", deposit.Id, "settle", "HELD", "SETTLED", fact.Reason, new { outcome, reference }, "permanent");
    }

    /// <summary>Decided before the whole deposit came: nothing more is expected, and a part that came goes back.</summary>
    private async Task Close(Deposit deposit, DepositDecided fact, CancellationToken ct)
    {
        deposit.Close();
        var bill = await db.Bills.SingleAsync(b => b.Id == deposit.BillId, ct);
        bill.Cancel(fact.Reason, clock.GetUtcNow());
        var received = await db.ReceivedFor(bill.Id, ct);
        if (received > 0) await Return(deposit, new Money(received, bill.Amount.Currency), fact, ct);
    }

    /// <summary>Back the way it came, when it came one way.</summary>
    private async Task Return(Deposit deposit, Money amount, DepositDecided fact, CancellationToken ct)
    {
        var sources = await db.Movements.AsNoTracking().Where(m => m.BillId == deposit.BillId).ToListAsync(ct);
        var one = sources.Count == 1 ? sources[0] : null;
        await payouts.Raise(
            new PayoutOrder(
                PayoutKind.DepositReturn, $"deposit-return:{deposit.Id}", deposit.Id, new AccountKey(AccountKind.DepositHeld, deposit.PartyId, amount.Currency, deposit.PartyName),
                deposit.PartyId, deposit.PartyName, amount, deposit.SaleNumber, fact.DueAt, one is null ? null : Sender.Of(one), one?.Provider ?? ProviderCode.BankTransfer,
                one?.Provider == ProviderCode.Stripe ? one.Reference : null),
            null, ct);
    }
}
