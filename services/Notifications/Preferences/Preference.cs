using TechMarket.Notifications.Mail;

namespace TechMarket.Notifications.Preferences;

/// <summary>How a person wants a kind of notice by mail; in the market itself it always appears.</summary>
sealed class Preference
{
    public required Guid PersonId { get; init; }
    public required string Kind { get; init; }
    public required MailDelivery Mail { get; set; }
}
