using TechMarket.Notifications.Mail;

namespace TechMarket.Notifications.Notices;

/// <summary>A kind of notice people can choose mail for, with its words in both languages.</summary>
/// <param name="Code">For ever; stored with preferences and notices.</param>
/// <param name="NeedsAction">The reader has something to do; mailed at once unless they chose otherwise.</param>
/// <param name="Name">What the preferences page calls it.</param>
sealed record NoticeKind(string Code, string Group, bool NeedsAction, LocalText Name, LocalText Title, LocalText Text)
{
    public MailDelivery Mail => NeedsAction ? MailDelivery.Immediate : MailDelivery.Daily;
}
