using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Notices;

/// <summary>A person has read all notices up to the newest they were shown; what came since stays unread.</summary>
static class MarkAllRead
{
    public sealed record Request(DateTimeOffset UpTo);

    public static async Task<Ok<CountUnread.Response>> Handle(Request request, Caller caller, NotificationsDb db, TimeProvider clock, CancellationToken ct)
    {
        var (now, upTo) = (clock.GetUtcNow(), request.UpTo.ToUniversalTime());
        await db.Notices.Where(n => n.PersonId == caller.PersonId && n.ReadAt == null && n.CreatedAt <= upTo)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), ct);
        return await CountUnread.Handle(caller, db, ct);
    }
}
