using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Testing;
using TechMarket.Trading.FixedTerm;

namespace TechMarket.Trading.Tests.FixedTerm;

/// <summary>An offer on an achievement and everybody around it.</summary>
sealed class FixedTermScene(TradingApp app, Caller holder, AchievementPublished achievement)
{
    public const string Patent = "ZL202310000001.X";

    public Guid Id { get; } = Guid.CreateVersion7();

    public FixedTermKind Kind { get; init; } = FixedTermKind.TryThenPay;

    public AchievementPublished Achievement => achievement;

    public Caller Holder => holder;

    public Caller Approver { get; } = holder.Colleague(Roles.Approver);

    public Caller Bureau { get; } = People.Of(OrganisationKinds.Bureau, "市科技局", "330100", true, Roles.Reviewer);

    public string Url => $"/api/trading/fixed-term-offers/{Id}";

    public DateOnly Today => ChinaTime.DayOf(app.Clock.GetUtcNow());

    public static FixedTermForm.Price Fee(decimal fee = 200_000m) => new(PriceKind.Fixed, Money.Yuan(fee));

    public static FixedTermForm.Price Royalty(decimal rate = 0.03m, decimal? entry = null, decimal? minimum = null, decimal? cap = null) => new(
        PriceKind.Royalty, null, rate, Of(entry), Of(minimum), Of(cap));

    public FixedTermForm.Terms TryFirst(
        TrialTrigger trigger = TrialTrigger.Time, FixedTermForm.Price? price = null, int places = 2, decimal? threshold = null, string? guarantee = "先用后转履约保证保险") => new(
        "XK01", "浙江省", "在本单位工厂内使用", places, Today.AddDays(1000), price ?? Fee(), "成交合同生效后30日内一次付清", "技术转移办公室 0571-80000000", "NON_EXCLUSIVE", 36, 3,
        new FixedTermForm.Trial(6, trigger, 30, "退出后停止使用并归还资料", Of(threshold), guarantee, "同等条件下优先受让"));

    public FixedTermForm.Terms Open(FixedTermForm.Price? price = null, int places = 100) => new(
        "XK08", "中国境内", "制造、使用、销售", places, Today.AddDays(1000), price ?? Fee(50_000m), "许可生效后30日内一次付清", "技术转移办公室 0571-80000000", "NON_EXCLUSIVE", 36, 6, null,
        new FixedTermForm.Patent(Patent, "开放许可公告 2026-001"));

    public static async Task<FixedTermScene> Of(TradingApp app, Caller? holder = null, FixedTermKind kind = FixedTermKind.TryThenPay)
    {
        holder ??= app.Company;
        return new FixedTermScene(app, holder, await app.Achievement(holder)) { Kind = kind };
    }

    /// <summary>Open to be taken up: of a public body, after its notice.</summary>
    public static async Task<FixedTermScene> Opened(TradingApp app, Func<FixedTermScene, FixedTermForm.Terms>? terms = null, Caller? holder = null, FixedTermKind kind = FixedTermKind.TryThenPay)
    {
        var scene = await Of(app, holder, kind);
        await scene.Submitted(terms?.Invoke(scene));
        var published = await scene.Publish();
        if (published.Notice is { } notice) await app.PassUntil(notice.EndsAt);
        return scene;
    }

    /// <summary>One taker in its free period.</summary>
    public static async Task<TrialScene> Trial(TradingApp app, Func<FixedTermScene, FixedTermForm.Terms>? terms = null, Caller? taker = null)
    {
        var scene = await Opened(app, terms);
        taker ??= TradingApp.Buyer();
        var trial = new TrialScene(app, scene, taker, await scene.Applied(taker));
        await trial.Screen(true).Succeeds();
        return trial;
    }

    public FixedTermForm.Terms Usual => Kind == FixedTermKind.TryThenPay ? TryFirst() : Open();

    public Task<HttpResponseMessage> Put(FixedTermForm.Terms? terms = null, long? version = null, Caller? by = null, Guid? id = null, Guid? achievementId = null) =>
        app.As(by ?? holder).Put(
            $"/api/trading/fixed-term-offers/{id ?? Id}", new DraftFixedTermOffer.Request(achievementId ?? achievement.AchievementId, Kind, terms ?? Usual, version));

    public Task<GetFixedTermOffer.Response> See(Caller? by = null) => app.As(by ?? holder).GetAsync(Url).Read<GetFixedTermOffer.Response>();

    public async Task<long> Version() => (await See()).Version;

    public Task<HttpResponseMessage> Do<T>(Caller by, string what, T body) => app.As(by).Post($"{Url}/{what}", body);

    /// <summary>Written, approved by the unit: waits for the bureau.</summary>
    public async Task Submitted(FixedTermForm.Terms? terms = null)
    {
        await Put(terms).Succeeds();
        await HandIn();
    }

    public async Task HandIn()
    {
        await Do(holder, "submit", new SubmitFixedTermOffer.Request(await Version())).Succeeds();
        if ((await See()).State == "UNIT_REVIEW") await Do(Approver, "approve", new ApproveFixedTermOffer.Request(await Version())).Succeeds();
    }

    public async Task<HttpResponseMessage> PostPublish(bool complete = true) =>
        await Do(Bureau, "publish", new PublishFixedTermOffer.Request(await Version(), new(complete, true, true)));

    public Task<GetFixedTermOffer.Response> Publish() => PostPublish().Read<GetFixedTermOffer.Response>();

    public async Task<HttpResponseMessage> Withdraw() => await Do(holder, "withdraw", new WithdrawFixedTermOffer.Request(await Version(), "专利拟整体转让"));

    public Task<HttpResponseMessage> PutUptake(Caller taker, Guid? uptake = null, TakeUpOffer.Request? request = null) =>
        app.As(taker).Put($"{Url}/uptakes/{uptake ?? Guid.CreateVersion7()}", request ?? Application());

    public static TakeUpOffer.Request Application(bool accepts = true, string purpose = "在两条生产线上试用废气处理工艺", bool related = false, string? statement = null) =>
        new(accepts, purpose, related, "王经理", "13900000000", statement);

    public async Task<Guid> Applied(Caller taker)
    {
        var id = Guid.CreateVersion7();
        await PutUptake(taker, id).Succeeds();
        return id;
    }

    public Task<GetOpenOffer.Response> Page(string number) => app.As().GetAsync($"/api/trading/open-offers/{number}").Read<GetOpenOffer.Response>();

    public Task<bool> Claimed() => app.InDb(db => db.Claims.AnyAsync(c => c.AgreementId == Id && c.ReleasedAt == null));

    public async Task<IReadOnlyList<string>> Statuses() => [.. (await app.Published<FixedTermOfferChanged>()).Where(f => f.OfferId == Id).Select(f => f.Status)];

    private static Money? Of(decimal? amount) => amount is { } value ? Money.Yuan(value) : null;
}

/// <summary>One taker's use of an offer.</summary>
sealed class TrialScene(TradingApp app, FixedTermScene offer, Caller taker, Guid id)
{
    public Guid Id => id;

    public FixedTermScene Offer => offer;

    public Caller Taker => taker;

    public string Url => $"/api/trading/uptakes/{id}";

    public Task<GetUptake.Response> See(Caller? by = null) => app.As(by ?? taker).GetAsync(Url).Read<GetUptake.Response>();

    public async Task<long> Version() => (await See()).Version;

    public Task<HttpResponseMessage> Do<T>(Caller by, string what, T body) => app.As(by).Post($"{Url}/{what}", body);

    public async Task<HttpResponseMessage> Screen(bool accepted, Caller? by = null, string? reason = "用途与条件相符") =>
        await Do(by ?? offer.Holder, "screen", new ScreenUptake.Request(await Version(), accepted, reason));

    public Task<HttpResponseMessage> PutReport(DateOnly from, DateOnly to, decimal sales, Guid? report = null, Caller? by = null) =>
        app.As(by ?? taker).Put($"{Url}/reports/{report ?? Guid.CreateVersion7()}", new FileUsageReport.Request(from, to, Money.Yuan(sales)));

    /// <summary>Lets the next stretch pass and reports it.</summary>
    public async Task<Guid> Report(decimal sales)
    {
        var next = (await See()).NextReport!;
        var end = ChinaTime.StartOf(next.To);
        if (app.Clock.GetUtcNow() < end) await app.PassUntil(end);
        var report = Guid.CreateVersion7();
        await PutReport(next.From, next.To, sales, report).Succeeds();
        return report;
    }

    public async Task<HttpResponseMessage> Confirm(Guid report, Caller? by = null, long? version = null) =>
        await app.As(by ?? offer.Holder).Post($"{Url}/reports/{report}/confirm", new ConfirmUsageReport.Request(version ?? await Version()));

    public async Task<HttpResponseMessage> Dispute(Guid report, Guid? filing = null, Caller? by = null) => await app.As(by ?? offer.Holder).Post(
        $"{Url}/reports/{report}/dispute", new DisputeUsageReport.Request(filing ?? (await See()).Reports.Single(r => r.Id == report).Filing, "与开票数据不符"));

    public async Task<HttpResponseMessage> Decide() => await Do(taker, "decide", new DecideTrial.Request(await Version()));

    public async Task<HttpResponseMessage> Exit(decimal? sales = 0m) => await Do(
        taker, "exit", new ExitTrial.Request(await Version(), "试用效果不理想", sales is { } sold ? new(Guid.CreateVersion7(), Money.Yuan(sold)) : null));

    public Task<HttpResponseMessage> Convert(decimal price) => Do(taker, "convert", new ConvertUptake.Request(Money.Yuan(price)));

    public async Task<IReadOnlyList<string>> Statuses() => [.. (await app.Published<UptakeChanged>()).Where(f => f.UptakeId == Id).Select(f => f.Status)];

    public async Task<IReadOnlyList<string>> Reminded() => [.. (await app.Published<UptakeReminded>()).Where(f => f.UptakeId == Id).Select(f => f.Matter)];
}
