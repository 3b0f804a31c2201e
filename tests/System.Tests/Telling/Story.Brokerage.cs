using System.Text.Json;
using TechMarket.Rules;
using TechMarket.SystemTests.Running;

namespace TechMarket.SystemTests.Telling;

/// <summary>The brokers: a mandate shared by an agency and a person, the lead, the commission and how it is paid.</summary>
sealed partial class Story
{
    /// <summary>5 % to 500 000 yuan, 3 % to 1 000 000, 1 % above, of the contract amount.</summary>
    public const decimal Commission = 34_000m;

    public const decimal AgencyPart = 23_800m;
    public const decimal IndividualPart = 10_200m;

    public Guid MandateId { get; } = Guid.CreateVersion7();

    public Guid LeadId { get; } = Guid.CreateVersion7();

    public string MandateUrl => $"/api/commissions/mandates/{MandateId}";

    public string LeadUrl => $"/api/commissions/leads/{LeadId}";

    public static DateOnly Today => ChinaTime.DayOf(TimeProvider.System.GetUtcNow());

    public object Mandate(Guid id) => new
    {
        id,
        clientId = Purchaser.OrganisationId,
        form = "INTERMEDIARY",
        schedule = new
        {
            @base = "CONTRACT_AMOUNT",
            bands = new object[] { new { rate = 0.05m, upTo = Yuan(500_000m) }, new { rate = 0.03m, upTo = Yuan(1_000_000m) }, new { rate = 0.01m } },
            buyerShareBasisPoints = 10_000,
        },
        brokers = new object[]
        {
            new { brokerId = Agency.OrganisationId, basisPoints = 7000, lead = true }, new { brokerId = Individual.OrganisationId, basisPoints = 3000, lead = false },
        },
        validUntil = Today.AddYears(1),
        scope = "轻量化材料与铸造工艺",
    };

    public async Task AgreeOnMandate()
    {
        await Take("the agency proposes a mandate", async () => await Agency.Find(MandateUrl) is not null, () => Agency.Post("/api/commissions/mandates", Mandate(MandateId)));
        await Take("the individual broker accepts the mandate", () => Accepted(Individual), () => Individual.Post(MandateUrl + "/accept"));
        await Take(
            "the enterprise accepts the mandate",
            async () => (await Agency.Get(MandateUrl)).Text("status") == "AGREED",
            () => Purchaser.Post(MandateUrl + "/accept"));

        async Task<bool> Accepted(Person broker) =>
            (await broker.Get(MandateUrl)).List("brokers").Single(b => b.Id("brokerId") == broker.OrganisationId).Maybe("acceptedAt") is not null;
    }

    public async Task Introduce()
    {
        await Eventually("the brokers' service knows the achievement", () => Agency.Find($"/api/commissions/lead-drafts/{AchievementId}"));
        await Take(
            "the agency introduces the achievement",
            async () => await Agency.Find(LeadUrl) is not null,
            () => Agency.Post("/api/commissions/leads", new { id = LeadId, mandateId = MandateId, achievementId = AchievementId }));
        await Take(
            "the enterprise accepts the lead",
            async () => (await Purchaser.Get(LeadUrl)).Maybe("buyerAnswer") is not null,
            () => Purchaser.Post(LeadUrl + "/accept", new { }));
        await Take(
            "the university accepts the lead",
            async () => (await Approver.Get(LeadUrl)).Maybe("sellerAnswer") is not null,
            () => Approver.Post(LeadUrl + "/accept", new { }));
    }

    public async Task PayCommission()
    {
        var commission = await Eventually("the commission is earned", async () =>
        {
            var mine = (await Agency.Get("/api/commissions/commissions?size=100")).List("items").Where(c => c.Text("dealNumber") == DealNumber).ToList();
            mine.Count.ShouldBeLessThanOrEqualTo(1);
            return mine is [var one] && one.Yuan("earned") > 0 ? await Agency.Get($"/api/commissions/commissions/{one.Id("id")}") : (JsonElement?)null;
        });
        CommissionId = commission.Id("id");
        await Take(
            "the agency notes its invoice",
            async () => (await Part(Agency)).Maybe("invoiceNumber") is not null,
            async () => await Agency.Put($"/api/commissions/payouts/{(await Part(Agency)).Id("id")}/invoice", new { invoiceNumber = "24332000000012345678", invoicedOn = Today }));
        foreach (var broker in new[] { Agency, Individual })
        {
            await Take(
                $"finance pays {broker.Account!.Name}",
                async () => (await Part(broker)).Text("status") == "PAID",
                async () =>
                {
                    var part = await Part(broker);
                    await Finance.Put(
                        $"/api/commissions/payouts/{part.Id("id")}/payment",
                        new { amount = part.In("amount"), bankReference = "BANK-" + part.Id("id").ToString("N")[^8..], paidOn = Today });
                });
        }
    }

    public Guid CommissionId { get; private set; }

    /// <summary>A broker's part of the commission, as finance sees it.</summary>
    public async Task<JsonElement> Part(Person broker)
    {
        var commission = await Finance.Get($"/api/commissions/commissions/{CommissionId}");
        return commission.List("earnings").Single().List("payouts").Single(p => p.Id("brokerId") == broker.OrganisationId);
    }
}
