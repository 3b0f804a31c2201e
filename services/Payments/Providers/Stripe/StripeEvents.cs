using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using TechMarket.Payments.Movements;
using TechMarket.Payments.Payouts;
using TechMarket.Rules;

namespace TechMarket.Payments.Providers.Stripe;

/// <summary>An event of Stripe that was taken; it is taken once, by webhook or from the event list, whichever comes first.</summary>
sealed class StripeEvent
{
    public required string Id { get; init; }
    public required string Type { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset TakenAt { get; init; }
}

/// <summary>What Stripe's events change here. In whatever order they come, each says what is now true by itself.</summary>
sealed class StripeEvents(PaymentsDb db, Intake intake, PayoutDesk payouts, IOptions<StripeOptions> options, TimeProvider clock)
{
    /// <summary>The events this service listens to; the reconciliation asks for these alone.</summary>
    public static readonly IReadOnlyList<string> Types = ["payment_intent.succeeded", "charge.refund.updated", "refund.updated", "refund.failed"];

    /// <returns>False when it was taken before.</returns>
    public async Task<bool> Take(JsonElement happened, CancellationToken ct)
    {
        var (id, type) = (happened.Text("id"), happened.Text("type"));
        if (id is null || type is null || happened.Text("object") != "event") throw Platform.Problems.PlatformProblems.Malformed.Now();
        // Test money never counts for a live market, nor the other way round.
        if (!Types.Contains(type) || happened.Flag("livemode") != options.Value.LiveMode) return true;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var created = DateTimeOffset.FromUnixTimeSeconds(happened.Number("created"));
        var taken = await db.Database.ExecuteSqlRawAsync(
            "insert into payments.stripe_event (id, type, created_at, taken_at) values (@id, @type, @created, @now) on conflict do nothing",
            [new NpgsqlParameter("id", id), new NpgsqlParameter("type", type), new NpgsqlParameter("created", created), new NpgsqlParameter("now", clock.GetUtcNow())], ct);
        if (taken == 0) return false;
        var subject = happened.Part("data").Part("object");
        if (type == "payment_intent.succeeded") await Received(subject, created, ct);
        else await Refunded(subject, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task Received(JsonElement intent, DateTimeOffset at, CancellationToken ct)
    {
        // Other systems may use the same Stripe account; theirs carry no bill of ours.
        if (intent.Part("metadata").Text(StripeProvider.BillField) is not { } code || intent.Text("id") is not { } id || intent.Text("status") != "succeeded") return;
        var amount = StripeClient.FromMinor(intent.Number("amount_received"), intent.Text("currency") ?? "");
        await intake.Within(new Reported(ProviderCode.Stripe, id, MovementDirection.In, amount, ChinaTime.DayOf(at), null, null, null, code), null, null, null, ct);
    }

    private async Task Refunded(JsonElement refund, CancellationToken ct)
    {
        if (refund.Part("metadata").Text(StripeProvider.PayoutField) is not { } number || refund.Text("id") is not { } reference) return;
        var known = await db.Payouts.AsNoTracking().Where(p => p.Number == number && p.Provider == ProviderCode.Stripe).Select(p => (PayoutId?)p.Id).SingleOrDefaultAsync(ct);
        if (known is not { } id) return;
        var payout = await db.LockPayout(id, ct);
        if (payout.State != PayoutState.Released || payout.Amount != StripeClient.FromMinor(refund.Number("amount"), refund.Text("currency") ?? "")) return;
        if (refund.Text("status") == "succeeded") await payouts.Execute(payout, reference, ChinaTime.DayOf(clock.GetUtcNow()), null, ct);
        else if (refund.Text("status") is "failed" or "canceled")
        {
            payout.SendBack(refund.Text("failure_reason") ?? "refund failed");
            db.Audit(null, "payout", payout.Id.Value, "send-back", "RELEASED", "RAISED", payout.Note, retention: "permanent");
        }
    }
}
