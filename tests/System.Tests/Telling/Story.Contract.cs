using System.Text.Json;
using TechMarket.SystemTests.Running;

namespace TechMarket.SystemTests.Telling;

/// <summary>The contract, drafted by itself, amended, confirmed and signed; then its registration, sent back once.</summary>
sealed partial class Story
{
    public Guid ContractId { get; private set; }

    public string ContractNumber { get; private set; } = "";

    public Guid RegistrationId { get; private set; }

    public string RegistrationNumber { get; private set; } = "";

    public string VerificationCode { get; private set; } = "";

    public string ContractUrl => $"/api/contracts/contracts/{ContractId}";

    public string RegistrationUrl => $"/api/contracts/registrations/{RegistrationId}";

    public Task<JsonElement> Contract() => Publisher.Get(ContractUrl);

    public Task<JsonElement> Registration(Person? by = null) => (by ?? Publisher).Get(RegistrationUrl);

    public async Task SignContract()
    {
        await AmendContract();
        await ConfirmAndSign(Purchaser);
    }

    /// <summary>Both sides confirm the version in force and sign it.</summary>
    public async Task ConfirmAndSign(Person buyer)
    {
        var version = (await Contract()).Number("version");
        foreach (var (side, who) in new[] { ("SELLER", Publisher), ("BUYER", buyer) })
        {
            await Take(
                $"the {side.ToLowerInvariant()} confirms the contract",
                async () => (await Contract()).List("confirmations").Any(c => c.Text("side") == side && c.Number("version") == version),
                () => who.Post(ContractUrl + "/confirmations", new { version }));
        }
        foreach (var (side, signer) in new[] { ("SELLER", Approver), ("BUYER", buyer) })
        {
            await Take(
                $"the {side.ToLowerInvariant()} signs the contract",
                async () => (await Contract()).List("signatures").Any(s => s.Text("side") == side),
                () => Sign(signer));
        }
        (await Contract()).Text("state").ShouldBe("EFFECTIVE");
    }

    /// <summary>Whichever way the deal was found.</summary>
    public async Task TakeContractOf(Guid deal)
    {
        var drafted = await Eventually("the contract is drafted from the deal", async () => (await Publisher.Get($"/api/trading/deals/{deal}")).Maybe("contract"));
        (ContractId, ContractNumber) = (drafted.Id("id"), drafted.Text("number"));
    }

    public async Task AmendContract()
    {
        await TakeContractOf(DealId);
        await Take(
            "the enterprise amends the contract",
            async () => (await Contract()).Number("version") == 2,
            async () => await Purchaser.Post(ContractUrl + "/versions", Amendment(await Contract(), NonTechnical)));
    }

    /// <summary>The contract with an item that is no technology.</summary>
    public static object Amendment(JsonElement contract, decimal nonTechnical, decimal? technical = null)
    {
        var content = contract.In("content");
        return new
        {
            version = contract.Number("version"),
            title = content.Text("title"),
            clauses = Array.Empty<object>(),
            lineItems = new object[]
            {
                new { title = "专利实施许可费", amount = Yuan(technical ?? Price - nonTechnical), isTechnical = true },
                new { title = "非标工装", amount = Yuan(nonTechnical), isTechnical = false, reason = "随许可交付的工装,不属于技术性费用" },
            },
            milestones = content.List("milestones"),
            signingPlace = "天水市",
            note = "列明非技术性费用",
        };
    }

    public async Task Sign(Person signer)
    {
        var seen = await signer.Get(ContractUrl);
        var hash = seen.Text("documentSha256");
        var proof = await signer.Post("/api/identity/credential-proofs", new { password = signer.Account!.Password, purpose = "sign:" + hash });
        await signer.Post(ContractUrl + "/signatures", new { version = seen.Number("version"), documentSha256 = hash, credentialProof = proof.Text("proof") });
    }

    public async Task Register()
    {
        await File();
        await TakeAndReview();
        await Step(
            "the registrar sends the filing back", FirstRegistrar, "return", "RETURNED_FOR_CORRECTION",
            version => new { version, reasons = new[] { new { code = "IP_PROOF_MISSING", note = "请补充专利证书。" } } });
        await Step("the university files again", Publisher, "submission", null, version => new { version }, state => state != "RETURNED_FOR_CORRECTION");
        await TakeAndReview();
        await Step("the first registrar accepts", FirstRegistrar, "approval", "SECOND_REVIEW", version => new { version });
        await Step("the second registrar confirms", SecondRegistrar, "second-approval", "REGISTERED", version => new { version });
        var registered = await Registration();
        (RegistrationNumber, VerificationCode) = (registered.Text("number"), registered.Text("verificationCode"));
    }

    /// <summary>Started with one click, the few open fields filled, handed in.</summary>
    public async Task File()
    {
        await Take(
            "the university starts the registration",
            async () => (await Contract()).Maybe("registration") is not null,
            () => Publisher.Post(ContractUrl + "/registration"));
        RegistrationId = (await Contract()).In("registration").Id("id");
        await Take(
            "the university fills the open fields",
            async () => (await Registration()).In("form").Flag("commitmentGiven"),
            async () => await Publisher.Put(RegistrationUrl + "/form", OpenFields((await Registration()).Number("version"))));
        await Step("the university files the registration", Publisher, "submission", "SUBMITTED", version => new { version });
    }

    public static object OpenFields(long version) => new
    {
        version,
        fieldCode = "05",
        foreign = false,
        taxRelief = true,
        summary = "高强度铝合金低压铸造工艺的排他许可。",
        commitmentGiven = true,
        seller = new { legalRepresentative = "王校长", contact = "李老师", phone = "0938-1234567" },
        buyer = new { legalRepresentative = "赵总" },
        socioEconomicGoal = "10",
        industry = "C",
        planType = "NONE",
    };

    private async Task TakeAndReview()
    {
        if ((await Registration()).Text("state") != "FIRST_REVIEW")
            await Step("the registrar takes the filing", FirstRegistrar, "take", "FIRST_REVIEW", version => new { version });
        await Take(
            "the registrar reviews the filing",
            async () => (await Registration(FirstRegistrar)).List("tests").All(t => t.Maybe("passed") is not null),
            async () =>
            {
                var seen = await Registration(FirstRegistrar);
                await FirstRegistrar.Put(RegistrationUrl + "/review", Review(seen));
            });
    }

    /// <summary>Every test passed, the amounts as the parties itemised them.</summary>
    public static object Review(JsonElement seen) => new
    {
        version = seen.Number("version"),
        ticks = seen.List("tests").Select(t => new { code = t.Text("code"), passed = true }),
        items = seen.List("items"),
    };

    private Task Step(string step, Person by, string action, string? state, Func<long, object> body, Func<string, bool>? reached = null) => Take(
        step,
        async () => (reached ?? (s => s == state))((await Registration()).Text("state")),
        async () => await by.Post($"{RegistrationUrl}/{action}", body((await Registration(by)).Number("version"))));
}
