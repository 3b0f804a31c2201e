namespace TechMarket.Notifications.Mail;

/// <summary>A mail on its way. Its id is its Message-Id, so a mail that had to be sent again is recognised as the same.</summary>
sealed class QueuedMail
{
    /// <summary>Tried for about two weeks, then kept for the operator.</summary>
    public const int MostAttempts = 20;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    private QueuedMail()
    {
    }

    public QueuedMail(Guid id, Guid personId, string address, string subject, string body, DateTimeOffset now) =>
        (Id, PersonId, Address, Subject, Body, CreatedAt, NotBefore) = (id, personId, address, subject, body, now, now);

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public string Address { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Body { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset NotBefore { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? GivenUpAt { get; private set; }
    public string? LastError { get; private set; }

    /// <summary>The server took it. What it said is in the notices; the address is not kept twice.</summary>
    public void Sent(DateTimeOffset now)
    {
        Attempts++;
        (SentAt, LastError, Address, Body) = (now, null, "", "");
    }

    /// <summary>The server did not take it: later again, ever more patiently.</summary>
    public void Failed(string error, DateTimeOffset now)
    {
        Attempts++;
        LastError = error;
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, 15 * Math.Pow(2, Attempts)));
        NotBefore = now + pause;
        if (Attempts >= MostAttempts) GivenUpAt = now;
    }
}
