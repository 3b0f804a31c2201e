using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechMarket.Notifications.Mail;
using TechMarket.Notifications.People;
using TechMarket.Platform.Data;

namespace TechMarket.Notifications.Notices;

/// <summary>Writes the notices of one fact, and queues mail for those who want it by mail.</summary>
sealed class Notifier(NotificationsDb db, Postbox postbox, TimeProvider clock)
{
    /// <param name="fact">What happened; the same content never tells a person twice.</param>
    /// <param name="except">Who caused it, a person or an organisation: nobody is told what they did themselves.</param>
    public async Task Tell(
        object fact, NoticeKind kind, IEnumerable<Member> people, string link, (string Name, LocalText Value)[] words, Guid? except, CancellationToken ct)
    {
        var cause = CauseOf(fact, kind);
        var told = await db.Notices.Where(n => n.Cause == cause).Select(n => n.PersonId).ToListAsync(ct);
        told.AddRange(db.Notices.Local.Where(n => n.Cause == cause).Select(n => n.PersonId));
        var concerned = people.Where(m => m.PersonId != except && m.OrganisationId != except && !told.Contains(m.PersonId)).DistinctBy(m => m.PersonId).ToList();
        if (concerned.Count == 0) return;
        var organisations = concerned.Select(m => m.OrganisationId).Distinct().ToList();
        var names = await db.Organisations.Where(o => organisations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        foreach (var person in concerned)
        {
            var now = clock.GetUtcNow();
            var delivery = await postbox.DeliveryFor(person, kind, ct);
            var notice = new Notice(
                Guid.CreateVersion7(now), cause, kind, person, names.GetValueOrDefault(person.OrganisationId, ""), kind.Title.Fill(words), kind.Text.Fill(words), link,
                delivery == MailDelivery.Daily, now);
            db.Notices.Add(notice);
            await postbox.Take(notice, person, delivery, ct);
        }
    }

    private static Guid CauseOf(object fact, NoticeKind kind)
    {
        var content = $"{fact.GetType().Name} {kind.Code} {JsonSerializer.Serialize(fact, fact.GetType(), Json.Options)}";
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16));
    }
}
