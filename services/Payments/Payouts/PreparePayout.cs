using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Payments.Providers;
using TechMarket.Payments.Providers.Stripe;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Payouts;

/// <summary>The first person confirms a payout and the account it goes to.</summary>
static class PreparePayout
{
    public sealed record Account(
        [property: Required, StringLength(100, MinimumLength = 2)] string AccountName,
        [property: Required, StringLength(40, MinimumLength = 4), RegularExpression(@"[0-9A-Za-z\-]+")] string AccountNumber,
        [property: Required, StringLength(100, MinimumLength = 2)] string BankName);

    /// <param name="Receiver">Not needed for what a provider gives back the way it came.</param>
    /// <param name="ByProvider">To the payee's connected account at the online provider instead.</param>
    public sealed record Request(uint Version, Account? Receiver = null, bool ByProvider = false);

    public static async Task<Ok<GetPayout.Response>> Handle(
        PayoutId id, Request request, Caller caller, PaymentsDb db, IEnumerable<IOnlineProvider> providers, TimeProvider clock, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var payout = await db.LockPayout(id, ct);
        if (db.VersionOf(payout) != request.Version) throw PlatformProblems.ChangedMeanwhile.Now();
        string? connected = null;
        if (request.ByProvider)
        {
            connected = (await db.PartyAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.PartyId == payout.PayeeId, ct))?.StripeAccount;
            if (connected is null || !providers.Any(p => p.Offered) || !StripeClient.Takes(payout.Amount)) throw Problems.ReceiverMissing.Now();
        }
        var receiver = request.Receiver is { } r ? new BankDetails(r.AccountName.Trim(), r.AccountNumber.Trim(), r.BankName.Trim()) : null;
        payout.Prepare(receiver, connected, caller, clock.GetUtcNow());
        db.Audit(caller, "payout", id.Value, "prepare", "RAISED", "PREPARED", data: new { payout.Number, payout.Amount, payout.Receiver }, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetPayout.Show(payout, caller, db));
    }
}
