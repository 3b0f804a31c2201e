using System.Text.Json.Nodes;

namespace TechMarket.Payments.Tests.Stripe;

/// <summary>Stripe's published example objects (MIT), the few that are needed, and events made of them.</summary>
static class Fixtures
{
    private static readonly JsonObject All = JsonNode.Parse(Read())!.AsObject();

    public static JsonObject Of(string resource) => All[resource]!.DeepClone().AsObject();

    /// <summary>A payment that succeeded, for a bill.</summary>
    public static JsonObject Succeeded(string billCode, long amount, string intent, DateTimeOffset at, string? eventId = null)
    {
        var subject = Of("payment_intent");
        (subject["id"], subject["amount"], subject["amount_received"], subject["currency"], subject["status"]) = (intent, amount, amount, "cny", "succeeded");
        subject["metadata"] = new JsonObject { ["bill"] = billCode };
        return Event("payment_intent.succeeded", subject, at, eventId);
    }

    public static JsonObject RefundUpdated(string payoutNumber, long amount, string status, string refund, DateTimeOffset at)
    {
        var subject = Of("refund");
        (subject["id"], subject["amount"], subject["currency"], subject["status"]) = (refund, amount, "cny", status);
        subject["metadata"] = new JsonObject { ["payout"] = payoutNumber };
        return Event("charge.refund.updated", subject, at);
    }

    public static JsonObject Event(string type, JsonObject subject, DateTimeOffset at, string? eventId = null)
    {
        var happened = Of("event");
        (happened["id"], happened["type"], happened["created"]) = (eventId ?? "evt_" + Guid.CreateVersion7().ToString("N"), type, at.ToUnixTimeSeconds());
        happened["data"] = new JsonObject { ["object"] = subject };
        return happened;
    }

    private static string Read()
    {
        using var stream = typeof(Fixtures).Assembly.GetManifestResourceStream("stripe-fixtures.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
