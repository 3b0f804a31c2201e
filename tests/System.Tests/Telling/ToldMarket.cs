using System.Diagnostics;
using System.Text.Json;
using TechMarket.Platform.Data;
using TechMarket.SystemTests.Running;

namespace TechMarket.SystemTests.Telling;

/// <summary>A standalone market in which the whole story has been told, with what was tried and seen along the way.</summary>
public sealed class ToldMarket : IAsyncLifetime
{
    private readonly Dictionary<string, Answer> tried = new(StringComparer.Ordinal);

    public Market Market { get; private set; } = null!;

    internal Story Story { get; private set; } = null!;

    /// <summary>From the answer to "publish" until anyone found it.</summary>
    public TimeSpan UntilFindable { get; private set; }

    public Answer Tried(string what) => tried[what];

    public async Task InitializeAsync()
    {
        Market = await Market.Start();
        Story = await Story.Begin(Market);
        Story.Before = LookOn;
        await Story.Tell();
    }

    public async Task DisposeAsync()
    {
        await Story.DisposeAsync();
        await Market.DisposeAsync();
    }

    private async Task LookOn(string step)
    {
        switch (step)
        {
            case "the enterprise writes its need":
                await MeasureSearch();
                break;
            case "the agency proposes a mandate":
                await Matches();
                break;
            case "the enterprise opens a negotiation":
                await Try("double lead", Story.Agency, HttpMethod.Post, "/api/commissions/leads", new { id = Story.LeadId, mandateId = Story.MandateId, achievementId = Story.AchievementId });
                await Try("other lead, same pair", Story.Agency, HttpMethod.Post, "/api/commissions/leads", new { id = Guid.CreateVersion7(), mandateId = Story.MandateId, achievementId = Story.AchievementId });
                break;
            case "the enterprise confirms the non-disclosure duty":
                await Try("confidential before the duty", Story.Purchaser, HttpMethod.Get, Story.AchievementUrl + "/confidential");
                await Try("wrong text of the duty", Story.Purchaser, HttpMethod.Post, Story.TalksUrl + "/nda", new { hash = new string('0', 64), name = "王采购" });
                break;
            case "the enterprise makes an offer":
                await Confidential();
                await ExpiredOffer();
                break;
            case "the university writes a message":
                await MilestonesThatDoNotAddUp();
                break;
            case "the university makes a counter-offer":
                await Offers();
                break;
            case "the unit rejects the objection":
                await Try("notice while an objection is open", Story.Visitor, HttpMethod.Get, $"/api/trading/notices/{Story.NoticeNumber}");
                break;
            case "the notice passes":
                await Try(
                    "an objection decided twice", Story.Approver, HttpMethod.Post, $"/api/trading/unit-notices/{Story.NoticeId}/objections/{Story.ObjectionId}/decide",
                    new { outcome = "UPHELD", consequence = "CANCEL", reason = "改变主意。" });
                await Try("an agreed price withdrawn while its notice runs", Story.Purchaser, HttpMethod.Post, Story.TalksUrl + "/withdraw", new { version = (await Story.Talks()).Number("version"), reason = "改变主意。" });
                break;
            case "the enterprise amends the contract":
                await Try(
                    "an objection after the notice", Story.Visitor, HttpMethod.Put, $"/api/trading/notices/{Story.NoticeNumber}/objections/{Guid.CreateVersion7()}",
                    new { name = "赵某某", contact = "13800000000", reason = "公示期满之后才提出的异议。" });
                await Contract();
                break;
            case "the university files the registration":
                await Try("pre-check", Story.Publisher, HttpMethod.Get, Story.RegistrationUrl + "/pre-check");
                await Try("other registrar's queue before filing", Story.FirstRegistrar, HttpMethod.Get, Story.RegistrationUrl);
                break;
            case "the university fills the open fields":
                await Try("pre-check of an empty form", Story.Publisher, HttpMethod.Get, Story.RegistrationUrl + "/pre-check");
                break;
            case "the first registrar accepts":
                await Try("stale registration version", Story.FirstRegistrar, HttpMethod.Post, Story.RegistrationUrl + "/approval", new { version = 1 });
                break;
            case "the second registrar confirms":
                await Try(
                    "second registrar equal to the first", Story.FirstRegistrar, HttpMethod.Post, Story.RegistrationUrl + "/second-approval",
                    new { version = (await Story.Registration(Story.FirstRegistrar)).Number("version") });
                break;
            case "finance pays 王示范":
                await WrongPayments();
                break;
        }
    }

    private async Task MeasureSearch()
    {
        var began = Stopwatch.GetTimestamp();
        await Story.Eventually("anyone finds the achievement", Story.Hit, 30);
        UntilFindable = Stopwatch.GetElapsedTime(began);
        await Try("keyword search", Story.Visitor, HttpMethod.Get, "/api/matching/search?kind=achievement&q=" + Uri.EscapeDataString("铝合金铸造"));
        await Try("matches before there was a need", Story.Publisher, HttpMethod.Get, $"/api/matching/achievements/{Story.AchievementId}/matches");
    }

    private async Task Matches()
    {
        await Story.Eventually("the need is listed", () => Story.Purchaser.Find($"/api/matching/demands/{Story.DemandId}/matches"), 30);
        await Try("matches of the need", Story.Purchaser, HttpMethod.Get, $"/api/matching/demands/{Story.DemandId}/matches?size=20");
        await Try("matches of the achievement", Story.Publisher, HttpMethod.Get, $"/api/matching/achievements/{Story.AchievementId}/matches");
    }

    private async Task Confidential() => tried["confidential after the duty"] = (await Story.Eventually<Opened>("the grant arrives", async () =>
    {
        var answer = await Story.Purchaser.Try(HttpMethod.Get, Story.AchievementUrl + "/confidential");
        return answer.Ok ? new Opened(answer) : null;
    })).Answer;

    /// <summary>An offer that nobody answered in its few seconds cannot be accepted any more.</summary>
    private async Task ExpiredOffer()
    {
        var offer = $"{Story.TalksUrl}/offers/{Story.ExpiredOffer}";
        await Try("an offer open for too short a time", Story.Publisher, HttpMethod.Put, offer, new { terms = Story.Terms(900_000m), expiresAt = DateTimeOffset.UnixEpoch });
        var until = TimeProvider.System.GetUtcNow().AddSeconds(6);
        await Story.Publisher.Put(offer, new { terms = Story.Terms(900_000m), expiresAt = until });
        while (TimeProvider.System.GetUtcNow() <= until) await Task.Delay(200);
        await Try("an expired offer accepted", Story.Purchaser, HttpMethod.Post, offer + "/accept");
    }

    private async Task MilestonesThatDoNotAddUp()
    {
        var terms = JsonSerializer.SerializeToNode(Story.Terms(600_000m), Json.Options)!;
        terms["price"]!["amount"] = "600001.00";
        await Try("payments that do not add up to the price", Story.Publisher, HttpMethod.Put, $"{Story.TalksUrl}/offers/{Guid.CreateVersion7()}", new { terms });
    }

    private async Task Offers()
    {
        var offer = $"{Story.TalksUrl}/offers/{Story.FirstOffer}";
        await Try("the same offer again", Story.Purchaser, HttpMethod.Put, offer, new { terms = Story.Terms(600_000m) });
        await Try("other terms under the same id", Story.Purchaser, HttpMethod.Put, offer, new { terms = Story.Terms(610_000m) });
        await Try("own offer accepted", Story.Purchaser, HttpMethod.Post, offer + "/accept");
        await Try("another enterprise's negotiation", await Story.Join("purchaser", Story.OtherEnterprise), HttpMethod.Get, Story.TalksUrl);
    }

    private async Task Contract()
    {
        var seen = await Story.Contract();
        await Try("items that do not add up", Story.Purchaser, HttpMethod.Post, Story.ContractUrl + "/versions", Story.Amendment(seen, Story.NonTechnical, 1m));
    }

    private async Task WrongPayments()
    {
        var part = await Story.Part(Story.Individual);
        var url = $"/api/commissions/payouts/{part.Id("id")}/payment";
        await Try("a wrong amount", Story.Finance, HttpMethod.Put, url, new { amount = new { amount = "1.00", currency = "CNY" }, bankReference = "BANK-0001", paidOn = Story.Today });
        var agency = await Story.Part(Story.Agency);
        await Try("a bank reference used before", Story.Finance, HttpMethod.Put, url, new { amount = part.In("amount"), bankReference = agency.Text("bankReference"), paidOn = Story.Today });
    }

    private async Task Try(string what, Person by, HttpMethod method, string path, object? body = null) => tried[what] = await by.Try(method, path, body);

    private readonly record struct Opened(Answer Answer);
}

/// <summary>The classes that look at the told story, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ToldMarketTests : ICollectionFixture<ToldMarket>
{
    public const string Name = "told market";
}
