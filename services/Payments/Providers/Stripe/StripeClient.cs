using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TechMarket.Messages;

namespace TechMarket.Payments.Providers.Stripe;

/// <summary>Stripe's REST API: form fields in, JSON out, one idempotency key per thing that is to happen once.</summary>
sealed class StripeClient(HttpClient http, IOptions<StripeOptions> options, ILogger<StripeClient> log)
{
    /// <summary>Currencies with hundredths; others are not offered.</summary>
    private static readonly HashSet<string> Hundredths = new(StringComparer.Ordinal) { "CNY", "USD", "EUR", "HKD", "GBP", "SGD" };

    public static bool Takes(Money amount) => Hundredths.Contains(amount.Currency);

    public static string Minor(Money amount) => (amount.Amount * 100).ToString("0", CultureInfo.InvariantCulture);

    public static Money FromMinor(long amount, string currency) => new(amount / 100m, currency.ToUpperInvariant());

    public async Task<JsonElement> Post(string path, IReadOnlyDictionary<string, string> fields, string idempotencyKey, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await Send(request, ct);
    }

    public async Task<JsonElement> Get(string pathAndQuery, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, pathAndQuery);
        return await Send(request, ct);
    }

    private async Task<JsonElement> Send(HttpRequestMessage request, CancellationToken ct)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.SecretKey);
        request.Headers.Add("Stripe-Version", StripeOptions.ApiVersion);
        request.RequestUri = new Uri(new Uri(options.Value.ApiAddress), request.RequestUri!.OriginalString);
        using var response = await http.SendAsync(request, ct);
        var body = await response.Content.ReadAsStringAsync(ct);
        if (!response.IsSuccessStatusCode)
        {
            var (type, code) = ErrorOf(body);
            log.LogWarning("Stripe answered {Status} to {Path}: {Type} {Code}", (int)response.StatusCode, request.RequestUri.AbsolutePath, type, code);
            throw Problems.ProviderRefused.With(("status", (int)response.StatusCode), ("providerCode", code ?? type));
        }
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }

    private static (string? Type, string? Code) ErrorOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var error = document.RootElement.GetProperty("error");
            return (error.Text("type"), error.Text("code"));
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, null);
        }
    }
}

/// <summary>Reads what Stripe sends, where fields may be missing or null.</summary>
static class StripeJson
{
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static long Number(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : 0;

    public static bool Flag(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static JsonElement Part(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
}
