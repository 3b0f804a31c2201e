using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using TechMarket.Messages;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Payouts;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Payments.Escrows;

/// <summary>The buyer accepts a milestone: its money is the seller's, the payout is ordered, and the contract hears of the payment.</summary>
static class AcceptMilestone
{
    public static async Task<Ok<GetEscrow.Response>> Handle(
        Guid id, int number, Caller caller, PaymentsDb db, Journal journal, PayoutDesk payouts, IOptions<PaymentsOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var escrow = await EscrowAccess.LockForBuyer(db, id, caller, ct);
        // Accepted twice is accepted once.
        if (escrow.Milestones.FirstOrDefault(m => m.Number == number) is not { State: MilestoneState.Released })
        {
            var (released, fee) = escrow.Accept(number, options.Value.PlatformFeeRate, now);
            var releaseId = Guid.CreateVersion7(now);
            var payable = new AccountKey(AccountKind.SellerPayable, escrow.SellerId, escrow.Currency, escrow.SellerName);
            var entry = await journal.Book(Release(escrow, releaseId, number, payable, released, fee), caller, ct);
            if (released > fee)
            {
                await payouts.Raise(
                    new PayoutOrder(
                        PayoutKind.Seller, $"seller:{releaseId}", id, payable, escrow.SellerId, escrow.SellerName, escrow.Of(released - fee),
                        $"{escrow.ContractNumber} {escrow.Number} #{number}"),
                    caller, ct);
            }
            db.Publish(new PaymentReleased(
                releaseId, id, escrow.ContractId!.Value, escrow.ContractNumber!, escrow.SellerId, escrow.BuyerId, escrow.Of(released), number, entry.Number,
                ChinaTime.DayOf(now), now));
            db.Audit(caller, "escrow", id, "accept-milestone", "PAID_IN", "RELEASED", data: new { number, released, fee }, retention: "permanent");
            await db.SaveChangesAsync(ct);
        }
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetEscrow.Show(escrow, caller, db, journal, ct));
    }

    private static Booking Release(Escrow escrow, Guid releaseId, int number, AccountKey payable, decimal released, decimal fee)
    {
        var legs = new List<(AccountKey, Money)>
        {
            (new AccountKey(AccountKind.Escrow, escrow.Id, escrow.Currency, escrow.Number), escrow.Of(released)),
        };
        if (released > fee) legs.Add((payable, escrow.Of(fee - released)));
        if (fee > 0) legs.Add((AccountKey.PlatformFee(escrow.Currency), escrow.Of(-fee)));
        return new Booking(EntryKind.EscrowReleased, EscrowCause.Release(releaseId), $"{escrow.Number} #{number}", null, legs);
    }
}
