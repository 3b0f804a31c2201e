namespace TechMarket.Notifications.Mail;

/// <summary>The mail server, settings <c>Smtp:*</c>. Without a host nothing is mailed and nothing is queued.</summary>
sealed class SmtpOptions
{
    public string? Host { get; set; }

    public int Port { get; set; } = 25;

    /// <summary>STARTTLS, as ports 25 and 587 offer it.</summary>
    public bool StartTls { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }

    public string From { get; set; } = "no-reply@localhost";

    public string FromName { get; set; } = "网上技术市场";

    /// <summary>How long the worker rests when nothing is due.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(2);

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);
}
