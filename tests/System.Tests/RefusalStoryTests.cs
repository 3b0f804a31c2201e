using System.Net.Http.Json;
using TechMarket.SystemTests.Running;
using TechMarket.SystemTests.Telling;

namespace TechMarket.SystemTests;

/// <summary>What the market refuses along the story, and with which code.</summary>
[Collection(ToldMarketTests.Name)]
public sealed class RefusalStoryTests(ToldMarket told)
{
    private readonly Story story = told.Story;

    [Theory]
    [InlineData("confidential before the duty", 403, "listings/non-disclosure-needed")]
    [InlineData("wrong text of the duty", 409, "trading/nda-text-changed")]
    [InlineData("other terms under the same id", 409, "trading/id-reused")]
    [InlineData("own offer accepted", 409, "trading/own-offer")]
    [InlineData("an offer open for too short a time", 409, "trading/expiry-out-of-range")]
    [InlineData("an expired offer accepted", 409, "trading/offer-expired")]
    [InlineData("payments that do not add up to the price", 409, "trading/milestones-do-not-add-up")]
    [InlineData("an objection decided twice", 409, "trading/objection-decided")]
    [InlineData("an agreed price withdrawn while its notice runs", 409, "trading/wrong-state")]
    [InlineData("an objection after the notice", 409, "trading/notice-not-running")]
    [InlineData("another enterprise's negotiation", 404, "trading/negotiation-not-found")]
    [InlineData("other lead, same pair", 409, "commissions/lead-taken")]
    [InlineData("items that do not add up", 409, "contracts/items-do-not-add-up")]
    [InlineData("other registrar's queue before filing", 404, "contracts/registration-not-found")]
    [InlineData("stale registration version", 409, "platform/changed-meanwhile")]
    [InlineData("second registrar equal to the first", 409, "contracts/same-registrar")]
    [InlineData("a wrong amount", 409, "commissions/amount-differs")]
    [InlineData("a bank reference used before", 409, "commissions/bank-reference-used")]
    public void Along_the_way_it_was_refused(string what, int status, string code)
    {
        var answer = told.Tried(what);
        (answer.Status, answer.Code).ShouldBe((status, code), answer.Body.ToString());
    }

    [Theory]
    [InlineData("the same offer again")]
    [InlineData("double lead")]
    public void The_same_command_sent_twice_is_answered_the_same(string what) => told.Tried(what).Status.ShouldBe(200);

    [Fact]
    public async Task Only_the_right_role_takes_a_step()
    {
        var everyone = new Dictionary<string, Person>(StringComparer.Ordinal)
        {
            ["publisher"] = story.Publisher, ["approver"] = story.Approver, ["purchaser"] = story.Purchaser, ["agency"] = story.Agency,
            ["individual"] = story.Individual, ["reviewer"] = story.Reviewer, ["registrar1"] = story.FirstRegistrar, ["registrar2"] = story.SecondRegistrar,
            ["finance"] = story.Finance, ["other publisher"] = await story.Join("publisher", "示范理工大学"), ["other purchaser"] = await story.Join("purchaser", Story.OtherEnterprise),
            ["visitor"] = story.Visitor,
        };
        var payout = (await story.Part(story.Agency)).Id("id");
        var version = new { version = 1 };
        var contract = await story.Contract();
        (HttpMethod Method, string Path, object? Body, string[] Right)[] steps =
        [
            (HttpMethod.Put, story.AchievementUrl, new { content = story.Content, version = 1 }, ["publisher"]),
            (HttpMethod.Put, story.AchievementUrl + "/confidential", new { text = "x", version = 1 }, ["publisher"]),
            (HttpMethod.Post, story.AchievementUrl + "/submit", version, ["publisher"]),
            (HttpMethod.Post, story.AchievementUrl + "/approve", new { version = 1, holderConfirmed = true, secrecyCleared = true }, ["approver"]),
            (HttpMethod.Post, story.MandateUrl + "/accept", null, ["purchaser", "agency", "individual"]),
            (HttpMethod.Post, story.LeadUrl + "/accept", new { }, ["purchaser", "approver", "publisher"]),
            (HttpMethod.Post, story.TalksUrl + "/take-up", null, ["publisher"]),
            (HttpMethod.Put, $"{story.TalksUrl}/offers/{Guid.CreateVersion7()}", new { terms = Story.Terms(1_000m) }, ["publisher", "purchaser"]),
            (HttpMethod.Post, $"{story.TalksUrl}/offers/{story.CounterOffer}/accept", null, ["publisher", "purchaser"]),
            (HttpMethod.Put, story.TalksUrl + "/notice", new { summary = "十个字以上的公开摘要文字。", procedure = "十个字以上的异议处理程序。", relatedParty = false }, ["publisher"]),
            (HttpMethod.Post, $"/api/trading/unit-notices/{story.NoticeId}/publish", version, ["publisher"]),
            (HttpMethod.Post, $"/api/trading/unit-notices/{story.NoticeId}/objections/{story.ObjectionId}/decide", new { outcome = "REJECTED", reason = "经核实无误。" }, ["approver"]),
            (HttpMethod.Post, story.ContractUrl + "/versions", Story.Amendment(contract, Story.NonTechnical), ["publisher", "purchaser", "approver"]),
            (HttpMethod.Post, story.ContractUrl + "/confirmations", version, ["publisher", "purchaser", "approver"]),
            (HttpMethod.Post, story.ContractUrl + "/signatures", new { version = 2, documentSha256 = new string('0', 64), credentialProof = "x" }, ["approver", "purchaser"]),
            (HttpMethod.Post, story.ContractUrl + "/registration", null, ["publisher", "approver"]),
            (HttpMethod.Post, story.RegistrationUrl + "/submission", version, ["publisher", "approver"]),
            (HttpMethod.Post, story.RegistrationUrl + "/take", version, ["registrar1", "registrar2"]),
            (HttpMethod.Post, story.RegistrationUrl + "/approval", version, ["registrar1", "registrar2"]),
            (HttpMethod.Post, story.RegistrationUrl + "/second-approval", version, ["registrar1", "registrar2"]),
            (HttpMethod.Put, $"/api/commissions/payouts/{payout}/payment", new { amount = Messages.Money.Yuan(Story.AgencyPart), bankReference = "BANK-9999", paidOn = Story.Today }, ["finance"]),
        ];
        var wrong = new List<string>();
        foreach (var (method, path, body, right) in steps)
        {
            foreach (var (name, person) in everyone)
            {
                var answer = await person.Try(method, path, body);
                if (name == "visitor" ? answer.Status != 401 : right.Contains(name) == RefusedForWho(answer))
                    wrong.Add($"{method} {path} by {name}: {answer.Status} {answer.Code}");
            }
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    /// <summary>Refused because of who asks: not theirs, not their role, or the other side's move.</summary>
    private static bool RefusedForWho(Answer answer) => answer.Status switch
    {
        401 or 404 => true,
        403 => answer.Code is not ("contracts/credential-refused" or "platform/anti-forgery"),
        _ => false,
    };

    [Fact]
    public async Task Nobody_reads_what_belongs_to_others()
    {
        var stranger = await story.Join("purchaser", Story.OtherEnterprise);
        foreach (var path in new[]
        {
            story.AchievementUrl, story.AchievementUrl + "/confidential", story.AchievementUrl + "/openings", story.TalksUrl, story.TalksUrl + "/messages",
            story.TalksUrl + "/nda", $"/api/trading/unit-notices/{story.NoticeId}", $"/api/trading/deals/{story.DealId}", story.ContractUrl,
            story.ContractUrl + "/versions/1/document", story.RegistrationUrl, story.RegistrationUrl + "/certificate", story.MandateUrl, story.LeadUrl,
            $"/api/commissions/commissions/{story.CommissionId}",
            $"/api/commissions/brokers/{story.Agency.OrganisationId}/statement?from={Story.Today:yyyy-MM-dd}&to={Story.Today:yyyy-MM-dd}",
        })
        {
            var answer = await stranger.Try(HttpMethod.Get, path);
            answer.Status.ShouldBeOneOf([404, 403], $"{path}: {answer.Body}");
            (await story.Visitor.Try(HttpMethod.Get, path)).Status.ShouldBe(401, path);
        }
        (await stranger.Get("/api/trading/deals")).Number("total").ShouldBe(0);
        (await stranger.Get("/api/contracts/contracts")).Number("total").ShouldBe(0);
    }

    [Fact]
    public async Task A_change_without_the_anti_forgery_header_is_refused()
    {
        using var person = await Person.SignIn(told.Market, "publisher", Story.University);
        person.ForgetAntiForgery();
        var answer = await person.Try(HttpMethod.Put, $"/api/listings/achievements/{Guid.CreateVersion7()}", new { content = story.Content });
        (answer.Status, answer.Code).ShouldBe((403, "platform/anti-forgery"));
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/api/identity/session")
        {
            Content = JsonContent.Create(new { email = person.Account!.Email, password = person.Account.Password }),
        };
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        var elsewhere = await story.Visitor.Send(foreign);
        (elsewhere.Status, elsewhere.Code).ShouldBe((403, "platform/anti-forgery"));
    }

    [Fact]
    public async Task A_draft_saved_from_an_old_version_is_refused_and_the_same_id_makes_one_draft()
    {
        var url = $"/api/listings/achievements/{Guid.CreateVersion7()}";
        var first = await story.Publisher.Put(url, new { content = story.Content });
        var again = await story.Publisher.Put(url, new { content = story.Content });
        again.Number("version").ShouldBe(first.Number("version"));
        await story.Publisher.Put(url, new { content = story.Content, version = first.Number("version") });
        var stale = await story.Publisher.Try(HttpMethod.Put, url, new { content = story.Content, version = first.Number("version") });
        (stale.Status, stale.Code).ShouldBe((409, "platform/changed-meanwhile"));
        var other = await (await story.Join("publisher", "示范理工大学")).Try(HttpMethod.Put, url, new { content = story.Content });
        (other.Status, other.Code).ShouldBe((404, "listings/not-found"));
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_says_nothing_more()
    {
        var wrong = await story.Visitor.Try(HttpMethod.Post, "/api/identity/session", new { email = story.Individual.Account!.Email, password = "wrong-password" });
        var unknown = await story.Visitor.Try(HttpMethod.Post, "/api/identity/session", new { email = "nobody@example.test", password = "wrong-password" });
        (wrong.Status, wrong.Code).ShouldBe((401, "identity/wrong-credentials"));
        (unknown.Status, unknown.Code).ShouldBe((wrong.Status, wrong.Code));
        var proof = await story.Purchaser.Try(HttpMethod.Post, "/api/identity/credential-proofs", new { password = "wrong-password", purpose = "sign:" + new string('a', 64) });
        (proof.Status, proof.Code).ShouldBe((403, "identity/wrong-password"));
    }
}
