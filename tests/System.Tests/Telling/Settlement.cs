using System.Net.Http.Headers;
using System.Text.Json;
using TechMarket.SystemTests.Running;

namespace TechMarket.SystemTests.Telling;

/// <summary>What becomes of the money of concluded sales: deposits, milestones and payouts. Every step can be taken again after its answer was lost.</summary>
/// <param name="story">Whose steps are told.</param>
/// <param name="finance">The bureau's first finance person, who also plays the bank.</param>
/// <param name="second">Another one, who lets go what the first prepared.</param>
sealed class Settlement(Story story, Person finance, Person second)
{
    // Finance plays the bank for the whole market; two statements at once would pay a bill twice.
    private static readonly SemaphoreSlim Counter = new(1);

    /// <summary>A statement on which every open bill is paid and every released payout has left.</summary>
    public static async Task UploadStatement(Person finance)
    {
        await Counter.WaitAsync();
        try
        {
            var csv = await finance.Download("/api/payments/statements/sample.csv", "text/csv");
            if (csv.Count(b => b == '\n') < 2) return;
            var file = new ByteArrayContent(csv);
            file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            using var form = new MultipartFormDataContent { { file, "file", "statement.csv" } };
            await finance.Post("/api/payments/statements", form);
        }
        finally
        {
            Counter.Release();
        }
    }

    /// <summary>The contract is signed by both: the winner's deposit counts towards the price, the rest is paid in and goes to the seller.</summary>
    public async Task Fulfil(SaleStory sale, Person buyer)
    {
        var deal = await sale.TakeContract();
        await sale.Story.ConfirmAndSign(buyer);
        var escrow = $"/api/payments/escrows/{deal}";
        await Story.Eventually<int>("the deposit counts towards the price", async () =>
            await buyer.Find(escrow) is { } seen && seen.Text("state") == "OPEN" && seen.Yuan("freeDeposit") > 0 ? 0 : null, 180);
        var milestone = escrow + "/milestones/1";
        await story.Take("the buyer asks for the bill", async () => await State() != "OPEN", async () => await buyer.Post(milestone + "/bill"));
        await story.Take("the bank tells of the payment", async () => await State() == "PAID_IN", () => UploadStatement(finance));
        await story.Take("the buyer accepts the milestone", async () => await State() == "RELEASED", async () => await buyer.Post(milestone + "/acceptance"));

        async Task<string> State() => (await buyer.Get(escrow)).List("milestones").Single().Text("state");
    }

    /// <summary>A party gives the contract up before it is signed.</summary>
    public async Task GiveUp(SaleStory sale, Person by)
    {
        await sale.TakeContract();
        await story.Take(
            $"{by.Account!.Organisation} gives the contract up", async () => (await sale.Story.Contract()).Text("state") == "VOID",
            async () => await by.Post(sale.Story.ContractUrl + "/void", new { reason = "不再履行。" }));
    }

    /// <summary>Prepared by one, released by another; every second one is executed by hand, the others by the bank's statement.</summary>
    /// <param name="expected">How many there are to be, once every fact has travelled.</param>
    public async Task PayOut(int expected)
    {
        await Story.Eventually<int>("every payout is raised", async () => (await Payouts()).Count == expected ? 0 : null, 180);
        var byHand = false;
        foreach (var payout in await Payouts())
        {
            var url = $"/api/payments/payouts/{payout.Id("id")}";
            await story.Take("finance prepares a payout", async () => await StateOf(url) != "RAISED", async () =>
            {
                var seen = await finance.Get(url);
                var receiver = new { accountName = seen.Text("payeeName"), accountNumber = "6222000011112222", bankName = "演示银行" };
                await finance.Post(url + "/preparation", new { version = seen.Number("version"), receiver });
            });
            await story.Take(
                "a second person releases a payout", async () => await StateOf(url) is "RELEASED" or "EXECUTED",
                async () => await second.Post(url + "/release", new { version = (await second.Get(url)).Number("version") }));
            byHand = !byHand;
            if (byHand)
            {
                await story.Take(
                    "finance executes a payout", async () => await StateOf(url) == "EXECUTED",
                    async () => await finance.Post(url + "/execution", new { bankReference = "SK" + payout.Text("number"), executedOn = Story.Today }));
            }
        }
        await story.Take("the bank tells what has left", async () => (await Payouts()).All(p => p.Text("state") == "EXECUTED"), () => UploadStatement(finance));
    }

    private async Task<IReadOnlyList<JsonElement>> Payouts() => (await finance.Get("/api/payments/payouts?size=100")).List("items");

    private async Task<string> StateOf(string payout) => (await finance.Get(payout)).Text("state");
}
