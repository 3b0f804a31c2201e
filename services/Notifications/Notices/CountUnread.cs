using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Notices;

/// <summary>The number on the bell.</summary>
static class CountUnread
{
    public sealed record Response(int Count);

    public static async Task<Ok<Response>> Handle(Caller caller, NotificationsDb db, CancellationToken ct) =>
        TypedResults.Ok(new Response(await db.Notices.CountAsync(n => n.PersonId == caller.PersonId && n.ReadAt == null, ct)));
}
