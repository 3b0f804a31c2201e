using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechMarket.Listings.Achievements;
using TechMarket.Listings.Confidential;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Listings.Tests.Confidential;

public class ConfidentialityTests(ListingsApp app) : IClassFixture<ListingsApp>
{
    const string Secret = "第三步保温温度为七百一十二摄氏度";
    readonly Caller buyer = People.Of(OrganisationKinds.Enterprise, "南岭汽车有限公司", roles: [Roles.Purchaser]);

    [Fact]
    public async Task Without_a_confirmed_duty_it_stays_closed()
    {
        var published = await WithSecret();
        var print = await app.Fingerprint();
        (await app.As(buyer).GetAsync(ListingsApp.Url(published.Id, "confidential")).RefusedWith(403)).ShouldBe("listings/non-disclosure-needed");
        (await app.As(app.Reviewer).GetAsync(ListingsApp.Url(published.Id, "confidential")).RefusedWith(403)).ShouldBe("listings/non-disclosure-needed");
        (await app.As().GetAsync(ListingsApp.Url(published.Id, "confidential")).RefusedWith(401)).ShouldBe("platform/sign-in-needed");
        (await app.As(buyer).GetAsync(ListingsApp.Url(published.Id, "access")).Read<GetAccess.Response>()).Relation.ShouldBe("NONE");
        (await app.Fingerprint()).ShouldBe(print);
    }

    [Fact]
    public async Task A_confirmed_duty_opens_it_and_every_opening_is_logged_and_told()
    {
        var published = await WithSecret();
        var nda = Nda(published);
        await app.Hear(nda);
        var opened = await app.As(buyer).GetAsync(ListingsApp.Url(published.Id, "confidential")).Read<OpenConfidential.Response>();
        (opened.Text, opened.Working).ShouldBe((Secret, null));
        await app.As(buyer.Colleague(Roles.Purchaser)).GetAsync(ListingsApp.Url(published.Id, "confidential")).Succeeds();
        var facts = (await app.Published<ConfidentialDetailOpened>()).Where(f => f.AchievementId == published.Id).ToList();
        facts.Count.ShouldBe(2);
        (facts[0].NegotiationId, facts[0].OpenedByOrganisationId, facts[0].OpenedBy).ShouldBe((nda.NegotiationId, buyer.OrganisationId, buyer.PersonId));
        var log = await app.As(app.Author).GetAsync(ListingsApp.Url(published.Id, "openings")).Read<ListOpenings.Response>();
        log.Items.Count(i => i.Organisation == "南岭汽车有限公司").ShouldBe(2);
        (await app.As(buyer).GetAsync(ListingsApp.Url(published.Id, "openings")).RefusedWith(404)).ShouldBe("listings/not-found");
    }

    [Fact]
    public async Task When_the_negotiation_ends_the_door_closes_in_whatever_order_it_is_heard()
    {
        var published = await WithSecret();
        var nda = Nda(published);
        await app.Hear(new NegotiationEnded(
            nda.NegotiationId, nda.Number, published.Id, "t", app.Author.OrganisationId, buyer.OrganisationId, null, "WITHDRAWN", null, null, false, null, app.Clock.GetUtcNow()));
        await app.Hear(nda);
        (await app.As(buyer).GetAsync(ListingsApp.Url(published.Id, "confidential")).RefusedWith(403)).ShouldBe("listings/non-disclosure-needed");
    }

    [Fact]
    public async Task What_is_being_written_is_not_read_by_others_before_it_passed_the_reviews()
    {
        var published = await WithSecret();
        await app.Hear(Nda(published));
        await app.As(app.Author).Put(ListingsApp.Url(published.Id, "confidential"), new SaveConfidential.Request("新的秘密", published.Version)).Succeeds();
        (await app.As(buyer).GetAsync(ListingsApp.Url(published.Id, "confidential")).Read<OpenConfidential.Response>()).Text.ShouldBe(Secret);
        var own = await app.As(app.Author).GetAsync(ListingsApp.Url(published.Id, "confidential")).Read<OpenConfidential.Response>();
        (own.Text, own.Working).ShouldBe((Secret, "新的秘密"));
        (await app.Get(published.Id)).Revision.ShouldBe("DRAFT");
    }

    [Fact]
    public async Task The_text_is_in_no_other_answer_fact_audit_record_or_table()
    {
        var published = await WithSecret();
        await app.Hear(Nda(published));
        await app.As(buyer).GetAsync(ListingsApp.Url(published.Id, "confidential")).Succeeds();
        foreach (var caller in new[] { null, app.Author, app.Approver, app.Reviewer, buyer })
        {
            foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
            {
                if (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != true) continue;
                var url = endpoint.RoutePattern.RawText!.Replace("{id:guid}", published.Id.ToString()).Replace("{number}", published.Number);
                if (url.EndsWith("/confidential", StringComparison.Ordinal)) continue;
                (await (await app.As(caller).GetAsync(url)).Content.ReadAsStringAsync()).ShouldNotContain(Secret, customMessage: url);
            }
        }
        await app.Settle();
        foreach (var fact in app.Delivered.Of<object>()) JsonSerializer.Serialize(fact, Platform.Data.Json.Options).ShouldNotContain(Secret);
        var tables = await app.InDb(db => db.Database.SqlQueryRaw<string>("select tablename as \"Value\" from pg_tables where schemaname = 'listings'").ToListAsync());
        tables.Count.ShouldBeGreaterThan(10);
        foreach (var table in tables)
        {
#pragma warning disable EF1002 // the table's name comes from the catalogue
            var holds = await app.InDb(db => db.Database.SqlQueryRaw<int>($"select count(*)::int as \"Value\" from listings.\"{table}\" t where t::text like '%' || {{0}} || '%'", Secret).SingleAsync());
#pragma warning restore EF1002
            if (table == "confidential_detail") holds.ShouldBeGreaterThan(0);
            else holds.ShouldBe(0, table);
        }
    }

    [Fact]
    public async Task A_confidential_file_follows_the_same_door_and_a_public_one_is_open()
    {
        var draft = await app.Draft();
        var first = await Attach(draft.Id, draft.Version, "PUBLIC");
        var second = await Attach(draft.Id, first.Version, "CONFIDENTIAL");
        var submitted = await app.As(app.Author).Post(ListingsApp.Url(draft.Id, "submit"), new SubmitAchievement.Request(second.Version)).Read<AchievementView.Response>();
        var open = ListingsApp.Url(draft.Id, $"attachments/{submitted.Files[0].Id}");
        var closed = ListingsApp.Url(draft.Id, $"attachments/{submitted.Files[1].Id}");
        (await app.As().GetAsync(open).RefusedWith(404)).ShouldBe("listings/not-found");
        var published = await app.Publish(await app.Approve(submitted));
        using var image = await app.As().GetAsync(open);
        (image.IsSuccessStatusCode, image.Content.Headers.ContentDisposition?.DispositionType).ShouldBe((true, "attachment"));
        (await app.As(buyer).GetAsync(closed).RefusedWith(404)).ShouldBe("listings/not-found");
        (await app.As(app.Reviewer).GetAsync(closed).RefusedWith(404)).ShouldBe("listings/not-found");
        (await app.Page(published.Id)).Files.Count.ShouldBe(1);
        await app.Hear(Nda(published));
        await app.As(buyer).GetAsync(closed).Succeeds();
        (await app.As(app.Author).GetAsync(ListingsApp.Url(draft.Id, "openings")).Read<ListOpenings.Response>()).Items.ShouldContain(i => i.FileName == "图.png" && !i.Own);
    }

    Task<AchievementView.Response> Attach(Guid id, uint version, string visibility)
    {
        var form = new MultipartFormDataContent
        {
            { new ByteArrayContent([0x89, 0x50, 0x4E, 0x47, 1, 2, 3]), "file", "图.png" },
            { new StringContent("IMAGE"), "kind" }, { new StringContent(visibility), "visibility" }, { new StringContent(version.ToString()), "version" },
        };
        return app.As(app.Author).PostAsync(ListingsApp.Url(id, "attachments"), form).Read<AchievementView.Response>();
    }

    async Task<AchievementView.Response> WithSecret()
    {
        var draft = await app.Draft();
        var saved = await app.As(app.Author).Put(ListingsApp.Url(draft.Id, "confidential"), new SaveConfidential.Request(Secret, draft.Version)).Read<SaveConfidential.Response>();
        var submitted = await app.As(app.Author).Post(ListingsApp.Url(draft.Id, "submit"), new SubmitAchievement.Request(saved.Version)).Read<AchievementView.Response>();
        var published = await app.Publish(await app.Approve(submitted));
        published.HasConfidentialDetail.ShouldBeTrue();
        return published;
    }

    NdaConfirmed Nda(AchievementView.Response a) => new(
        Guid.CreateVersion7(), "QT-1", a.Id, a.Content.Title, app.Author.OrganisationId, buyer.OrganisationId, buyer.OrganisationName, buyer.PersonId, app.Clock.GetUtcNow());
}
