using TechMarket.Notifications.Notices;
using TechMarket.Notifications.Preferences;
using TechMarket.Platform.Web;

namespace TechMarket.Notifications;

/// <summary>Every address of this service.</summary>
static class Routes
{
    public static void Map(RouteGroupBuilder notifications)
    {
        notifications.MapGet("/notices", ListNotices.Handle);
        notifications.MapGet("/unread-count", CountUnread.Handle);
        notifications.MapPost("/notices/{id:guid}/read", MarkRead.Handle).Refuses(Problems.NoticeNotFound);
        notifications.MapPost("/notices/read", MarkAllRead.Handle);
        notifications.MapGet("/preferences", ListPreferences.Handle);
        notifications.MapPut("/preferences/{kind}", SetPreference.Handle).Refuses(Problems.KindUnknown);
    }
}
