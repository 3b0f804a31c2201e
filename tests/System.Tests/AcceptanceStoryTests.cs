using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using TechMarket.SystemTests.Running;
using TechMarket.SystemTests.Telling;
using TechMarket.Trading;
using Xunit.Abstractions;

namespace TechMarket.SystemTests;

/// <summary>The first deal, through the gateway over HTTP: what is true when it has travelled the whole way.</summary>
[Collection(ToldMarketTests.Name)]
public sealed class AcceptanceStoryTests(ToldMarket told, ITestOutputHelper output)
{
    private readonly Story story = told.Story;

    [Fact]
    public async Task The_achievement_is_found_at_once_and_has_a_public_page_without_its_secret()
    {
        // What the two seconds of the promise are held against on a quiet machine; a crowded one only has to find it.
        output.WriteLine($"found {told.UntilFindable.TotalSeconds:f2} s after it was published");
        var search = told.Tried("keyword search").Succeeded();
        var hit = search.List("items").Single(i => i.Id("id") == story.AchievementId);
        hit.In("highlight").List("title").ShouldContain(p => p.Flag("hit"));
        hit.Text("number").ShouldBe(story.AchievementNumber);
        search.In("facets").EnumerateObject().Select(f => f.Name).ShouldContain("field");

        var page = await story.Visitor.Get("/api/listings/achievements/by-number/" + story.AchievementNumber);
        page.ToString().ShouldContain(story.Title);
        page.ToString().ShouldNotContain("五百二十八");
        page.ToString().ShouldNotContain("张某某");
    }

    [Fact]
    public void Both_sides_see_the_match_with_reasons_and_are_told_when_nothing_fits()
    {
        told.Tried("matches before there was a need").Succeeded().Flag("nothingFits").ShouldBeTrue();
        foreach (var (side, other) in new[] { ("matches of the need", story.AchievementId), ("matches of the achievement", story.DemandId) })
        {
            var matches = told.Tried(side).Succeeded();
            matches.Flag("nothingFits").ShouldBeFalse(side);
            var match = matches.List("items").Single(m => m.Id("id") == other);
            match.List("reasons").Select(r => r.Text("kind")).ShouldContain("SHARED_TERMS", side);
            match.List("reasons").ShouldAllBe(r => r.Text("text").Length > 0 && r.Text("textEn").Length > 0);
        }
    }

    [Fact]
    public async Task Everyone_concerned_has_notices()
    {
        foreach (var person in new[]
        {
            story.Publisher, story.Approver, story.Reviewer, story.Purchaser, story.Agency, story.Individual, story.FirstRegistrar, story.SecondRegistrar, story.Finance,
        })
        {
            var inbox = await person.Get("/api/notifications/notices?size=100");
            inbox.Number("total").ShouldBeGreaterThan(0, person.Account!.Email);
            inbox.List("items").ShouldAllBe(n => n.Text("titleZh").Length > 0 && n.Text("titleEn").Length > 0 && n.Text("link").StartsWith('/'));
        }
    }

    [Fact]
    public async Task The_confidential_detail_opens_after_the_duty_and_every_opening_is_logged()
    {
        told.Tried("confidential before the duty").Status.ShouldBe(403);
        told.Tried("confidential before the duty").Code.ShouldBe("listings/non-disclosure-needed");
        told.Tried("confidential after the duty").Body.ToString().ShouldContain(Story.Secret);
        var openings = await story.Publisher.Get(story.AchievementUrl + "/openings");
        openings.ToString().ShouldContain(Story.Enterprise);
    }

    [Fact]
    public async Task Offer_and_counter_offer_are_versions_and_one_of_them_is_agreed()
    {
        var talks = await story.Talks();
        talks.List("offers").Select(o => (o.Id("id"), o.Text("state"))).ShouldBe(
            [(story.ExpiredOffer, "EXPIRED"), (story.FirstOffer, "SUPERSEDED"), (story.CounterOffer, "ACCEPTED")], ignoreOrder: true);
        talks.Id("agreedOfferId").ShouldBe(story.CounterOffer);
    }

    [Fact]
    public async Task The_notice_paused_for_the_objection_and_passed()
    {
        told.Tried("notice while an objection is open").Body.Text("state").ShouldBe("PAUSED");
        var notice = await story.Visitor.Get($"/api/trading/notices/{story.NoticeNumber}");
        notice.Text("state").ShouldBe("PASSED");
        notice.Yuan("price").ShouldBe(Story.Price);
        notice.ToString().ShouldNotContain("13800000000");
        notice.ToString().ShouldNotContain("赵某某");
    }

    [Fact]
    public async Task One_deal_one_contract_one_registration()
    {
        var deals = (await story.Publisher.Get("/api/trading/deals?size=100")).List("items").Where(d => d.Text("achievementNumber") == story.AchievementNumber).ToList();
        deals.Single().Text("number").ShouldBe(story.DealNumber);
        deals.Single().Text("contractNumber").ShouldBe(story.ContractNumber);
        deals.Single().Text("registrationNumber").ShouldBe(story.RegistrationNumber);
        var contract = await story.Contract();
        contract.Id("dealId").ShouldBe(story.DealId);
        contract.Text("category").ShouldBe("XK01");
        contract.Yuan("price").ShouldBe(Story.Price);
        contract.In("amounts").Yuan("technicalAmount").ShouldBe(Story.Price - Story.NonTechnical);
        contract.List("signatures").Count.ShouldBe(2);
        contract.List("signatures").ShouldAllBe(s => s.Text("documentSha256") == contract.Text("documentSha256"));
        var stops = (await story.Publisher.Get($"/api/trading/deal-line?contractId={story.ContractId}")).List("stops").ToDictionary(s => s.Text("key"), s => s.Text("state"));
        foreach (var key in new[] { "listed", "negotiation", "notice", "deal", "signing", "registration" }) stops[key].ShouldBe("done", key);
    }

    [Fact]
    public async Task The_achievement_ends_licensed_or_contracted_without_anyone_typing_it()
    {
        var state = await Story.Eventually<State>("the listing follows the deal", async () =>
            await story.StateOfAchievement() is var now && now != "PUBLISHED" && now != "RESERVED" ? new State(now) : null);
        state.Name.ShouldBeOneOf("LICENSED", "CONTRACTED", "TRANSFERRED");
    }

    [Fact]
    public async Task The_form_was_filled_before_anyone_touched_it_and_the_pre_check_told_what_was_missing()
    {
        var empty = told.Tried("pre-check of an empty form").Body;
        empty.Flag("blocked").ShouldBeTrue();
        empty.List("findings").ShouldAllBe(f => f.Text("source").Length > 0 && f.Text("zh").Length > 0);
        told.Tried("pre-check").Body.Flag("blocked").ShouldBeFalse();
        var form = (await story.Registration()).In("form");
        form.Yuan("contractAmount").ShouldBe(Story.Price);
        form.Text("category").ShouldBe("XK01");
        form.In("seller").Text("name").ShouldStartWith(Story.University);
        form.In("buyer").Text("name").ShouldBe(Story.Enterprise);
    }

    [Fact]
    public async Task The_dossier_holds_every_paper_of_the_deal_and_any_changed_byte_shows()
    {
        var contract = await story.Contract();
        foreach (var person in new[] { story.Approver, story.Purchaser, story.FirstRegistrar })
        {
            var dossier = await story.Dossier(person);
            using var zip = new ZipArchive(new MemoryStream(dossier), ZipArchiveMode.Read);
            var papers = zip.Entries.ToDictionary(e => e.FullName, Bytes, StringComparer.Ordinal);
            foreach (var paper in new[]
            {
                "index.html", "manifest.json", "verify.html", "1-achievement/achievement.json", "2-pricing/negotiation.json", $"3-notice/{story.NoticeNumber}.json", "4-deal/deal.json",
                "5-contract/contract.json", "6-registration/registration-1.json", $"6-registration/certificate-{story.RegistrationNumber}.pdf", "7-audit-trail/audit-trail.json",
            }) papers.Keys.ShouldContain(paper, person.Account!.Email);
            var text = papers.Keys.Single(p => p.StartsWith("5-contract/contract-v", StringComparison.Ordinal));
            Convert.ToHexStringLower(SHA256.HashData(papers[text])).ShouldBe(contract.Text("documentSha256"));
            papers.Values.ShouldAllBe(p => !Encoding.UTF8.GetString(p).Contains("赵某某", StringComparison.Ordinal) && !Encoding.UTF8.GetString(p).Contains("13800000000", StringComparison.Ordinal));
            (await Verified(dossier)).ShouldBe(0);
            dossier[dossier.Length / 2] ^= 1;
            (await Verified(dossier)).ShouldBe(1);
        }
        (await story.Agency.Try(HttpMethod.Put, $"/api/trading/deals/{story.DealId}/dossiers/{Guid.CreateVersion7()}")).Status.ShouldBe(404);

        static byte[] Bytes(ZipArchiveEntry entry)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            return content.ToArray();
        }
    }

    [Fact]
    public async Task The_certificate_has_a_page_and_a_pdf_and_anyone_can_verify_it()
    {
        var page = await story.Publisher.Download(story.RegistrationUrl + "/certificate", "text/html");
        Encoding.UTF8.GetString(page).ShouldContain(story.RegistrationNumber);
        var pdf = await story.Publisher.Download(story.RegistrationUrl + "/certificate.pdf", "application/pdf");
        Encoding.ASCII.GetString(pdf, 0, 5).ShouldBe("%PDF-");
        var verified = await story.Visitor.Get("/api/contracts/verify/" + story.VerificationCode);
        verified.Text("status").ShouldBe("REGISTERED");
        verified.Text("number").ShouldBe(story.RegistrationNumber);
        verified.Yuan("technicalAmount").ShouldBe(Story.Price - Story.NonTechnical);
        (await story.Visitor.Try(HttpMethod.Get, "/api/contracts/verify/AAAAAAAAAAAAAAAAAAAA")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Turnover_counts_it_once()
    {
        var administrator = await story.Join("administrator", Story.City);
        await administrator.Put("/api/contracts/turnover/targets", new { areaCode = "620500", year = Story.Today.Year, amount = Story.Yuan(5 * Story.Price) });
        var turnover = (await story.FirstRegistrar.Get($"/api/contracts/turnover?year={Story.Today.Year}")).In("turnover");
        turnover.In("total").Number("count").ShouldBe(1);
        turnover.In("target").In("progressRate").GetDecimal().ShouldBe(0.2m);
        turnover.ToString().ShouldContain("800000");
        var rows = (await story.FirstRegistrar.Get($"/api/contracts/turnover/contracts?year={Story.Today.Year}")).List("items");
        rows.Single().ToString().ShouldContain(story.RegistrationNumber);
        var book = await story.FirstRegistrar.Download($"/api/contracts/turnover/export?year={Story.Today.Year}", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        Encoding.ASCII.GetString(book, 0, 2).ShouldBe("PK");
    }

    [Fact]
    public async Task The_commission_is_earned_split_withheld_and_paid()
    {
        var commission = await story.Finance.Get($"/api/commissions/commissions/{story.CommissionId}");
        commission.Yuan("earned").ShouldBe(Story.Commission);
        commission.Yuan("paid").ShouldBe(Story.Commission);
        (await story.Part(story.Agency)).Yuan("amount").ShouldBe(Story.AgencyPart);
        var person = await story.Part(story.Individual);
        person.Yuan("amount").ShouldBe(Story.IndividualPart);
        // 10 200 - 20 % = 8 160, of it 20 % (DOMAIN B-11).
        person.In("withholding").Yuan("withheld").ShouldBe(1_632m);
        var period = $"from={Story.Today.AddDays(-1):yyyy-MM-dd}&to={Story.Today.AddDays(1):yyyy-MM-dd}";
        var statement = await story.Individual.Get($"/api/commissions/brokers/{story.Individual.OrganisationId}/statement?{period}");
        (statement.Yuan("earned"), statement.Yuan("paid"), statement.Yuan("closing")).ShouldBe((Story.IndividualPart, Story.IndividualPart, 0m));
        var pdf = await story.Individual.Download($"/api/commissions/brokers/{story.Individual.OrganisationId}/statement.pdf?{period}", "application/pdf");
        Encoding.ASCII.GetString(pdf, 0, 5).ShouldBe("%PDF-");
    }

    [Fact]
    public async Task Nothing_is_stuck_and_every_audit_chain_holds()
    {
        await using var books = new Books(told.Market);
        await books.Settled();
        await books.HoldTogether();
        using var administrator = await Person.SignIn(told.Market, "administrator", Story.City);
        foreach (var service in Books.Services)
        {
            var verified = await administrator.Get($"/api/{service}/operations/audit/verification");
            verified.Maybe("firstBreak").ShouldBeNull(service);
        }
    }

    private readonly record struct State(string Name);

    private static async Task<int> Verified(byte[] dossier)
    {
        var file = Path.Combine(Path.GetTempPath(), $"techmarket-{Guid.CreateVersion7():N}.zip");
        await File.WriteAllBytesAsync(file, dossier);
        try
        {
            return await TradingService.VerifyDossier([file], TextWriter.Null);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
