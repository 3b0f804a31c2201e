using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechMarket.Messages;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Deposits;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Payouts;
using TechMarket.Payments.Providers;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Parties;

/// <summary>A party sees its money: what it owes and how to pay it, what is held for it, and what comes to it.</summary>
static class GetMyMoney
{
    public sealed record MarketAccount(string AccountName, string AccountNumber, string BankName);

    public sealed record OwnAccount(string AccountName, string AccountNumber, string BankName, string? StripeAccount, string ChangedBy, DateTimeOffset ChangedAt);

    public sealed record Owed(
        Guid Id, string Code, BillPurpose Purpose, string SubjectNumber, string Title, Money Amount, Money Received, Money Open, DateTimeOffset? DueAt, DateTimeOffset RaisedAt,
        Guid SubjectId, IReadOnlyList<PaymentMethod> OnlineMethods);

    public sealed record HeldDeposit(
        Guid Id, string SaleNumber, string Title, Money? Amount, DepositState State, DepositDecision? Decision, DateTimeOffset? HeldAt, DateTimeOffset? SettleBy, string? Outcome,
        DateTimeOffset? SettledAt, string? SettledReference);

    public sealed record Balance(Guid AccountId, AccountKind Kind, Money Amount);

    public sealed record Coming(string Number, PayoutKind Kind, string Purpose, Money Amount, PayoutState State, DateTimeOffset? DueAt, string? Reference, DateOnly? ExecutedOn);

    public sealed record Response(
        MarketAccount? PayTo, OwnAccount? Account, bool MayChangeAccount, bool MayPay, IReadOnlyList<Owed> Owed, IReadOnlyList<HeldDeposit> Deposits, IReadOnlyList<Balance> Balances,
        IReadOnlyList<Coming> Coming);

    public static async Task<Ok<Response>> Handle(
        Caller caller, PaymentsDb db, Journal journal, IEnumerable<IOnlineProvider> providers, IOptions<PaymentsOptions> options, CancellationToken ct)
    {
        var own = caller.OrganisationId;
        if (!Access.ReadsOwnMoney(caller)) throw Platform.Problems.PlatformProblems.RoleMissing.Now();
        var mayPay = caller.Has(Roles.Purchaser) || caller.Has(Roles.Finance);
        var owed = new List<Owed>();
        foreach (var b in await db.Bills.AsNoTracking().Where(b => b.PayerId == own && b.State == BillState.Open).OrderBy(b => b.DueAt ?? b.RaisedAt).Take(100).ToListAsync(ct))
        {
            var received = await db.ReceivedFor(b.Id, ct);
            owed.Add(new Owed(
                b.Id.Value, b.Code, b.Purpose, b.SubjectNumber, b.Title, b.Amount, new Money(received, b.Amount.Currency), new Money(b.Amount.Amount - received, b.Amount.Currency),
                b.DueAt, b.RaisedAt, b.SubjectId, received == 0 && mayPay ? [.. providers.Where(p => p.Offered).SelectMany(p => p.MethodsFor(b))] : []));
        }
        var deposits = await db.Deposits.AsNoTracking().Where(d => d.PartyId == own && d.HeldAt != null).OrderByDescending(d => d.HeldAt).Take(100).ToListAsync(ct);
        var payouts = await db.Payouts.AsNoTracking().Where(p => p.PayeeId == own && p.State != PayoutState.Cancelled).OrderByDescending(p => p.RaisedAt).Take(100).ToListAsync(ct);
        var balances = new List<Balance>();
        var kinds = new[] { AccountKind.DepositHeld, AccountKind.SellerPayable, AccountKind.BrokerPayable };
        foreach (var a in await db.Accounts.AsNoTracking().Where(a => a.Holder == own && kinds.Contains(a.Kind)).OrderBy(a => a.Kind).ToListAsync(ct))
            balances.Add(new Balance(a.Id.Value, a.Kind, new Money(await journal.Balance(a, ct), a.Currency)));
        var account = await db.PartyAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.PartyId == own, ct);
        var market = options.Value;
        return TypedResults.Ok(new Response(
            market.AccountNumber.Length > 0 ? new MarketAccount(market.AccountName, market.AccountNumber, market.BankName) : null,
            account is null ? null : new OwnAccount(
                account.Details.AccountName, account.Details.AccountNumber, account.Details.BankName, account.StripeAccount, account.ChangedBy, account.ChangedAt),
            ChangeAccount.May(caller), mayPay, owed,
            [.. deposits.Select(d => new HeldDeposit(
                d.Id, d.SaleNumber, d.Title, d.Amount, d.State, d.Decision, d.HeldAt, d.SettleBy, d.Outcome, d.SettledAt, d.SettledReference))],
            balances,
            [.. payouts.Select(p => new Coming(p.Number, p.Kind, p.Purpose, p.Amount, p.State, p.DueAt, p.Reference, p.ExecutedOn))]));
    }
}
