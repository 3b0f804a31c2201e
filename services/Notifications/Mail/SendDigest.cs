using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Messaging;

namespace TechMarket.Notifications.Mail;

/// <summary>In the morning a person gets what gathered since the last digest in one mail.</summary>
sealed class SendDigest(NotificationsDb db, Postbox postbox) : IDeadline
{
    public const string Deadline = "notifications.digest";

    public async Task Due(Guid subjectId, CancellationToken ct)
    {
        var gathered = await db.Notices.Where(n => n.PersonId == subjectId && n.WaitsForDigest).OrderBy(n => n.CreatedAt).ToListAsync(ct);
        var person = await db.Members.AsNoTracking().Where(m => m.PersonId == subjectId && m.Active).OrderByDescending(m => m.Version).FirstOrDefaultAsync(ct);
        foreach (var notice in gathered) notice.Digested();
        if (gathered.Count > 0 && person is { Email.Length: > 0 }) db.Mails.Add(postbox.Write(person, gathered));
    }
}
