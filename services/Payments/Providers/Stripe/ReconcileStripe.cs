using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechMarket.Platform.Messaging;

namespace TechMarket.Payments.Providers.Stripe;

/// <summary>
/// Every ten minutes: what a webhook did not bring is read from Stripe's list of events, from a little before the last one that was taken. An
/// event is taken once, so it does not matter where a crash stopped it.
/// </summary>
sealed class ReconcileStripe(PaymentsDb db, StripeClient stripe, IServiceScopeFactory scopes, IOptions<StripeOptions> options, TimeProvider clock) : IDeadline
{
    public const string Deadline = "reconcile-stripe";

    public static readonly Guid Stripe = new("73747269-7065-4000-8000-000000000001");

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <summary>Stripe keeps its events for thirty days.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        if (!options.Value.On) return;
        var now = clock.GetUtcNow();
        var last = await db.StripeEvents.MaxAsync(e => (DateTimeOffset?)e.CreatedAt, ct);
        var since = last is { } known && known > now - Kept ? known - Overlap : now - Kept;
        foreach (var happened in await Read(since, ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<StripeEvents>().Take(happened, ct);
        }
        await db.SetDeadline(Deadline, Stripe, now + Every, ct);
    }

    /// <summary>All pages, oldest first; Stripe lists the newest first.</summary>
    private async Task<List<JsonElement>> Read(DateTimeOffset since, CancellationToken ct)
    {
        var found = new List<JsonElement>();
        var query = string.Create(CultureInfo.InvariantCulture, $"/v1/events?limit=100&created[gte]={since.ToUnixTimeSeconds()}")
            + string.Concat(StripeEvents.Types.Select((t, i) => string.Create(CultureInfo.InvariantCulture, $"&types[{i}]={t}")));
        var after = "";
        while (true)
        {
            var page = await stripe.Get(query + after, ct);
            found.AddRange(page.Part("data").EnumerateArray());
            if (!page.Flag("has_more") || found.Count == 0) break;
            after = "&starting_after=" + found[^1].Text("id");
        }
        found.Reverse();
        return found;
    }
}
