using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Notifications.Notices;

/// <summary>A person reads their notices: unread first, then newest first.</summary>
static class ListNotices
{
    public sealed record Item(
        Guid Id, string Kind, bool NeedsAction, Guid OrganisationId, string OrganisationName, string TitleZh, string TitleEn, string TextZh, string TextEn,
        string Link, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size, int Unread);

    public static async Task<Ok<Response>> Handle(
        bool? unread, [StringLength(60)] string? kind, [Range(1, 10_000)] int? page, [Range(1, 100)] int? size, Caller caller, NotificationsDb db, CancellationToken ct)
    {
        var own = db.Notices.AsNoTracking().Where(n => n.PersonId == caller.PersonId);
        var shown = unread == true ? own.Where(n => n.ReadAt == null) : own;
        if (!string.IsNullOrEmpty(kind)) shown = shown.Where(n => n.Kind == kind);
        var (p, s) = (page ?? 1, size ?? 20);
        var items = await shown.OrderBy(n => n.ReadAt != null).ThenByDescending(n => n.CreatedAt).ThenBy(n => n.Id).Skip((p - 1) * s).Take(s)
            .Select(n => new Item(
                n.Id, n.Kind, n.NeedsAction, n.OrganisationId, n.OrganisationName, n.TitleZh, n.TitleEn, n.TextZh, n.TextEn, n.Link, n.CreatedAt, n.ReadAt))
            .ToListAsync(ct);
        return TypedResults.Ok(new Response(items, await shown.CountAsync(ct), p, s, await own.CountAsync(n => n.ReadAt == null, ct)));
    }
}
