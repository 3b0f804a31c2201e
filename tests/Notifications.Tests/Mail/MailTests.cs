using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TechMarket.Notifications.Mail;
using TechMarket.Notifications.Preferences;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Notifications.Tests.Mail;

public sealed class MailTests : IAsyncLifetime
{
    private readonly FakeSmtp smtp = new();
    private NotificationsApp app = null!;
    private Caller buyer = null!;
    private Caller seller = null!;

    public async Task InitializeAsync()
    {
        app = new NotificationsApp(smtp);
        await app.InitializeAsync();
        buyer = await app.Someone(OrganisationKinds.Enterprise, "需方公司", "330100", Roles.Purchaser);
        seller = await app.Someone(OrganisationKinds.University, "测试大学", "330100", Roles.Publisher);
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        smtp.Dispose();
    }

    private MailWorker Worker => app.Services.GetRequiredService<MailWorker>();

    private async Task<int> SendAll()
    {
        var sent = 0;
        while (await Worker.SendNext(CancellationToken.None)) sent++;
        return sent;
    }

    private Task Prefer(Caller who, string kind, MailDelivery mail) => app.As(who).Put($"/api/notifications/preferences/{kind}", new SetPreference.Request(mail)).Succeeds();

    [Fact]
    public async Task What_needs_action_is_mailed_at_once_with_a_link()
    {
        var offer = app.Offer(buyer, seller);
        await app.Hear(offer);
        (await SendAll()).ShouldBe(1);
        var mail = smtp.Taken.Single();
        mail.To.ShouldContain($"p{seller.PersonId:N}@example.org");
        mail.Header("Message-Id").ShouldMatch("^<[0-9a-f]{32}@example.org>$");
        mail.Body().ShouldContain("有效至 2026年3月9日 10:00");
        mail.Body().ShouldContain($"https://market.example.org/workbench/trading/negotiations/{offer.NegotiationId}");
        (await SendAll()).ShouldBe(0);
        var row = await app.InDb(db => db.Mails.SingleAsync());
        (row.SentAt, row.Address, row.Body).ShouldBe((app.Clock.GetUtcNow(), "", ""));
    }

    [Fact]
    public async Task The_mail_is_in_the_persons_language()
    {
        await app.Joins(seller, version: 2, language: "en");
        await app.Hear(app.Offer(buyer, seller));
        await SendAll();
        smtp.Taken.Single().Body().ShouldContain("put terms of round 2 on the table");
    }

    [Fact]
    public async Task A_server_that_is_busy_gets_the_same_mail_again_later()
    {
        smtp.Busy = true;
        await app.Hear(app.Offer(buyer, seller));
        (await SendAll()).ShouldBe(1);
        (await app.InDb(db => db.Mails.SingleAsync())).ShouldSatisfyAllConditions(
            m => m.Attempts.ShouldBe(1), m => m.SentAt.ShouldBeNull(), m => m.LastError.ShouldNotBeNull(), m => m.LastError!.ShouldNotContain("@"));
        (await SendAll()).ShouldBe(0);
        smtp.Busy = false;
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await SendAll()).ShouldBe(1);
        smtp.Taken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_dies_after_taking_it_gets_it_again_under_the_same_id()
    {
        smtp.DiesAfterTaking = true;
        await app.Hear(app.Offer(buyer, seller));
        await SendAll();
        smtp.DiesAfterTaking = false;
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await SendAll()).ShouldBe(1);
        smtp.Taken.Select(m => m.Header("Message-Id")).Distinct().Count().ShouldBe(1);
        smtp.Taken.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_mail_nobody_takes_is_kept_for_the_operator_in_the_end()
    {
        smtp.Busy = true;
        await app.Hear(app.Offer(buyer, seller));
        for (var i = 0; i < QueuedMail.MostAttempts; i++)
        {
            (await SendAll()).ShouldBe(1);
            app.Clock.Advance(TimeSpan.FromDays(2));
        }
        (await SendAll()).ShouldBe(0);
        (await app.InDb(db => db.Mails.SingleAsync())).ShouldSatisfyAllConditions(m => m.GivenUpAt.ShouldNotBeNull(), m => m.Body.ShouldNotBeEmpty());
    }

    [Fact]
    public async Task Two_workers_at_once_send_each_mail_once()
    {
        for (var i = 0; i < 8; i++) await app.Hear(app.Message(buyer, seller));
        await Task.WhenAll(SendAll(), SendAll(), SendAll());
        smtp.Taken.Count.ShouldBe(8);
        smtp.Taken.Select(m => m.Header("Message-Id")).Distinct().Count().ShouldBe(8);
    }

    [Fact]
    public async Task A_digest_gathers_what_came_until_morning_in_one_mail()
    {
        await Prefer(seller, "message-posted", MailDelivery.Daily);
        for (var i = 0; i < 3; i++) await app.Hear(app.Message(buyer, seller));
        (await SendAll()).ShouldBe(0);
        await app.RunDueDeadlines();
        (await SendAll()).ShouldBe(0);
        app.Clock.Set(new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.FromHours(8)));
        (await app.RunDueDeadlines()).ShouldBeTrue();
        (await SendAll()).ShouldBe(1);
        smtp.Taken.Single().Body().Split("■ ").Length.ShouldBe(4);
        (await app.RunDueDeadlines()).ShouldBeFalse();
        (await app.InDb(db => db.Notices.CountAsync(n => n.WaitsForDigest))).ShouldBe(0);
    }

    [Fact]
    public async Task Who_wants_no_mail_gets_none_and_still_has_the_notice()
    {
        await Prefer(seller, "offer-made", MailDelivery.None);
        await app.Hear(app.Offer(buyer, seller));
        (await SendAll()).ShouldBe(0);
        (await app.Inbox(seller)).Count.ShouldBe(1);
        var preferences = await app.As(seller).GetAsync("/api/notifications/preferences").Read<ListPreferences.Response>();
        preferences.MailConfigured.ShouldBeTrue();
        preferences.Items.Single(i => i.Kind == "offer-made").ShouldSatisfyAllConditions(i => i.Mail.ShouldBe(MailDelivery.None), i => i.Chosen.ShouldBeTrue());
        preferences.Items.Single(i => i.Kind == "deal-concluded").Mail.ShouldBe(MailDelivery.Daily);
        await Prefer(seller, "offer-made", MailDelivery.Immediate);
        await app.Hear(app.Offer(buyer, seller));
        (await SendAll()).ShouldBe(1);
        (await app.As(seller).Put("/api/notifications/preferences/no-such", new SetPreference.Request(MailDelivery.None)).RefusedWith(404)).ShouldBe("notifications/kind-unknown");
    }

    [Fact]
    public async Task No_address_is_ever_logged()
    {
        smtp.Busy = true;
        var log = new Lines();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await app.Hear(app.Offer(buyer, seller));
        await SendAll();
        log.Written.ShouldNotContain(l => l.Contains("example.org", StringComparison.Ordinal));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Written) Written.Add(formatter(state, exception) + exception);
        }
    }
}
