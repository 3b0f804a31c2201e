using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Payments.Payouts;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Parties;

/// <summary>An organisation says where it wants to be paid. Payouts that are prepared already keep the account they were prepared with.</summary>
static class ChangeAccount
{
    public sealed record Request(
        [property: Required, StringLength(100, MinimumLength = 2)] string AccountName,
        [property: Required, StringLength(40, MinimumLength = 4), RegularExpression(@"[0-9A-Za-z\-]+")] string AccountNumber,
        [property: Required, StringLength(100, MinimumLength = 2)] string BankName,
        [property: StringLength(64), RegularExpression("acct_[0-9A-Za-z]+")] string? StripeAccount = null);

    public sealed record Response(DateTimeOffset ChangedAt);

    /// <summary>Whoever runs the organisation's money or membership; a broker acts for itself.</summary>
    public static bool May(Caller caller) => caller.Has(Roles.Finance) || caller.Has(Roles.Administrator) || caller.Has(Roles.Broker);

    public static async Task<Ok<Response>> Handle(Request request, Caller caller, PaymentsDb db, TimeProvider clock, CancellationToken ct)
    {
        var own = caller.OrganisationId;
        caller.Require(Roles.Finance, Roles.Administrator, Roles.Broker);
        var account = await db.PartyAccounts.SingleOrDefaultAsync(a => a.PartyId == own, ct);
        if (account is null) db.PartyAccounts.Add(account = new PartyAccount(own));
        account.Change(new BankDetails(request.AccountName.Trim(), request.AccountNumber.Trim(), request.BankName.Trim()), request.StripeAccount, caller.PersonName, clock.GetUtcNow());
        db.Audit(caller, "party-account", own, "change", data: request, retention: "5y");
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(account.ChangedAt));
    }
}
