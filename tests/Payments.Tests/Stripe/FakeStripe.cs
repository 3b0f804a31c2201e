using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TechMarket.Payments.Tests.Stripe;

/// <summary>Stripe's side of the line, answering with its published example objects; equal idempotency keys get equal answers.</summary>
sealed class FakeStripe : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> answered = new(StringComparer.Ordinal);
    private readonly int port = FreePort();
    private WebApplication? app;
    private int count;

    public sealed record Call(string Method, string Path, IReadOnlyDictionary<string, string> Fields, string? IdempotencyKey, string? Version, string? Authorization, string Query);

    public string Address => $"http://127.0.0.1:{port}";

    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>What the list of events holds, newest first.</summary>
    public List<JsonObject> Events { get; } = [];

    public string RefundStatus { get; set; } = "succeeded";

    /// <summary>The next calls are refused with this status.</summary>
    public int? Refuse { get; set; }

    /// <summary>Somebody else who answers in its place.</summary>
    public Func<Call, Task<(HttpStatusCode Status, string Body)>>? Behind { get; set; }

    public async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address);
        app = builder.Build();
        app.Map("/{**path}", Answer);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }

    public static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task Answer(HttpContext context)
    {
        var request = context.Request;
        var form = request.HasFormContentType ? (await request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal) : [];
        var key = request.Headers["Idempotency-Key"].FirstOrDefault();
        var call = new Call(request.Method, request.Path, form, key, request.Headers["Stripe-Version"], request.Headers.Authorization, request.QueryString.Value ?? "");
        Calls.Enqueue(call);
        context.Response.ContentType = "application/json";
        if (Behind is { } other)
        {
            var (said, body) = await other(call);
            context.Response.StatusCode = (int)said;
            await context.Response.WriteAsync(body);
            return;
        }
        if (Refuse is { } status)
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync("""{"error":{"type":"invalid_request_error","code":"amount_too_small","message":"no"}}""");
            return;
        }
        await context.Response.WriteAsync(key is null ? Body(request, form) : answered.GetOrAdd(key, _ => Body(request, form)));
    }

    private string Body(HttpRequest request, Dictionary<string, string> form)
    {
        var id = Interlocked.Increment(ref count);
        switch (request.Path.Value)
        {
            case "/v1/payment_intents":
                var intent = Fixtures.Of("payment_intent");
                intent["id"] = $"pi_{id}";
                intent["next_action"] = form["payment_method_types[0]"] == "alipay"
                    ? new JsonObject { ["type"] = "alipay_handle_redirect", ["alipay_handle_redirect"] = new JsonObject { ["url"] = "https://pay.example/alipay" } }
                    : new JsonObject { ["type"] = "wechat_pay_display_qr_code", ["wechat_pay_display_qr_code"] = new JsonObject { ["data"] = "weixin://wxpay/x" } };
                return intent.ToJsonString();
            case "/v1/checkout/sessions":
                return new JsonObject { ["id"] = $"cs_{id}", ["object"] = "checkout.session", ["url"] = "https://pay.example/card" }.ToJsonString();
            case "/v1/refunds":
                var refund = Fixtures.Of("refund");
                (refund["id"], refund["status"], refund["amount"]) = ($"re_{id}", RefundStatus, long.Parse(form["amount"], System.Globalization.CultureInfo.InvariantCulture));
                return refund.ToJsonString();
            case "/v1/transfers":
                var transfer = Fixtures.Of("transfer");
                transfer["id"] = $"tr_{id}";
                return transfer.ToJsonString();
            default:
                return Page(request).ToJsonString();
        }
    }

    private JsonObject Page(HttpRequest request)
    {
        var after = request.Query["starting_after"].ToString();
        var from = after.Length == 0 ? 0 : Events.FindIndex(e => e["id"]!.GetValue<string>() == after) + 1;
        var page = Events.Skip(from).Take(2).Select(e => (JsonNode?)e.DeepClone()).ToArray();
        return new JsonObject { ["object"] = "list", ["data"] = new JsonArray(page), ["has_more"] = from + 2 < Events.Count };
    }
}
