using System.Globalization;
using TechMarket.Commissions.Earnings;
using TechMarket.Commissions.Leads;
using TechMarket.Commissions.Mandates;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Testing;

namespace TechMarket.Commissions.Tests;

/// <summary>One service for all tests of a class.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    internal CommissionsApp App { get; } = new();

    public Task InitializeAsync() => App.InitializeAsync();

    public Task DisposeAsync() => App.DisposeAsync();
}

/// <summary>A test class over one running service; every test has parties of its own.</summary>
public abstract class CommissionsTests(SharedApp shared) : IClassFixture<SharedApp>, IAsyncLifetime
{
    private protected CommissionsApp App { get; } = shared.App;

    public virtual Task InitializeAsync() => App.NewParties();

    public virtual Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Refused with the code, and nothing changed and nothing was published.</summary>
    private protected async Task Refuses(int status, string code, Func<Task<HttpResponseMessage>> request)
    {
        var before = await App.Fingerprint();
        (await request().RefusedWith(status)).ShouldBe(code);
        (await App.Fingerprint()).ShouldBe(before);
    }
}

/// <summary>The service with a client, a holder and two brokers, and what they do.</summary>
sealed class CommissionsApp() : ServiceApp<CommissionsDb>("commissions", CommissionsService.Add, app => CommissionsService.Map(app))
{
    private int count;

    internal Caller Client { get; private set; } = People.Of(OrganisationKinds.Enterprise, "杭州需方科技有限公司", "330100", true, Roles.Purchaser, Roles.Finance);

    internal Caller Holder { get; private set; } = People.Of(OrganisationKinds.University, "浙江测试大学", "330100", true, Roles.Publisher, Roles.Approver);

    internal Caller Agency { get; private set; } = People.Of(OrganisationKinds.BrokerAgency, "西湖技术转移有限公司", "330100", true, Roles.Broker);

    internal Caller Person { get; private set; } = People.Of(OrganisationKinds.IndividualBroker, "经纪人王某", "330100", true, Roles.Broker);

    internal Caller Finance { get; } = People.Of(OrganisationKinds.Bureau, "杭州市科学技术局", "330100", true, Roles.Finance);

    internal Caller Stranger { get; } = People.Of(OrganisationKinds.Enterprise, "无关企业", "330100", true, Roles.Purchaser, Roles.Finance, Roles.Broker, Roles.Approver);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var organisation in new[] { Client, Holder, Agency, Person, Finance, Stranger }) await Known(organisation);
    }

    /// <summary>Fresh parties, so that a test's leads meet nobody else's.</summary>
    internal async Task NewParties()
    {
        Client = People.Of(OrganisationKinds.Enterprise, "需方企业" + Next(), "330100", true, Roles.Purchaser, Roles.Finance);
        Holder = People.Of(OrganisationKinds.University, "测试大学" + Next(), "330100", true, Roles.Publisher, Roles.Approver);
        Agency = People.Of(OrganisationKinds.BrokerAgency, "技术转移公司" + Next(), "330100", true, Roles.Broker);
        Person = People.Of(OrganisationKinds.IndividualBroker, "经纪人" + Next(), "330100", true, Roles.Broker);
        foreach (var organisation in new[] { Client, Holder, Agency, Person }) await Known(organisation);
    }

    internal Task Known(Caller c, long version = 1, bool? verified = null) => Hear(new OrganisationChanged(
        c.OrganisationId, version, c.OrganisationName, c.OrganisationKind, null, null, c.AreaCode, c.PublicInstitution, verified ?? c.Verified, Clock.GetUtcNow()));

    internal async Task<Guid> Achievement(Caller? owner = null, string status = "PUBLISHED", string title = "一种新型电池材料")
    {
        owner ??= Holder;
        var id = Guid.CreateVersion7();
        await Hear(new AchievementPublished(
            id, 1, $"CG-2026-{Next():D6}", null, null, title, ["电池"], "05", 5, "330100", [], "公开摘要", ["TRANSFER"], "NEGOTIATED", null, owner.OrganisationId,
            owner.OrganisationName, owner.OrganisationKind, true, true, false, status, Clock.GetUtcNow()));
        return id;
    }

    internal async Task<Guid> Demand(Caller? owner = null, string status = "OPEN")
    {
        owner ??= Client;
        var id = Guid.CreateVersion7();
        await Hear(new DemandPublished(
            id, 1, $"XQ-2026-{Next():D6}", null, null, "提高电池循环寿命", "TECH", [], "05", "330100", "描述", null, null, [], 4, null, "public", owner.OrganisationId,
            owner.OrganisationName, true, status, Clock.GetUtcNow()));
        return id;
    }

    /// <summary>A schedule of three bands: 5 % to 500 000, 3 % to 1 000 000, 1 % above.</summary>
    internal static ScheduleInput Schedule(int buyerShare = 10_000, CommissionBase basis = CommissionBase.ContractAmount, Money? cap = null, Money? minimum = null) => new(
        basis, [new BandInput(0.05m, Money.Yuan(500_000)), new BandInput(0.03m, Money.Yuan(1_000_000)), new BandInput(0.01m)], buyerShare, minimum, cap);

    internal ProposeMandate.Request Proposal(
        EarnEvent earn = EarnEvent.ContractRegistered, int buyerShare = 10_000, CommissionBase basis = CommissionBase.ContractAmount,
        IReadOnlyList<BrokerInput>? brokers = null, Caller? client = null, DateOnly? until = null, ScheduleInput? schedule = null) => new(
        Guid.CreateVersion7(), (client ?? Client).OrganisationId, MandateForm.Intermediary, schedule ?? Schedule(buyerShare, basis),
        brokers ?? [new BrokerInput(Agency.OrganisationId, 7000, true), new BrokerInput(Person.OrganisationId, 3000)],
        until ?? ChinaTime.DayOf(Clock.GetUtcNow()).AddYears(1), null, earn, "新材料方向");

    internal Task<GetMandate.Response> Propose(ProposeMandate.Request request, Caller? by = null) =>
        As(by ?? Agency).Post("/api/commissions/mandates", request).Read<GetMandate.Response>();

    /// <summary>Proposed by the agency, accepted by the person and the client.</summary>
    internal async Task<GetMandate.Response> AgreedMandate(ProposeMandate.Request? request = null, Caller? client = null)
    {
        request ??= Proposal();
        var mandate = await Propose(request);
        if (request.Brokers.Any(b => b.BrokerId == Person.OrganisationId))
            await As(Person).PostAsync($"/api/commissions/mandates/{mandate.Id}/accept", null).Succeeds();
        return await As(client ?? Client).PostAsync($"/api/commissions/mandates/{mandate.Id}/accept", null).Read<GetMandate.Response>();
    }

    internal Task<HttpResponseMessage> TryRecord(Guid mandateId, Guid achievementId, Caller? by = null, Guid? id = null, Guid? demandId = null, Guid? to = null) =>
        As(by ?? Agency).Post("/api/commissions/leads", new RecordLead.Request(id ?? Guid.CreateVersion7(), mandateId, achievementId, demandId, to));

    internal Task<GetLead.Response> Record(Guid mandateId, Guid achievementId, Caller? by = null, Guid? demandId = null, Guid? to = null) =>
        TryRecord(mandateId, achievementId, by, null, demandId, to).Read<GetLead.Response>();

    internal Task<HttpResponseMessage> Accept(Guid leadId, Caller by, bool pays = false, bool doubleAgency = false) =>
        As(by).Post($"/api/commissions/leads/{leadId}/accept", new AcceptLead.Request(pays, doubleAgency));

    internal DealConcluded Deal(Guid achievementId, IReadOnlyList<Guid>? leadIds = null, decimal price = 1_200_000, string currency = "CNY", Caller? seller = null, Guid? dealId = null) => new(
        dealId ?? Guid.CreateVersion7(), $"CJ-2026-{Next():D6}", null, null, "NEGOTIATED", achievementId, "CG-2026-000001", "一种新型电池材料", "05", "摘要", [], null,
        Party(seller ?? Holder), Party(Client),
        new DealTerms("ZR01", null, new Money(price, currency), "LUMP_SUM", null, null, [], null, null, null, null, null), false, leadIds ?? [], Clock.GetUtcNow());

    internal ContractEffective Effective(DealConcluded deal, decimal? amount = null) => new(
        Derived(deal.DealId, 1), "HT-2026-000001", deal.DealId, deal.AchievementId, deal.AchievementTitle, "ZR01", null, deal.Seller.OrganisationId,
        deal.Buyer.OrganisationId, null, new Money(amount ?? deal.Terms.Price.Amount, deal.Terms.Price.Currency), Clock.GetUtcNow());

    internal ContractRegistered Registered(DealConcluded deal, decimal technical, long version = 1, decimal? amount = null) => new(
        Derived(deal.DealId, 2), version, "330100-2026-000001", Derived(deal.DealId, 1), "HT-2026-000001", deal.DealId, deal.AchievementTitle, "ZR01", "05",
        new Money(amount ?? deal.Terms.Price.Amount, deal.Terms.Price.Currency), new Money(technical, deal.Terms.Price.Currency),
        deal.Seller.OrganisationId, deal.Buyer.OrganisationId, "code", Clock.GetUtcNow());

    internal ContractPaymentConfirmed Paid(DealConcluded deal, decimal amount) => new(
        Guid.CreateVersion7(), Derived(deal.DealId, 1), "HT-2026-000001", deal.DealId, deal.Seller.OrganisationId, deal.Buyer.OrganisationId,
        new Money(amount, deal.Terms.Price.Currency), deal.Terms.Price, "R" + Next(), ChinaTime.DayOf(Clock.GetUtcNow()), Clock.GetUtcNow());

    internal ContractEnded Ended(DealConcluded deal, string outcome) => new(
        Derived(deal.DealId, 1), "HT-2026-000001", deal.DealId, deal.AchievementId, null, deal.AchievementTitle, deal.Seller.OrganisationId,
        deal.Buyer.OrganisationId, outcome, null, deal.Buyer.OrganisationId, Clock.GetUtcNow());

    /// <summary>Everything up to an earned commission: mandate, accepted lead, deal, registration.</summary>
    internal async Task<(GetCommission.Response Commission, DealConcluded Deal)> Earned(ProposeMandate.Request? mandate = null, decimal price = 1_200_000)
    {
        var agreed = await AgreedMandate(mandate);
        var achievement = await Achievement();
        var lead = await Record(agreed.Id, achievement);
        await Accept(lead.Id, Client).Succeeds();
        await Accept(lead.Id, Holder, pays: agreed.Schedule.BuyerShareBasisPoints < 10_000).Succeeds();
        var deal = Deal(achievement, [lead.Id], price);
        await Hear(deal);
        await Hear(Effective(deal));
        await Hear(Registered(deal, price - 200_000));
        return (await CommissionOf(deal), deal);
    }

    internal async Task<GetCommission.Response> CommissionOf(DealConcluded deal, Caller? reader = null)
    {
        var list = await As(reader ?? Finance).GetAsync($"/api/commissions/commissions?q={deal.Number}").Read<ListCommissions.Response>();
        return await As(reader ?? Finance).GetAsync($"/api/commissions/commissions/{list.Items.Single().Id}").Read<GetCommission.Response>();
    }

    internal Task<HttpResponseMessage> Invoice(Guid payoutId, Caller? by = null, string number = "24332000000012345678") =>
        As(by ?? Agency).Put($"/api/commissions/payouts/{payoutId}/invoice", new NoteInvoice.Request(number, ChinaTime.DayOf(Clock.GetUtcNow())));

    internal Task<HttpResponseMessage> Pay(GetCommission.Part payout, string reference, Caller? by = null, Money? amount = null) =>
        As(by ?? Finance).Put($"/api/commissions/payouts/{payout.Id}/payment", new MarkPaid.Request(amount ?? payout.Amount, reference, ChinaTime.DayOf(Clock.GetUtcNow())));

    internal string NewReference() => string.Create(CultureInfo.InvariantCulture, $"BANK{Next():D8}");

    private int Next() => Interlocked.Increment(ref count);

    private static DealParty Party(Caller c) => new(c.OrganisationId, c.OrganisationName, c.OrganisationKind, null, null, c.AreaCode);

    private static Guid Derived(Guid dealId, byte what)
    {
        var bytes = dealId.ToByteArray();
        bytes[^1] ^= what;
        return new Guid(bytes);
    }
}
