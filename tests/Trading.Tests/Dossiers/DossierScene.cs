using System.Text;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Bidding;
using TechMarket.Trading.Dossiers;
using TechMarket.Trading.Notices;
using TechMarket.Trading.Sales;
using TechMarket.Trading.Tests.Sales;

namespace TechMarket.Trading.Tests.Dossiers;

/// <summary>A concluded deal and everybody who may want its papers; the other services are played by the test.</summary>
sealed class DossierScene(TradingApp app, DealConcluded deal, Caller seller, Caller buyer)
{
    public const string Objector = "钱举报";

    public DealConcluded Deal => deal;

    public Caller Seller => seller;

    public Caller Buyer => buyer;

    public Caller Approver { get; } = seller.Colleague(Roles.Approver);

    public Caller Bureau { get; } = People.Of(OrganisationKinds.Bureau, "青山市科技局", "330100", true, Roles.Registrar);

    public string Url => $"/api/trading/deals/{deal.DealId}/dossiers";

    /// <summary>Agreed by talks, announced, objected to, passed.</summary>
    public static async Task<(DossierScene Scene, RunningNotice Notice)> Negotiated(TradingApp app, string objection = "拟交易价格明显低于同类成果。", string name = Objector)
    {
        var notice = await app.Notice();
        var id = Guid.CreateVersion7();
        await notice.PutObjection(id, objection, name).Succeeds();
        await notice.Decide(id, DecideObjection.Outcomes.Rejected).Succeeds();
        await app.PassUntil((await notice.See()).EndsAt);
        var deal = (await app.Published<DealConcluded>()).Single(f => f.NegotiationId == notice.Room.Id);
        return (new DossierScene(app, deal, notice.Room.Seller, notice.Room.Buyer), notice);
    }

    /// <summary>Listed, two parties, bidding, result announced, passed.</summary>
    public static async Task<(DossierScene Scene, SaleScene Sale, Caller Loser)> Bid(TradingApp app, SaleForm.Terms? terms = null)
    {
        var scene = await SaleScene.Announced(app, terms: terms);
        var parties = new[] { TradingApp.Buyer("甲方意向有限公司"), TradingApp.Buyer("乙方意向有限公司") };
        foreach (var party in parties) await scene.Qualified(party);
        await app.PassUntil((await scene.See()).EndsAt!.Value);
        var auction = new AuctionId((await scene.See()).AuctionId!.Value);
        await app.PassUntil((await Room(app, auction)).Standing.OpensAt);
        await Put(app, auction, parties[0], 1_000_000m);
        await Put(app, auction, parties[1], 1_010_000m);
        for (var i = 0; i < 40 && (await scene.See()).Result is null; i++)
        {
            await app.Pass(TimeSpan.FromMinutes(30));
            await app.Settle();
        }
        var result = (await scene.See()).Result!;
        await app.PassUntil(result.NoticeEndsAt!.Value);
        var deal = (await app.Published<DealConcluded>()).Single(f => f.AchievementId == scene.Achievement.AchievementId);
        return (new DossierScene(app, deal, scene.Seller, parties[1]), scene, parties[0]);
    }

    public Task<HttpResponseMessage> Put(Caller? by, Guid id) => app.As(by).PutAsync($"{Url}/{id}", null);

    public async Task<Guid> Opened(Caller by)
    {
        var id = Guid.CreateVersion7();
        await Put(by, id).Succeeds();
        return id;
    }

    public Task<GetDossier.Response> See(Caller by, Guid id) => app.As(by).GetAsync($"{Url}/{id}").Read<GetDossier.Response>();

    public async Task ListingsAnswer() => await app.Hear(new AchievementEvidenceGiven(deal.DealId, Listings, app.Clock.GetUtcNow()));

    public async Task ContractsAnswer() => await app.Hear(new ContractEvidenceGiven(deal.DealId, Contracts, app.Clock.GetUtcNow()));

    /// <summary>Opened, answered, taken home.</summary>
    public async Task<(GetDossier.Response Dossier, byte[] Zip)> Made(Caller by)
    {
        var id = await Opened(by);
        await ListingsAnswer();
        await ContractsAnswer();
        return (await See(by, id), await app.As(by).GetByteArrayAsync($"{Url}/{id}/file"));
    }

    public static Dictionary<string, byte[]> Entries(byte[] zip) => StoredZip.Read(zip)!.ToDictionary(e => e.Path, e => e.Content, StringComparer.Ordinal);

    public static string Text(byte[] content) => Encoding.UTF8.GetString(content);

    private static readonly Caller Onlooker = TradingApp.Buyer("旁观企业有限公司");

    private DossierPart Listings => new(
        [new DossierLine("achievement", Long, "成果公开", "Achievement published", deal.AchievementTitle, "1-achievement/achievement.json", false)],
        [new DossierFile("1-achievement/achievement.json", "成果公开信息", "{}\n", false, false)],
        [Event("achievement", "approve", seller, "同意公开"), Event("achievement", "open-confidential", Onlooker, null)]);

    private DossierPart Contracts => new(
        [new DossierLine("contract", null, "文本", "Text", "abc", "5-contract/contract-v1.html", true)],
        [
            new DossierFile("5-contract/contract-v1.html", "合同文本", "<p>合同</p>", false, true),
            new DossierFile("6-registration/certificate-2026.pdf", "登记证明", Convert.ToBase64String("%PDF-1.7 证"u8), true, false),
        ],
        [Event("contract", "sign", buyer, null)]);

    private static readonly DateTimeOffset Long = new(2026, 1, 5, 3, 0, 0, TimeSpan.Zero);

    private static DossierEvent Event(string kind, string action, Caller by, string? reason) => new(
        7, Long, kind, new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), action, null, "DONE", reason, by.PersonId, by.PersonName, by.OrganisationId, by.OrganisationName, "3y",
        new string('d', 64), new string('c', 64), new string('e', 64));

    private static Task<GetAuction.Response> Room(TradingApp app, AuctionId auction) => app.As().GetAsync($"/api/trading/auctions/{auction}").Read<GetAuction.Response>();

    private static Task Put(TradingApp app, AuctionId auction, Caller by, decimal amount) =>
        app.As(by).Put($"/api/trading/auctions/{auction}/bids/{Guid.CreateVersion7()}", new PlaceBid.Request(Money.Yuan(amount))).Succeeds();
}

