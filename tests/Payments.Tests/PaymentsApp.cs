using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Payments.Bills;
using TechMarket.Payments.Escrows;
using TechMarket.Payments.Ledger;
using TechMarket.Payments.Movements;
using TechMarket.Payments.Parties;
using TechMarket.Payments.Payouts;
using TechMarket.Payments.Providers.Stripe;
using TechMarket.Payments.Tests.Stripe;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Testing;

namespace TechMarket.Payments.Tests;

/// <summary>One service for all tests of a class.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    internal PaymentsApp App { get; } = new();

    public Task InitializeAsync() => App.InitializeAsync();

    public Task DisposeAsync() => App.DisposeAsync();
}

/// <summary>A test class over one running service; every test has parties of its own.</summary>
public abstract class PaymentsTests(SharedApp shared) : IClassFixture<SharedApp>, IAsyncLifetime
{
    private protected PaymentsApp App { get; } = shared.App;

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

/// <summary>The service with a buyer, a seller, a broker, two finance people and a stand-in for Stripe, and what they do.</summary>
sealed class PaymentsApp : ServiceApp<PaymentsDb>
{
    public const string WebhookSecret = "whsec_test";

    private int count;
    private Guid lastMovement;

    public PaymentsApp(bool stripe = true, string profile = "demo", string feeRate = "0") : base("payments", PaymentsService.Add, PaymentsService.Map)
    {
        Set("Market:Profile", profile);
        Set("Payments:AccountName", "演示技术市场");
        Set("Payments:AccountNumber", "330100000000001");
        Set("Payments:BankName", "演示银行");
        Set("Payments:PlatformFeeRate", feeRate);
        if (!stripe) return;
        Set("Payments:Stripe:SecretKey", "sk_test_123");
        Set("Payments:Stripe:WebhookSecret", WebhookSecret);
        Stripe = new FakeStripe();
        Set("Payments:Stripe:ApiAddress", Stripe.Address);
    }

    internal FakeStripe? Stripe { get; }

    internal Caller Buyer { get; private set; } = null!;

    internal Caller Seller { get; private set; } = null!;

    internal Caller Broker { get; private set; } = null!;

    internal Caller Finance { get; } = People.Of(OrganisationKinds.Bureau, "杭州市科学技术局", "330100", true, Roles.Finance);

    internal Caller Second { get; private set; } = null!;

    internal DateOnly Today => ChinaTime.DayOf(Clock.GetUtcNow());

    public override async Task InitializeAsync()
    {
        if (Stripe is not null) await Stripe.Start();
        await base.InitializeAsync();
        Second = Finance.Colleague(Roles.Finance);
        await NewParties();
        while (await RunDueDeadlines())
        {
        }
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (Stripe is not null) await Stripe.DisposeAsync();
    }

    internal async Task NewParties()
    {
        Buyer = People.Of(OrganisationKinds.Enterprise, "需方企业" + Next(), "330100", true, Roles.Purchaser);
        Seller = People.Of(OrganisationKinds.University, "测试大学" + Next(), "330100", true, Roles.Publisher, Roles.Approver, Roles.Finance);
        Broker = People.Of(OrganisationKinds.IndividualBroker, "经纪人" + Next(), "330100", true, Roles.Broker);
        foreach (var c in new[] { Buyer, Seller, Broker })
            await Hear(new OrganisationChanged(c.OrganisationId, 1, c.OrganisationName, c.OrganisationKind, null, null, c.AreaCode, c.PublicInstitution, true, Clock.GetUtcNow()));
    }

    internal int Next() => Interlocked.Increment(ref count);

    internal string Serial() => string.Create(CultureInfo.InvariantCulture, $"BANK{Next():D8}");

    internal DepositDemanded Demand(decimal amount = 50_000, Guid? id = null, TimeSpan? due = null, Caller? party = null) => new(
        id ?? Guid.CreateVersion7(), Guid.CreateVersion7(), $"GP-2026-{Next():D6}", "一种新型电池材料", Seller.OrganisationId, (party ?? Buyer).OrganisationId,
        (party ?? Buyer).OrganisationName, Money.Yuan(amount), Clock.GetUtcNow() + (due ?? TimeSpan.FromDays(5)), Clock.GetUtcNow());

    internal DepositDecided Decide(DepositDemanded demand, string decision, Guid? dealId = null) => new(
        demand.DepositId, demand.SaleId, demand.PartyId, decision, dealId, "测试", Clock.GetUtcNow() + TimeSpan.FromDays(7), Clock.GetUtcNow());

    /// <summary>A deposit whose money is here.</summary>
    internal async Task<DepositDemanded> HeldDeposit(decimal amount = 50_000, Caller? party = null)
    {
        var demand = Demand(amount, party: party);
        await Hear(demand);
        await Receive((await BillOf(demand.DepositId)).Code, amount, (party ?? Buyer).OrganisationName);
        return demand;
    }

    internal Task<Bill> BillOf(Guid subjectId, int? milestone = null) =>
        InDb(db => db.Bills.AsNoTracking().SingleAsync(b => b.SubjectId == subjectId && (milestone == null || b.Milestone == milestone) && b.State != BillState.Cancelled));

    internal Task<Payments.Deposits.Deposit> Deposit(Guid id) => InDb(db => db.Deposits.AsNoTracking().SingleAsync(d => d.Id == id));

    internal DealConcluded Deal(params decimal[] milestones)
    {
        var steps = milestones.Select((m, i) => new DealMilestone("阶段" + (i + 1), null, Money.Yuan(m))).ToList();
        return new DealConcluded(
            Guid.CreateVersion7(), $"JY-2026-{Next():D6}", null, null, "NEGOTIATED", Guid.CreateVersion7(), "CG-2026-000001", "一种新型电池材料", "05", "摘要", [], null, Party(Seller),
            Party(Buyer), new DealTerms("ZR01", null, Money.Yuan(milestones.Sum()), "INSTALMENTS", null, null, steps, null, null, null, null, null), false, [], Clock.GetUtcNow());
    }

    internal ContractEffective Effective(DealConcluded deal, IReadOnlyList<DealMilestone>? milestones = null) => new(
        Guid.CreateVersion7(), $"HT-2026-{Next():D6}", deal.DealId, deal.AchievementId, deal.AchievementTitle, "ZR01", null, deal.Seller.OrganisationId, deal.Buyer.OrganisationId, null,
        deal.Terms.Price, Clock.GetUtcNow(), milestones ?? deal.Terms.Milestones);

    /// <summary>A deal whose contract is in effect.</summary>
    internal async Task<DealConcluded> OpenEscrow(params decimal[] milestones)
    {
        var deal = Deal(milestones);
        await Hear(deal);
        await Hear(Effective(deal));
        return deal;
    }

    internal Task<GetEscrow.Response> Escrow(Guid dealId, Caller? by = null) => As(by ?? Buyer).GetAsync($"/api/payments/escrows/{dealId}").Read<GetEscrow.Response>();

    internal Task<HttpResponseMessage> TryBill(Guid dealId, int milestone, Caller? by = null) =>
        As(by ?? Buyer).PostAsync($"/api/payments/escrows/{dealId}/milestones/{milestone}/bill", null);

    internal Task<HttpResponseMessage> TryAccept(Guid dealId, int milestone, Caller? by = null) =>
        As(by ?? Buyer).PostAsync($"/api/payments/escrows/{dealId}/milestones/{milestone}/acceptance", null);

    internal async Task PayIn(Guid dealId, int milestone)
    {
        await TryBill(dealId, milestone).Succeeds();
        var bill = await BillOf(dealId, milestone);
        await Receive(bill.Code, bill.Amount.Amount, Buyer.OrganisationName);
    }

    /// <summary>Money that came in, as a statement of one line.</summary>
    internal Task<GetStatement.Response> Receive(string remark, decimal amount, string? payer, string? serial = null, DateOnly? on = null) =>
        Upload(Csv(Line(amount, null, payer, remark, serial, on)));

    internal string Line(decimal? credit, decimal? debit, string? name, string? remark, string? serial = null, DateOnly? on = null, string account = "622200001234") =>
        string.Join(',', (on ?? Today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), serial ?? Serial(), Text(credit), Text(debit), "CNY", name, account, "测试银行", remark);

    internal static string Csv(params string[] lines) => string.Join('\n', [string.Join(',', StatementFile.Headings), .. lines]);

    internal Task<HttpResponseMessage> TryUpload(byte[] file, string name = "statement.csv", Caller? by = null) =>
        As(by ?? Finance).PostAsync("/api/payments/statements", new MultipartFormDataContent { { new ByteArrayContent(file), "file", name } });

    internal async Task<GetStatement.Response> Upload(string csv)
    {
        var report = await TryUpload(Encoding.UTF8.GetBytes(csv)).Read<GetStatement.Response>();
        if (report.Rows.Count > 0) lastMovement = report.Rows[^1].MovementId ?? lastMovement;
        return report;
    }

    /// <summary>Stripe tells what happened, signed now or a while ago.</summary>
    internal Task<HttpResponseMessage> Tell(JsonObject happened, string secret = WebhookSecret, TimeSpan? ago = null, string? changedBody = null)
    {
        var body = happened.ToJsonString();
        var seconds = (Clock.GetUtcNow() - (ago ?? TimeSpan.Zero)).ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/payments/stripe/events") { Content = new StringContent(changedBody ?? body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Stripe-Signature", string.Create(CultureInfo.InvariantCulture, $"t={seconds},v1={StripeSignature.Sign(seconds, Encoding.UTF8.GetBytes(body), secret)},v0=x"));
        return As().SendAsync(request);
    }

    /// <summary>The last line of the statement uploaded last.</summary>
    internal Task<Movement> LastMovement() => InDb(db => db.Movements.AsNoTracking().SingleAsync(m => m.Id == new MovementId(lastMovement)));

    internal Task<Payout> PayoutFor(string cause) => InDb(db => db.Payouts.AsNoTracking().SingleAsync(p => p.Cause == cause));

    internal static PreparePayout.Account Account(string name = "收款单位") => new(name, "6222000011112222", "测试银行");

    internal Task<GetPayout.Response> Payout(Guid id, Caller? by = null) => As(by ?? Finance).GetAsync($"/api/payments/payouts/{id}").Read<GetPayout.Response>();

    internal async Task<HttpResponseMessage> TryPrepare(Guid id, Caller? by = null, bool byProvider = false) =>
        await As(by ?? Finance).Post($"/api/payments/payouts/{id}/preparation", new PreparePayout.Request((await Payout(id)).Version, byProvider ? null : Account(), byProvider));

    internal async Task<HttpResponseMessage> TryRelease(Guid id, Caller? by = null) =>
        await As(by ?? Second).Post($"/api/payments/payouts/{id}/release", new ReleasePayout.Request((await Payout(id)).Version));

    internal Task<HttpResponseMessage> TryExecute(Guid id, string reference, DateOnly? on = null, Caller? by = null) =>
        As(by ?? Finance).Post($"/api/payments/payouts/{id}/execution", new ExecutePayout.Request(reference, on ?? Today));

    internal async Task<Payout> Released(string cause)
    {
        var payout = await PayoutFor(cause);
        await TryPrepare(payout.Id.Value).Succeeds();
        await TryRelease(payout.Id.Value).Succeeds();
        return payout;
    }

    internal async Task<Payout> PaidOut(string cause)
    {
        var payout = await Released(cause);
        await TryExecute(payout.Id.Value, Serial()).Succeeds();
        return payout;
    }

    internal Task<decimal> Balance(AccountKind kind, Guid holder) => InDb(async db =>
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Kind == kind && a.Holder == holder && a.Currency == "CNY");
        return account is null ? 0 : await new Journal(db, Clock).Balance(account, CancellationToken.None);
    });

    internal Task<GetMyMoney.Response> MyMoney(Caller by) => As(by).GetAsync("/api/payments/my-money").Read<GetMyMoney.Response>();

    internal Task<LedgerCheck> Inspect() => InDb(db => Inspection.Run(db, "test", Clock.GetUtcNow(), CancellationToken.None));

    internal static DealParty Party(Caller c) => new(c.OrganisationId, c.OrganisationName, c.OrganisationKind, null, null, c.AreaCode);

    private static string? Text(decimal? amount) => amount?.ToString("0.00", CultureInfo.InvariantCulture);
}
