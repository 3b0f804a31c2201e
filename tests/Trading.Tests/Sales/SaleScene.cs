using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Tests.Sales;

/// <summary>A sale of a university's achievement and everybody around it.</summary>
sealed class SaleScene(TradingApp app, Caller seller, AchievementPublished achievement)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    public SaleMode Mode { get; init; } = SaleMode.Listing;

    public AchievementPublished Achievement => achievement;

    public Caller Seller => seller;

    public Caller Approver { get; } = seller.Colleague(Roles.Approver);

    public Caller Bureau { get; } = People.Of(OrganisationKinds.Bureau, "市科技局", "330100", true, Roles.Reviewer);

    public string Url => $"/api/trading/sales/{Id}";

    public static SaleForm.Terms Terms(decimal basePrice = 1_000_000m, decimal? deposit = null, int length = 10) => new(
        new SaleForm.Transfer("ZR01", "LUMP_SUM", [new("合同生效后一次付清", 1m)], Improvements: "改进成果归改进方所有"), Money.Yuan(basePrice),
        new SaleForm.Basis(PriceBasisKind.Inquiry, "三家公开询价的中位数"), length, ["依法设立的企业法人"], ["营业执照"], Money.Yuan(deposit ?? basePrice / 10),
        new SaleForm.Bidding(BiddingMethod.English, [new(Money.Yuan(basePrice), Money.Yuan(10_000m))], 60, 30, 30),
        [new(1, "张完成人", "职务科技成果完成人（民法典847条）")], "技术转移办公室 0571-80000000");

    public static async Task<SaleScene> Of(TradingApp app, Caller? seller = null)
    {
        seller ??= app.University;
        return new SaleScene(app, seller, await app.Achievement(seller, pricingMode: "LISTING"));
    }

    public static async Task<SaleScene> Announced(TradingApp app, Caller? seller = null, SaleForm.Terms? terms = null)
    {
        var scene = await Of(app, seller);
        await scene.Submitted(terms);
        await scene.Announce();
        return scene;
    }

    /// <summary>Registration is closed and so many parties are qualified with their deposit held.</summary>
    public static async Task<(SaleScene Scene, IReadOnlyList<Caller> Parties)> Closed(TradingApp app, int parties)
    {
        var scene = await Announced(app);
        var who = new List<Caller>();
        for (var i = 0; i < parties; i++)
        {
            var party = TradingApp.Buyer($"意向方{i + 1}有限公司");
            who.Add(party);
            await scene.Qualified(party);
        }
        await app.PassUntil((await scene.See()).EndsAt!.Value);
        return (scene, who);
    }

    public Task<HttpResponseMessage> Put(SaleForm.Terms? terms = null, long? version = null, Caller? by = null, Guid? achievementId = null, Guid? id = null, Money? reserve = null) =>
        app.As(by ?? seller).Put($"/api/trading/sales/{id ?? Id}", new DraftSale.Request(achievementId ?? achievement.AchievementId, Mode, terms ?? Terms(), version, reserve));

    public Task<GetSale.Response> See(Caller? by = null) => app.As(by ?? seller).GetAsync(Url).Read<GetSale.Response>();

    public async Task<long> Version() => (await See()).Version;

    public Task<HttpResponseMessage> Do<T>(Caller by, string what, T body) => app.As(by).Post($"{Url}/{what}", body);

    public static MultipartFormDataContent Pdf(string title, long? version = null)
    {
        var file = new ByteArrayContent(Encoding.ASCII.GetBytes("%PDF-1.7 a document"));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        var form = new MultipartFormDataContent { { file, "file", "document.pdf" }, { new StringContent(title), "title" } };
        if (version is { } seen) form.Add(new StringContent(seen.ToString(System.Globalization.CultureInfo.InvariantCulture)), "version");
        return form;
    }

    public async Task AddDocument() => await app.As(seller).PostAsync($"{Url}/documents", Pdf("权利证书", await Version())).Succeeds();

    /// <summary>Written, approved by the unit: waits for the bureau.</summary>
    public async Task Submitted(SaleForm.Terms? terms = null, Money? reserve = null)
    {
        await Put(terms, reserve: reserve).Succeeds();
        await AddDocument();
        await HandIn();
    }

    public async Task HandIn()
    {
        await Do(seller, "submit", new SubmitSale.Request(await Version())).Succeeds();
        if ((await See()).State == "UNIT_REVIEW") await Do(Approver, "approve", new ApproveSale.Request(await Version())).Succeeds();
    }

    public async Task<GetSale.Response> Announce() =>
        await Do(Bureau, "announce", new AnnounceSale.Request(await Version(), new(true, true, true, true, Mode == SaleMode.Auction ? true : null))).Read<GetSale.Response>();

    public static RegisterForSale.Request Registration(string statement = "具备独立承担民事责任的能力", bool related = false, string? priority = null) =>
        new(true, statement, related, "王经理", "13900000000", related ? "受让方由完成人参股" : null, priority);

    public Task<HttpResponseMessage> PutRegistration(Caller party, RegisterForSale.Request? request = null) =>
        app.As(party).Put($"{Url}/registration", request ?? Registration());

    public Task<GetRegistration.Response> Mine(Caller party) => app.As(party).GetAsync($"{Url}/registration").Read<GetRegistration.Response>();

    public async Task<Guid> Registered(Caller party, RegisterForSale.Request? request = null) =>
        (await PutRegistration(party, request).Read<GetRegistration.Response>()).Party!.Id;

    public async Task<Guid> Deposit(Caller party) => (await Mine(party)).Party!.Deposit!.Id;

    /// <summary>Payments says that the party's deposit is there.</summary>
    public async Task Pay(Caller party) =>
        await app.Hear(new DepositHeld(await Deposit(party), Id, party.OrganisationId, Money.Yuan(100_000m), app.Clock.GetUtcNow()));

    public Task<HttpResponseMessage> Decide(Caller by, Guid party, bool qualified = true, int? rank = null) =>
        Do(by, $"parties/{party}/decide", new DecideParty.Request(qualified, qualified ? "符合公告条件" : "未提交营业执照", rank));

    public async Task<Guid> Qualified(Caller party, int? rank = null)
    {
        var id = await Registered(party, rank is null ? null : Registration(priority: "职务科技成果完成人"));
        await Pay(party);
        await Decide(seller, id, true, rank).Succeeds();
        return id;
    }

    public Task<GetAnnouncement.Response> Page(string number) => app.As().GetAsync($"/api/trading/announcements/{number}").Read<GetAnnouncement.Response>();

    /// <summary>The talks of the only qualified party.</summary>
    public async Task<Room> Talks(Caller party)
    {
        var room = new Room(app, (await See()).NegotiationId!.Value, seller, party);
        if ((await room.See()).State == "NDA_PENDING") await room.ConfirmNda();
        return room;
    }

    public async Task BiddingEnds(string outcome, Caller? winner = null, decimal? price = null, bool byPriority = false) => await app.Hear(new AuctionClosed(
        (await See()).AuctionId!.Value, "JJ-2026-000001", Id, outcome, winner?.OrganisationId, price is { } p ? Money.Yuan(p) : null, byPriority,
        new string('a', 64), app.Clock.GetUtcNow()));

    /// <summary>Every deposit decision published for this sale, by party.</summary>
    public async Task<IReadOnlyList<DepositDecided>> Decisions() => [.. (await app.Published<DepositDecided>()).Where(f => f.SaleId == Id)];

    public async Task<IReadOnlyList<string>> Statuses() => [.. (await app.Published<SaleChanged>()).Where(f => f.SaleId == Id).Select(f => f.Status)];

    public Task<Sale> Load() => app.InDb(db => db.Sales.AsNoTracking().Include(s => s.Parties).SingleAsync(s => s.Id == new SaleId(Id)));
}
