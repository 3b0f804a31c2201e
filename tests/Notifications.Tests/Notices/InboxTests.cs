using TechMarket.Notifications.Notices;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Notifications.Tests.Notices;

public sealed class InboxTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly NotificationsApp app = shared.App;

    [Fact]
    public async Task An_offer_tells_the_other_partys_negotiators_in_both_languages_and_leads_to_the_room()
    {
        app.Clock.Set(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8)));
        var buyer = await app.Someone(OrganisationKinds.Enterprise, "需方公司", "330100", Roles.Purchaser);
        var seller = await app.Someone(OrganisationKinds.University, "测试大学", "330100", Roles.Publisher);
        var approver = await app.Colleague(seller, Roles.Approver);
        var offer = app.Offer(buyer, seller);
        await app.Hear(offer);
        var notice = (await app.Inbox(seller)).Single();
        (notice.Kind, notice.NeedsAction, notice.OrganisationName, notice.Link).ShouldBe(("offer-made", true, "测试大学", $"/workbench/trading/negotiations/{offer.NegotiationId}"));
        notice.TitleZh.ShouldBe("需方公司报价 1,250,000.00 元:一种新型电池材料");
        notice.TextZh.ShouldBe("需方公司在洽谈 QT-2026-000001 中提出第 2 轮条件,价格 1,250,000.00 元,有效至 2026年3月9日 10:00。");
        notice.TextEn.ShouldBe("需方公司 put terms of round 2 on the table in QT-2026-000001: CNY 1,250,000.00, until 9 Mar 2026 10:00.");
        (await app.Inbox(buyer)).ShouldBeEmpty();
        (await app.Inbox(approver)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_fact_tells_a_person_once_whatever_message_brings_it()
    {
        var buyer = await app.Someone(OrganisationKinds.Enterprise, "需方二", "330100", Roles.Purchaser);
        var seller = await app.Someone(OrganisationKinds.University, "大学二", "330100", Roles.Publisher);
        var offer = app.Offer(buyer, seller);
        var message = await app.Hear(offer);
        await app.Hear(offer, message);
        await app.Hear(offer);
        (await app.Inbox(seller)).Count.ShouldBe(1);
        await app.Hear(app.Offer(buyer, seller));
        (await app.Inbox(seller)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_left_is_not_told_and_an_older_membership_does_not_bring_them_back()
    {
        var buyer = await app.Someone(OrganisationKinds.Enterprise, "需方三", "330100", Roles.Purchaser);
        var seller = await app.Someone(OrganisationKinds.University, "大学三", "330100", Roles.Publisher);
        await app.Joins(seller, version: 3, active: false);
        await app.Joins(seller, version: 2);
        await app.Hear(app.Offer(buyer, seller));
        (await app.Inbox(seller)).ShouldBeEmpty();
        await app.Joins(seller, version: 4, roles: [Roles.Finance]);
        await app.Hear(app.Offer(buyer, seller));
        (await app.Inbox(seller)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reading_takes_notices_off_the_count_and_unread_ones_come_first()
    {
        var buyer = await app.Someone(OrganisationKinds.Enterprise, "需方四", "330100", Roles.Purchaser);
        var seller = await app.Someone(OrganisationKinds.University, "大学四", "330100", Roles.Publisher);
        for (var i = 0; i < 3; i++)
        {
            await app.Hear(app.Message(buyer, seller));
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        (await app.As(seller).GetAsync("/api/notifications/unread-count").Read<CountUnread.Response>()).Count.ShouldBe(3);
        var newest = (await app.Inbox(seller))[0];
        (await app.As(seller).PostAsync($"/api/notifications/notices/{newest.Id}/read", null).Read<CountUnread.Response>()).Count.ShouldBe(2);
        await app.As(seller).PostAsync($"/api/notifications/notices/{newest.Id}/read", null).Succeeds();
        var inbox = await app.Inbox(seller);
        inbox.Select(n => n.ReadAt is null).ShouldBe([true, true, false]);
        inbox[0].CreatedAt.ShouldBeGreaterThan(inbox[1].CreatedAt);
        (await app.As(seller).GetAsync("/api/notifications/notices?unread=true&size=1").Read<ListNotices.Response>()).ShouldSatisfyAllConditions(
            l => l.Items.Count.ShouldBe(1), l => l.Total.ShouldBe(2), l => l.Unread.ShouldBe(2));

        (await app.As(seller).Post("/api/notifications/notices/read", new MarkAllRead.Request(inbox[1].CreatedAt)).Read<CountUnread.Response>()).Count.ShouldBe(1);
        (await app.As(seller).Post("/api/notifications/notices/read", new MarkAllRead.Request(app.Clock.GetUtcNow())).Read<CountUnread.Response>()).Count.ShouldBe(0);
    }

    [Fact]
    public async Task Other_peoples_notices_are_not_there()
    {
        var buyer = await app.Someone(OrganisationKinds.Enterprise, "需方五", "330100", Roles.Purchaser);
        var seller = await app.Someone(OrganisationKinds.University, "大学五", "330100", Roles.Publisher);
        await app.Hear(app.Message(buyer, seller));
        var notice = (await app.Inbox(seller)).Single();
        var before = await app.Fingerprint();
        (await app.As(buyer).PostAsync($"/api/notifications/notices/{notice.Id}/read", null).RefusedWith(404)).ShouldBe("notifications/notice-not-found");
        (await app.As(seller.Colleague(Roles.Publisher)).PostAsync($"/api/notifications/notices/{notice.Id}/read", null).RefusedWith(404)).ShouldBe("notifications/notice-not-found");
        await app.As(buyer).Post("/api/notifications/notices/read", new MarkAllRead.Request(app.Clock.GetUtcNow())).Succeeds();
        (await app.Fingerprint()).ShouldBe(before);
    }

    [Fact]
    public async Task Bad_bodies_and_strangers_are_refused()
    {
        var person = await app.Someone(OrganisationKinds.Enterprise, "需方六", "330100", Roles.Purchaser);
        foreach (var body in new[] { "{}", "[]", "{\"upTo\":\"gestern\"}", "{" })
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            (await app.As(person).PostAsync("/api/notifications/notices/read", content).RefusedWith(400)).ShouldStartWith("platform/");
        }
        foreach (var body in new[] { "{}", "[]", "{\"mail\":\"SOMETIMES\"}", "{\"mail\":1}" })
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            (await app.As(person).PutAsync("/api/notifications/preferences/offer-made", content).RefusedWith(400)).ShouldStartWith("platform/");
        }
        (await app.As().GetAsync("/api/notifications/unread-count").RefusedWith(401)).ShouldBe("platform/sign-in-needed");
        (await app.As().PostAsync($"/api/notifications/notices/{Guid.CreateVersion7()}/read", null).RefusedWith(401)).ShouldBe("platform/sign-in-needed");
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_is_queued()
    {
        var buyer = await app.Someone(OrganisationKinds.Enterprise, "需方七", "330100", Roles.Purchaser);
        var seller = await app.Someone(OrganisationKinds.University, "大学七", "330100", Roles.Publisher);
        await app.Hear(app.Offer(buyer, seller));
        (await app.Inbox(seller)).Count.ShouldBe(1);
        (await app.InDb(db => Task.FromResult(db.Mails.Count() + db.Deadlines.Count()))).ShouldBe(0);
    }

    [Fact]
    public void Every_kind_has_words_in_both_languages_and_a_code_of_its_own()
    {
        NoticeKinds.All.Count.ShouldBeGreaterThan(40);
        NoticeKinds.All.Select(k => k.Code).Distinct().Count().ShouldBe(NoticeKinds.All.Count);
        foreach (var kind in NoticeKinds.All)
        {
            foreach (var text in new[] { kind.Name, kind.Title, kind.Text })
            {
                text.Zh.ShouldNotBeNullOrWhiteSpace(kind.Code);
                text.En.ShouldNotBeNullOrWhiteSpace(kind.Code);
                Placeholders(text.Zh).ShouldBe(Placeholders(text.En), kind.Code);
            }
        }

        static string[] Placeholders(string text) => [.. text.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]).Distinct().Order()];
    }
}
