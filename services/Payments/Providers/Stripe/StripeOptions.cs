namespace TechMarket.Payments.Providers.Stripe;

/// <summary>Settings under <c>Payments:Stripe</c>. Without a secret key Stripe is off: nothing is offered, and its address answers 404.</summary>
sealed class StripeOptions
{
    /// <summary>The version every request names, so that an upgrade at Stripe changes nothing here.</summary>
    public const string ApiVersion = "2020-08-27";

    public string SecretKey { get; set; } = "";

    public string WebhookSecret { get; set; } = "";

    public string ApiAddress { get; set; } = "https://api.stripe.com";

    public bool On => SecretKey.Length > 0;

    /// <summary>Test keys see test money only.</summary>
    public bool LiveMode => SecretKey.StartsWith("sk_live_", StringComparison.Ordinal) || SecretKey.StartsWith("rk_live_", StringComparison.Ordinal);
}
