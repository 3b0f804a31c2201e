using TechMarket.Platform.Problems;

namespace TechMarket.Notifications;

/// <summary>Every refusal of this service.</summary>
static class Problems
{
    public static readonly Problem NoticeNotFound = new("notifications/notice-not-found", 404, "There is no such notice, or it is not yours.");
    public static readonly Problem KindUnknown = new("notifications/kind-unknown", 404, "There is no such kind of notice.");
}
