using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Deals;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.Tests;

/// <summary>Trading in process, with a university, companies and what they do with each other.</summary>
sealed class TradingApp() : ServiceApp<TradingDb>(
    "trading",
    builder =>
    {
        builder.Services.AddSingleton<TestProofKeys>();
        builder.Services.AddSingleton<IProofKeys>(provider => provider.GetRequiredService<TestProofKeys>());
        TradingService.Add(builder);
    },
    TradingService.Map)
{
    public Caller University { get; } = People.Of(OrganisationKinds.University, "青山大学", "330100", true, Roles.Publisher);

    public Caller Company { get; } = People.Of(OrganisationKinds.Enterprise, "云湖科技有限公司", "330200", true, Roles.Publisher);

    /// <summary>A proof of a re-entered credential, as the Identity service issues it.</summary>
    public string Proof(Caller caller, string documentSha256) =>
        Services.GetRequiredService<TestProofKeys>().Issue(caller.PersonId, CredentialProof.ToSign(documentSha256), Clock.GetUtcNow());

    /// <summary>A buyer nobody else is.</summary>
    public static Caller Buyer(string name = "海川制造有限公司") => People.Of(OrganisationKinds.Enterprise, name, "330300", true, Roles.Purchaser);

    /// <summary>Hears that an achievement of this holder is public.</summary>
    public async Task<AchievementPublished> Achievement(
        Caller? holder = null, string? pricingMode = "NEGOTIATED", bool ownerStated = true, string status = "PUBLISHED", long version = 1)
    {
        holder ??= Company;
        var id = Guid.CreateVersion7();
        var fact = new AchievementPublished(
            id, version, $"CG-2026-{id.ToString("N")[^6..]}", null, null, "低温等离子体废气处理技术", ["等离子体", "废气"], "ENVIRONMENT", 6, holder.AreaCode,
            [new IpRight("INVENTION_PATENT", "ZL202310000001.X", holder.OrganisationName, "GRANTED", new DateOnly(2043, 1, 1))],
            "一种低温等离子体处理工业废气的方法与装置，能耗低。", ["LICENSE", "ASSIGNMENT"], pricingMode, Money.Yuan(1_000_000m), holder.OrganisationId,
            holder.OrganisationName, holder.OrganisationKind, holder.PublicInstitution, ownerStated, true, status, Clock.GetUtcNow());
        await Hear(fact);
        return fact;
    }

    public Task<HttpResponseMessage> PostOpening(Caller buyer, Guid achievement, Guid? id = null, Guid? demand = null, string? message = null) =>
        As(buyer).Post("/api/trading/negotiations", new OpenNegotiation.Request(id ?? Guid.CreateVersion7(), achievement, demand, message));

    /// <summary>A negotiation that has reached the talks: taken up, non-disclosure confirmed.</summary>
    public async Task<Room> Talks(Caller? seller = null, Caller? buyer = null, Guid? achievement = null)
    {
        seller ??= Company;
        buyer ??= Buyer();
        achievement ??= (await Achievement(seller)).AchievementId;
        var opened = await PostOpening(buyer, achievement.Value).Read<GetNegotiation.Response>();
        var room = new Room(this, opened.Id, seller, buyer);
        await room.TakeUp();
        await room.ConfirmNda();
        return room;
    }

    /// <summary>Talks with the university that ended in agreement: the price has to be announced.</summary>
    public async Task<Room> AgreedWithUniversity(MakeOffer.Terms? terms = null)
    {
        var room = await Talks(University);
        var offer = await room.Offer(room.Seller, terms);
        await room.Accept(room.Buyer, offer).Succeeds();
        return room;
    }

    /// <summary>A notice that runs.</summary>
    public async Task<RunningNotice> Notice()
    {
        var room = await AgreedWithUniversity();
        var prepared = await room.Prepare();
        var published = await As(room.Seller).Post($"/api/trading/unit-notices/{prepared.Id}/publish", new PublishNotice.Request(prepared.Version)).Read<GetUnitNotice.Response>();
        return new RunningNotice(this, room, published.Id, published.Number!, published.EndsAt!.Value);
    }

    /// <summary>Lets time pass and what is due happen, here or in the worker that runs beside the test.</summary>
    public async Task Pass(TimeSpan span)
    {
        Clock.Advance(span);
        await RunAllDue();
    }

    public async Task PassUntil(DateTimeOffset instant)
    {
        Clock.Set(instant);
        await RunAllDue();
    }

    public async Task RunAllDue()
    {
        for (var i = 0; i < 400; i++)
        {
            await RunDueDeadlines();
            var now = Clock.GetUtcNow();
            if (!await InDb(db => db.Deadlines.AnyAsync(d => d.DueAt <= now))) return;
            await Task.Delay(25);
        }
        throw new TimeoutException("Something due does not happen.");
    }

    public Task<GetNegotiation.Response> See(Caller caller, Guid negotiation) =>
        As(caller).GetAsync($"/api/trading/negotiations/{negotiation}").Read<GetNegotiation.Response>();

    public Task<List<Deal>> DealsOf(Guid achievement) => InDb(db => db.Deals.Where(d => d.AchievementId == achievement).ToListAsync());

    /// <summary>The request succeeds as it did before and changes nothing more.</summary>
    public async Task RepeatsUnchanged(Func<Task<HttpResponseMessage>> request)
    {
        var before = await Fingerprint();
        await request().Succeeds();
        (await Fingerprint()).ShouldBe(before);
    }

    /// <summary>The request is refused with this code, and nothing changed and nothing was published.</summary>
    public async Task RefusesUnchanged(Func<Task<HttpResponseMessage>> request, int status, string code)
    {
        var before = await Fingerprint();
        (await request().RefusedWith(status)).ShouldBe(code);
        (await Fingerprint()).ShouldBe(before);
    }
}

/// <summary>The proving key of the Identity service, played by a test.</summary>
sealed class TestProofKeys : IProofKeys
{
    private const string Issuer = "https://market.test";
    private readonly ECDsaSecurityKey key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };

    public Task<ProofKeySet> Current(CancellationToken ct) => Task.FromResult(new ProofKeySet(Issuer, [key]));

    public string Issue(Guid person, string purpose, DateTimeOffset at) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = CredentialProof.Audience,
            IssuedAt = at.UtcDateTime,
            NotBefore = at.UtcDateTime,
            Expires = at.UtcDateTime + CredentialProof.Lifetime,
            Claims = new Dictionary<string, object> { ["sub"] = person.ToString(), ["jti"] = Guid.CreateVersion7().ToString("N"), [CredentialProof.PurposeClaim] = purpose },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
        });
}

/// <summary>One application for all tests of a class.</summary>
public sealed class TradingFixture : IAsyncLifetime
{
    internal TradingApp App { get; } = new();

    public Task InitializeAsync() => App.InitializeAsync();

    public Task DisposeAsync() => App.DisposeAsync();
}

/// <summary>One negotiation and its two sides.</summary>
sealed class Room(TradingApp app, Guid id, Caller seller, Caller buyer)
{
    public Guid Id => id;

    public Caller Seller => seller;

    public Caller Buyer => buyer;

    public string Url => $"/api/trading/negotiations/{id}";

    public static MakeOffer.Terms Assignment(decimal price = 800_000m) =>
        new("ZR01", Money.Yuan(price), "LUMP_SUM", [], Improvements: "改进成果归改进方所有");

    public static MakeOffer.Terms Licence(string exclusivity, decimal price = 300_000m) => new(
        "XK01", Money.Yuan(price), "INSTALMENTS",
        [new("合同生效后", Money.Yuan(price / 3)), new("验收后", Money.Yuan(price - price / 3), new DateOnly(2026, 12, 31))],
        exclusivity, null, null, "中国境内", new DateOnly(2026, 6, 1), new DateOnly(2031, 5, 31));

    public Task<GetNegotiation.Response> TakeUp() => app.As(seller).PostAsync($"{Url}/take-up", null).Read<GetNegotiation.Response>();

    public async Task<GetNegotiation.Response> ConfirmNda()
    {
        var text = await app.As(buyer).GetAsync($"{Url}/nda").Read<GetNda.Response>();
        return await app.As(buyer).Post($"{Url}/nda", new ConfirmNda.Request(text.Hash, "王采购")).Read<GetNegotiation.Response>();
    }

    public Task<HttpResponseMessage> PutOffer(Caller by, MakeOffer.Terms? terms = null, Guid? offer = null, DateTimeOffset? expiresAt = null) =>
        app.As(by).Put($"{Url}/offers/{offer ?? Guid.CreateVersion7()}", new MakeOffer.Request(terms ?? Assignment(), expiresAt));

    public async Task<Guid> Offer(Caller by, MakeOffer.Terms? terms = null, DateTimeOffset? expiresAt = null)
    {
        var offer = Guid.CreateVersion7();
        await PutOffer(by, terms, offer, expiresAt).Succeeds();
        return offer;
    }

    public Task<HttpResponseMessage> Accept(Caller by, Guid offer) => app.As(by).PostAsync($"{Url}/offers/{offer}/accept", null);

    public async Task<HttpResponseMessage> Withdraw(Caller by, long? version = null) => await app.As(by).Post(
        $"{Url}/withdraw", new WithdrawNegotiation.Request(version ?? (await See()).Version, "本单位计划调整"));

    public Task<GetNegotiation.Response> See(Caller? by = null) => app.See(by ?? buyer, id);

    public Task<GetUnitNotice.Response> Prepare(bool related = false) => app.As(seller).Put(
        $"{Url}/notice",
        new PrepareNotice.Request(
            "一种低温等离子体处理工业废气的方法与装置。", "公示期内可实名提出异议，由未参与洽谈的审批人员核实并公布决定。", related,
            related ? "受让方由完成人参股，价格以评估为准。" : null)).Read<GetUnitNotice.Response>();
}

/// <summary>A published notice and what people do to it.</summary>
sealed class RunningNotice(TradingApp app, Room room, Guid id, string number, DateTimeOffset endsAt)
{
    public Room Room => room;

    public Guid Id => id;

    public string Number => number;

    public DateTimeOffset EndsAt => endsAt;

    /// <summary>Somebody of the unit who did not negotiate.</summary>
    public Caller Decider { get; } = room.Seller.Colleague(Roles.Approver);

    public Task<HttpResponseMessage> PutObjection(Guid? objection = null, string reason = "拟交易价格明显低于同类成果。", string name = "赵某某") => app.As().Put(
        $"/api/trading/notices/{number}/objections/{objection ?? Guid.CreateVersion7()}", new ObjectToNotice.Request(name, "13800000000", reason));

    public async Task<Guid> Object()
    {
        var objection = Guid.CreateVersion7();
        await PutObjection(objection).Succeeds();
        return objection;
    }

    public Task<HttpResponseMessage> Decide(
        Guid objection, DecideObjection.Outcomes outcome, DecideObjection.Consequences? consequence = null, Caller? by = null) =>
        app.As(by ?? Decider).Post(
            $"/api/trading/unit-notices/{id}/objections/{objection}/decide", new DecideObjection.Request(outcome, "经核实，价格以评估为依据。", consequence));

    public Task<GetNotice.Response> See() => app.As().GetAsync($"/api/trading/notices/{number}").Read<GetNotice.Response>();
}
