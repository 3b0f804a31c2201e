namespace TechMarket.Notifications.Mail;

public enum MailDelivery
{
    /// <summary>At once.</summary>
    Immediate,

    /// <summary>In one mail on the next morning.</summary>
    Daily,

    None,
}
