using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TechMarket.Contracts.Payments;
using TechMarket.Contracts.Registrations;
using TechMarket.Contracts.TechnicalContracts;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Testing;

namespace TechMarket.Contracts.Tests;

/// <summary>One service for all tests of a class.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    internal ContractsApp App { get; } = new();

    public Task InitializeAsync() => App.InitializeAsync();

    public Task DisposeAsync() => App.DisposeAsync();
}

/// <summary>The Contracts service with the people of one deal: a university sells, an enterprise buys, a city bureau registers.</summary>
sealed class ContractsApp() : ServiceApp<ContractsDb>(
    "contracts",
    builder =>
    {
        builder.Services.AddSingleton<TestProofKeys>();
        builder.Services.AddSingleton<IProofKeys>(provider => provider.GetRequiredService<TestProofKeys>());
        ContractsService.Add(builder);
    },
    ContractsService.Map)
{
    public const string University = "西北工程大学";
    public const string Enterprise = "金城装备有限公司";

    public Caller Seller { get; } = People.Of(OrganisationKinds.University, University, "620102", true, Roles.Publisher, Roles.Approver);

    public Caller Buyer { get; } = People.Of(OrganisationKinds.Enterprise, Enterprise, "620402", true, Roles.Purchaser);

    public Caller Registrar { get; } = People.Of(OrganisationKinds.Bureau, "兰州市科学技术局", "620100", true, Roles.Registrar, Roles.Administrator);

    public Caller Second => second ??= Registrar.Colleague(Roles.Registrar);

    private Caller? second;

    private TestProofKeys Keys => Services.GetRequiredService<TestProofKeys>();

    /// <summary>A proof as the Identity service would issue it.</summary>
    public string Proof(Caller caller, string sha256, string? audience = null, string? purpose = null, TimeSpan? age = null, string? id = null) =>
        Keys.Issue(caller.PersonId, purpose ?? CredentialProof.ToSign(sha256), Clock.GetUtcNow() - (age ?? TimeSpan.Zero), audience ?? CredentialProof.Audience, id);

    public DealConcluded Deal(decimal price = 800_000m, string category = "ZR01", IReadOnlyList<IpRight>? rights = null, string title = "一种耐高温合金的制备方法",
        string paymentMode = "INSTALMENTS", IReadOnlyList<DealMilestone>? milestones = null, bool milestonesToo = true) => new(
        Guid.CreateVersion7(), "JY-2026-000001", Guid.CreateVersion7(), null, "NEGOTIATED", Guid.CreateVersion7(), "CG-2026-000007", title, "05",
        "提高合金的高温强度,延长使用寿命。",
        rights ?? [new IpRight("INVENTION_PATENT", "ZL202210123456.7", University, "有效", new DateOnly(2042, 3, 1))], null,
        new DealParty(Seller.OrganisationId, University, OrganisationKinds.University, "12620000438001234A", "022", "620102"),
        new DealParty(Buyer.OrganisationId, Enterprise, OrganisationKinds.Enterprise, null, null, "620402"),
        new DealTerms(
            category, category.StartsWith("XK", StringComparison.Ordinal) ? "NON_EXCLUSIVE" : null, Money.Yuan(price), paymentMode, null, null,
            milestones ?? (milestonesToo ? [new DealMilestone("交付资料", new DateOnly(2026, 4, 1), Money.Yuan(price / 2)), new DealMilestone("验收合格", new DateOnly(2026, 9, 1), Money.Yuan(price - (price / 2)))] : []),
            "甘肃省", new DateOnly(2026, 3, 10), new DateOnly(2031, 3, 9), null, null),
        false, [], Clock.GetUtcNow());

    /// <summary>The bureaus and the buyer are known to this service.</summary>
    public async Task KnowOrganisations()
    {
        await Hear(new OrganisationChanged(Registrar.OrganisationId, 1, "兰州市科学技术局", OrganisationKinds.Bureau, null, "013", "620100", false, true, Clock.GetUtcNow()));
        await Hear(new OrganisationChanged(Buyer.OrganisationId, 1, Enterprise, OrganisationKinds.Enterprise, "91350200776049653A", "150", "620402", false, true, Clock.GetUtcNow()));
    }

    public async Task<ContractId> Draft(DealConcluded? deal = null)
    {
        deal ??= Deal();
        await KnowOrganisations();
        await Hear(deal);
        return await InDb(db => Task.FromResult(db.Contracts.Single(c => c.DealId == deal.DealId).Id));
    }

    public Task<GetContract.Response> Contract(ContractId id, Caller? caller = null) =>
        As(caller ?? Seller).GetAsync($"/api/contracts/contracts/{id}").Read<GetContract.Response>();

    public Task<HttpResponseMessage> Confirm(ContractId id, Caller caller, int version = 1) =>
        As(caller).Post($"/api/contracts/contracts/{id}/confirmations", new ConfirmContract.Request(version));

    public async Task<HttpResponseMessage> Sign(ContractId id, Caller caller, int? version = null, string? sha256 = null, string? proof = null)
    {
        var seen = await Contract(id);
        var hash = sha256 ?? seen.DocumentSha256;
        return await As(caller).Post(
            $"/api/contracts/contracts/{id}/signatures", new SignContract.Request(version ?? seen.Version, hash, proof ?? Proof(caller, hash)));
    }

    public async Task<ContractId> ReadyToSign(DealConcluded? deal = null)
    {
        var id = await Draft(deal);
        await Confirm(id, Seller).Succeeds();
        await Confirm(id, Buyer).Succeeds();
        return id;
    }

    public async Task<ContractId> Effective(DealConcluded? deal = null)
    {
        var id = await ReadyToSign(deal);
        await Sign(id, Seller).Succeeds();
        await Sign(id, Buyer).Succeeds();
        return id;
    }

    public Task<HttpResponseMessage> Pay(ContractId id, decimal amount, string reference, Guid? paymentId = null, Caller? caller = null, int? milestone = null) =>
        As(caller ?? Seller).Put(
            $"/api/contracts/contracts/{id}/payments/{paymentId ?? Guid.CreateVersion7()}",
            new RecordPayment.Request(Money.Yuan(amount), reference, new DateOnly(2026, 3, 2), milestone));

    public async Task<RegistrationId> Started(DealConcluded? deal = null)
    {
        var contract = await Effective(deal);
        return new RegistrationId((await As(Seller).PostAsync($"/api/contracts/contracts/{contract}/registration", null).Read<StartRegistration.Response>()).Id);
    }

    public Task<GetRegistration.Response> Registration(RegistrationId id, Caller? caller = null) =>
        As(caller ?? Seller).GetAsync($"/api/contracts/registrations/{id}").Read<GetRegistration.Response>();

    public static FillRegistration.Request OpenFields(uint version) => new(
        version, "05", false, true, "提高合金的高温强度。", true,
        new FillRegistration.Party(LegalRepresentative: "王校长", Contact: "李老师", Phone: "0931-1234567"),
        new FillRegistration.Party(LegalRepresentative: "赵总"), "10", "C", "NONE", NewInvestment: Money.Yuan(1_000_000), NewOutput: Money.Yuan(5_000_000));

    public async Task<RegistrationId> Filled(DealConcluded? deal = null)
    {
        var id = await Started(deal);
        await As(Seller).Put($"/api/contracts/registrations/{id}/form", OpenFields((await Registration(id)).Version)).Succeeds();
        return id;
    }

    public async Task<RegistrationId> Submitted(DealConcluded? deal = null)
    {
        var id = await Filled(deal);
        await Act(id, "submission", Seller, v => new SubmitRegistration.Request(v)).Succeeds();
        return id;
    }

    public async Task<RegistrationId> Taken(DealConcluded? deal = null)
    {
        var id = await Submitted(deal);
        await Take(id).Succeeds();
        return id;
    }

    public Task<HttpResponseMessage> Take(RegistrationId id, Caller? registrar = null) => Act(id, "take", registrar ?? Registrar, v => new TakeRegistration.Request(v));

    /// <summary>Every test ticked, the items as given (or as the parties itemised them).</summary>
    public async Task<HttpResponseMessage> Review(RegistrationId id, Caller? registrar = null, IReadOnlyList<ItemAmounts.Item>? items = null, string? failed = null)
    {
        var seen = await Registration(id);
        return await As(registrar ?? Registrar).Put($"/api/contracts/registrations/{id}/review", new ReviewRegistration.Request(
            seen.Version, [.. seen.Tests.Select(t => new ReviewRegistration.Tick(t.Code, t.Code != failed))],
            items ?? [.. seen.Items.Select(i => new ItemAmounts.Item(i.Title, i.Amount, i.IsTechnical, i.Carrier, i.Quantity, i.AcceptedQuantity, i.Reason))]));
    }

    public async Task<RegistrationId> Reviewed(DealConcluded? deal = null)
    {
        var id = await Taken(deal);
        await Review(id).Succeeds();
        return id;
    }

    public async Task<RegistrationId> Registered(DealConcluded? deal = null)
    {
        var id = await Reviewed(deal);
        await Approve(id).Succeeds();
        if ((await Registration(id)).State == "SECOND_REVIEW") await ConfirmSecond(id).Succeeds();
        return id;
    }

    public Task<HttpResponseMessage> Approve(RegistrationId id, Caller? registrar = null) => Act(id, "approval", registrar ?? Registrar, v => new ApproveRegistration.Request(v));

    public Task<HttpResponseMessage> ConfirmSecond(RegistrationId id, Caller? registrar = null) =>
        Act(id, "second-approval", registrar ?? Second, v => new ConfirmRegistration.Request(v));

    /// <summary>Posts an action with the version the seller sees now.</summary>
    public async Task<HttpResponseMessage> Act<T>(RegistrationId id, string action, Caller caller, Func<uint, T> request) =>
        await As(caller).Post($"/api/contracts/registrations/{id}/{action}", request((await Registration(id)).Version));

    /// <summary>The refusal's code, after checking its status and that nothing changed and nothing was published.</summary>
    public async Task<string> RefusedUnchanged(Func<Task<HttpResponseMessage>> request, int status)
    {
        var before = await Fingerprint();
        var code = await request().RefusedWith(status);
        (await Fingerprint()).ShouldBe(before);
        return code;
    }
}

/// <summary>The proving key of the Identity service, played by a test.</summary>
sealed class TestProofKeys : IProofKeys
{
    public const string Issuer = "https://market.test";
    private readonly ECDsaSecurityKey key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };

    public Task<ProofKeySet> Current(CancellationToken ct) => Task.FromResult(new ProofKeySet(Issuer, [key]));

    public string Issue(Guid person, string purpose, DateTimeOffset at, string audience, string? id = null, SecurityKey? by = null, string issuer = Issuer) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = at.UtcDateTime,
            NotBefore = at.UtcDateTime,
            Expires = at.UtcDateTime + CredentialProof.Lifetime,
            Claims = new Dictionary<string, object> { ["sub"] = person.ToString(), ["jti"] = id ?? Guid.CreateVersion7().ToString("N"), [CredentialProof.PurposeClaim] = purpose },
            SigningCredentials = new SigningCredentials(by ?? key, by is SymmetricSecurityKey ? SecurityAlgorithms.HmacSha256 : SecurityAlgorithms.EcdsaSha256),
        });
}
