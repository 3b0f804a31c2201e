using TechMarket.Messages;
using TechMarket.Notifications.Notices;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Notifications.Tests;

/// <summary>The service without a mail server, for all tests of a class.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    internal NotificationsApp App { get; } = new();

    public Task InitializeAsync() => App.InitializeAsync();

    public Task DisposeAsync() => App.DisposeAsync();
}

/// <summary>The service, and people it knows from the facts.</summary>
sealed class NotificationsApp : ServiceApp<NotificationsDb>
{
    private int count;

    public NotificationsApp(FakeSmtp? smtp = null) : base("notifications", NotificationsService.Add, app => NotificationsService.Map(app))
    {
        if (smtp is null) return;
        Set("Smtp:Host", "127.0.0.1");
        Set("Smtp:Port", smtp.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Set("Smtp:From", "market@example.org");
        Set("Smtp:Poll", "1.00:00:00");
        Set("Market:PublicAddress", "https://market.example.org/");
    }

    /// <summary>An organisation with one person who holds these roles, known from the facts.</summary>
    public async Task<Caller> Someone(string kind, string name, string? area, params string[] roles)
    {
        var caller = TechMarket.Testing.People.Of(kind, name, area, true, roles) with { PersonName = name + "的人" };
        await Hear(new OrganisationChanged(caller.OrganisationId, 2, name, kind, null, null, area, false, false, Clock.GetUtcNow()));
        await Joins(caller);
        return caller;
    }

    public async Task<Caller> Colleague(Caller of, params string[] roles)
    {
        var colleague = of.Colleague(roles);
        await Joins(colleague);
        return colleague;
    }

    public Task<Guid> Joins(Caller c, long version = 1, bool active = true, string language = "zh", string[]? roles = null) => Hear(new MembershipChanged(
        c.PersonId, c.OrganisationId, version, c.PersonName, $"p{c.PersonId:N}@example.org", language, roles ?? [.. c.Roles], active, Clock.GetUtcNow()));

    public async Task<IReadOnlyList<ListNotices.Item>> Inbox(Caller caller) =>
        (await As(caller).GetAsync("/api/notifications/notices?size=100").Read<ListNotices.Response>()).Items;

    public async Task<string[]> Kinds(Caller caller) => [.. (await Inbox(caller)).Select(i => i.Kind).Order()];

    public int Next() => Interlocked.Increment(ref count);

    public OfferMade Offer(Caller from, Caller to, decimal price = 1_250_000) => new(
        Guid.CreateVersion7(), "QT-2026-000001", "一种新型电池材料", Guid.CreateVersion7(), 2, from.OrganisationId, from.OrganisationName, to.OrganisationId,
        Money.Yuan(price), Clock.GetUtcNow().AddDays(7), Clock.GetUtcNow());

    public NegotiationMessagePosted Message(Caller from, Caller to) => new(
        Guid.CreateVersion7(), "QT-2026-000001", "一种新型电池材料", Guid.CreateVersion7(), from.OrganisationId, from.OrganisationName, to.OrganisationId, Clock.GetUtcNow());
}
