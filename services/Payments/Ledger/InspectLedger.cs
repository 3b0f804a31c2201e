using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Ledger;

/// <summary>Finance sees what the nightly checks found, or has the ledger added up now.</summary>
static class InspectLedger
{
    public sealed record Item(Guid Id, DateTimeOffset CheckedAt, string CheckedBy, int Entries, int Accounts, IReadOnlyList<string> Findings);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static async Task<Ok<Response>> List(Caller caller, PaymentsDb db, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        var checks = await db.LedgerChecks.AsNoTracking().OrderByDescending(c => c.CheckedAt).Take(30).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. checks.Select(Write)]));
    }

    public static async Task<Ok<Item>> Now(Caller caller, PaymentsDb db, TimeProvider clock, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        var check = await Inspection.Run(db, caller.PersonName, clock.GetUtcNow(), ct);
        db.LedgerChecks.Add(check);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(Write(check));
    }

    private static Item Write(LedgerCheck c) => new(c.Id, c.CheckedAt, c.CheckedBy, c.Entries, c.Accounts, c.Findings);
}
