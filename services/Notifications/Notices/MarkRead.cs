using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Notices;

/// <summary>A person has read a notice.</summary>
static class MarkRead
{
    public static async Task<Ok<CountUnread.Response>> Handle(Guid id, Caller caller, NotificationsDb db, TimeProvider clock, CancellationToken ct)
    {
        var notice = await db.Notices.SingleOrDefaultAsync(n => n.Id == id && n.PersonId == caller.PersonId, ct) ?? throw Problems.NoticeNotFound.Now();
        notice.Read(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return await CountUnread.Handle(caller, db, ct);
    }
}
