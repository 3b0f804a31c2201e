using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using TechMarket.Platform.Problems;

namespace TechMarket.Payments.Providers.Stripe;

/// <summary>Stripe tells what happened. Only what it signed counts, and every event once.</summary>
static class ReceiveStripeEvent
{
    private const int MaximumSize = 256 * 1024;

    public sealed record Response(bool Taken);

    public static async Task<Ok<Response>> Handle(HttpRequest request, StripeEvents events, IOptions<StripeOptions> options, TimeProvider clock, CancellationToken ct)
    {
        if (!options.Value.On) throw Problems.NotConfigured.Now();
        if (request.ContentLength > MaximumSize) throw PlatformProblems.TooLarge.Now();
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, ct);
        var body = buffer.ToArray();
        if (!StripeSignature.Holds(request.Headers["Stripe-Signature"], body, options.Value.WebhookSecret, clock.GetUtcNow())) throw Problems.SignatureRefused.Now();
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            throw PlatformProblems.Malformed.Now();
        }
        using (document) return TypedResults.Ok(new Response(await events.Take(document.RootElement, ct)));
    }
}
