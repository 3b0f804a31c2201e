using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Notifications.Mail;
using TechMarket.Notifications.Notices;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Preferences;

/// <summary>A person chooses how one kind of notice reaches them by mail.</summary>
static class SetPreference
{
    public sealed record Request(MailDelivery Mail);

    public static async Task<Ok<Request>> Handle(string kind, Request request, Caller caller, NotificationsDb db, CancellationToken ct)
    {
        if (NoticeKinds.Find(kind) is null) throw Problems.KindUnknown.Now();
        if (await db.Preferences.FindAsync([caller.PersonId, kind], ct) is { } known) known.Mail = request.Mail;
        else db.Preferences.Add(new Preference { PersonId = caller.PersonId, Kind = kind, Mail = request.Mail });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(request);
    }
}
