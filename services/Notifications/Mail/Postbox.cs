using System.Text;
using Microsoft.Extensions.Options;
using TechMarket.Notifications.Notices;
using TechMarket.Notifications.People;

namespace TechMarket.Notifications.Mail;

/// <summary>Decides whether a notice is mailed, and writes the mails.</summary>
sealed class Postbox(NotificationsDb db, IOptions<SmtpOptions> smtp, IConfiguration configuration, TimeProvider clock)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private static readonly TimeSpan DigestHour = TimeSpan.FromHours(8);

    /// <summary>The person's choice, the kind's otherwise; none while no mail server is configured.</summary>
    public async Task<MailDelivery> DeliveryFor(Member person, NoticeKind kind, CancellationToken ct)
    {
        if (!smtp.Value.IsConfigured || person.Email.Length == 0) return MailDelivery.None;
        var chosen = await db.Preferences.FindAsync([person.PersonId, kind.Code], ct);
        return chosen?.Mail ?? kind.Mail;
    }

    public async Task Take(Notice notice, Member person, MailDelivery delivery, CancellationToken ct)
    {
        if (delivery == MailDelivery.Immediate) db.Mails.Add(Write(person, [notice]));
        else if (delivery == MailDelivery.Daily) await db.SetDeadline(SendDigest.Deadline, person.PersonId, NextDigest(), ct);
    }

    /// <summary>One mail: a single notice, or the digest of several, in the person's language.</summary>
    public QueuedMail Write(Member person, IReadOnlyList<Notice> notices)
    {
        var english = person.Language == "en";
        var subject = notices.Count == 1
            ? english ? notices[0].TitleEn : notices[0].TitleZh
            : english ? $"Technology market: {notices.Count} notices" : $"技术市场:{notices.Count} 条通知";
        var body = new StringBuilder();
        body.Append(english ? $"{person.Name},\n\n" : $"{person.Name}:\n\n");
        foreach (var notice in notices)
        {
            if (notices.Count > 1) body.Append("■ ").Append(english ? notice.TitleEn : notice.TitleZh).Append('\n');
            body.Append(english ? notice.TextEn : notice.TextZh).Append('\n');
            if (Address(notice.Link) is { } address) body.Append(address).Append('\n');
            body.Append('\n');
        }
        body.Append(english ? "You can choose what is mailed to you in the market under Notices, Preferences.\n" : "可在技术市场“通知”的“通知设置”中选择接收哪些邮件。\n");
        return new QueuedMail(Guid.CreateVersion7(clock.GetUtcNow()), person.PersonId, person.Email, subject.ReplaceLineEndings(" "), body.ToString(), clock.GetUtcNow());
    }

    private string? Address(string link) =>
        configuration["Market:PublicAddress"] is { Length: > 0 } market ? market.TrimEnd('/') + link : null;

    /// <summary>Eight o'clock in China, today or tomorrow.</summary>
    private DateTimeOffset NextDigest()
    {
        var now = clock.GetUtcNow().ToOffset(China);
        var today = new DateTimeOffset(now.Date, China) + DigestHour;
        return (now < today ? today : today.AddDays(1)).ToUniversalTime();
    }
}
