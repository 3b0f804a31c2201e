using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechMarket.Notifications.Mail;
using TechMarket.Notifications.Notices;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Preferences;

/// <summary>A person sees every kind of notice and how they get it by mail.</summary>
static class ListPreferences
{
    public sealed record Item(string Kind, string Group, string NameZh, string NameEn, bool NeedsAction, MailDelivery Mail, bool Chosen);

    /// <param name="MailConfigured">False: this market sends no mail, choices are kept for later.</param>
    public sealed record Response(bool MailConfigured, IReadOnlyList<Item> Items);

    public static async Task<Ok<Response>> Handle(Caller caller, NotificationsDb db, IOptions<SmtpOptions> smtp, CancellationToken ct)
    {
        var chosen = await db.Preferences.AsNoTracking().Where(p => p.PersonId == caller.PersonId).ToDictionaryAsync(p => p.Kind, p => p.Mail, ct);
        return TypedResults.Ok(new Response(
            smtp.Value.IsConfigured,
            [.. NoticeKinds.All.Select(k => new Item(
                k.Code, k.Group, k.Name.Zh, k.Name.En, k.NeedsAction, chosen.GetValueOrDefault(k.Code, k.Mail), chosen.ContainsKey(k.Code)))]));
    }
}
