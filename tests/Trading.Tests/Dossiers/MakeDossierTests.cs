using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechMarket.Messages;
using TechMarket.Testing;
using TechMarket.Trading.Bidding;
using TechMarket.Trading.Dossiers;
using TechMarket.Trading.Tests.Sales;

namespace TechMarket.Trading.Tests.Dossiers;

public sealed class MakeDossierTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private const decimal SecretReserve = 1_234_567.89m;

    private readonly TradingApp app = market.App;

    [Fact]
    public async Task The_papers_of_a_negotiated_deal_are_all_there_in_order_with_their_times()
    {
        var (scene, notice) = await DossierScene.Negotiated(app);
        var (dossier, zip) = await scene.Made(scene.Approver);
        (dossier.State, dossier.View, dossier.WaitingFor.Count, dossier.Size, dossier.DealNumber).ShouldBe(("READY", "SELLER", 0, zip.Length, scene.Deal.Number));

        var verdict = DossierVerification.Of(zip);
        verdict.Intact.ShouldBeTrue(string.Join(", ", verdict.Findings));
        (verdict.Fingerprint, verdict.Manifest!.ContentHash, verdict.Manifest.MadeBy.Organisation).ShouldBe((dossier.Fingerprint, dossier.ContentHash, scene.Approver.OrganisationName));
        var files = DossierScene.Entries(zip);
        files.Keys.ShouldBe(
        [
            "1-achievement/achievement.json", "2-pricing/negotiation.json", $"3-notice/{notice.Number}-evidence.json", $"3-notice/{notice.Number}.json", "4-deal/deal.json",
            "5-contract/contract-v1.html", "6-registration/certificate-2026.pdf", "7-audit-trail/audit-trail.json", "index.html", "manifest.json", "manifest.sha256", "verify.html",
        ]);
        verdict.Manifest.Files.Select(f => f.Source).Distinct().Order().ShouldBe(["contracts", "listings", "trading"]);

        // The sealed record is the one the public page names.
        Convert.ToHexStringLower(SHA256.HashData(files[$"3-notice/{notice.Number}-evidence.json"])).ShouldBe((await notice.See()).EvidenceHash);
        var index = DossierScene.Text(files["index.html"]);
        foreach (var said in new[] { scene.Deal.Number, "800,000.00", notice.Number, "拟交易价格明显低于同类成果。", "经核实，价格以评估为依据。", "Objection decided: rejected", "同意公开", "href=\"5-contract/contract-v1.html\"", "发起洽谈" })
            (index + DossierScene.Text(files[$"3-notice/{notice.Number}.json"])).ShouldContain(said);
        index.ShouldNotContain("<script");
        var times = JsonDocument.Parse(files["7-audit-trail/audit-trail.json"]).RootElement.GetProperty("entries").EnumerateArray().ToList();
        times.Select(e => e.GetProperty("at").GetDateTimeOffset()).ShouldBeInOrder();
        foreach (var action in new[] { "opened", "nda-confirmed", "accepted", "published", "objected", "objection-decided", "passed", "concluded", "approve", "sign" })
            times.ShouldContain(e => e.GetProperty("action").GetString() == action, action);
        DossierScene.Text(files["verify.html"]).ShouldBe(await File.ReadAllTextAsync(Path.Combine(Repository(), "web", "public", "verify-dossier.html")));
    }

    [Fact]
    public async Task Records_of_the_audit_trail_carry_all_their_hash_covers()
    {
        var (scene, _) = await DossierScene.Negotiated(app);
        var (_, zip) = await scene.Made(scene.Approver);
        var rows = (await app.InDb(db => db.AuditTrail.AsNoTracking().ToListAsync())).ToDictionary(r => r.Sequence);
        var own = JsonDocument.Parse(DossierScene.Entries(zip)["7-audit-trail/audit-trail.json"]).RootElement.GetProperty("entries").EnumerateArray()
            .Where(e => e.GetProperty("source").GetString() == "trading").ToList();
        own.Count.ShouldBeGreaterThan(10);
        foreach (var entry in own)
        {
            var row = rows[entry.GetProperty("sequence").GetInt64()];
            (entry.GetProperty("hash").GetString(), entry.GetProperty("previousHash").GetString(), entry.GetProperty("dataHash").GetString(), entry.GetProperty("retention").GetString())
                .ShouldBe((row.Hash, row.PreviousHash, row.DataHash, row.Retention));
        }
    }

    [Fact]
    public async Task Who_objected_is_in_no_file_for_nobody_even_when_the_objector_wrote_it_down()
    {
        var (scene, notice) = await DossierScene.Negotiated(app, objection: $"本人{DossierScene.Objector}认为价格过低，请复核。");
        foreach (var reader in new[] { scene.Approver, scene.Buyer, scene.Bureau })
        {
            var (_, zip) = await scene.Made(reader);
            foreach (var (path, content) in DossierScene.Entries(zip))
            {
                DossierScene.Text(content).ShouldNotContain(DossierScene.Objector, Case.Sensitive, path);
                DossierScene.Text(content).ShouldNotContain("13800000000", Case.Sensitive, path);
            }
            DossierScene.Entries(zip).Keys.ShouldNotContain($"3-notice/{notice.Number}-evidence.json");
            DossierScene.Text(DossierScene.Entries(zip)[$"3-notice/{notice.Number}.json"]).ShouldContain((await notice.See()).EvidenceHash!);
        }
    }

    [Fact]
    public async Task The_same_state_gives_the_same_papers_and_a_change_of_it_others()
    {
        var (scene, _) = await DossierScene.Negotiated(app);
        var (first, one) = await scene.Made(scene.Approver);
        await app.Pass(TimeSpan.FromHours(30));
        var (second, two) = await scene.Made(scene.Seller);
        (second.ContentHash, second.Fingerprint == first.Fingerprint).ShouldBe((first.ContentHash, false));
        var (a, b) = (DossierScene.Entries(one), DossierScene.Entries(two));
        b.Keys.ShouldBe(a.Keys);
        a.Keys.Where(path => !a[path].AsSpan().SequenceEqual(b[path])).ShouldBe(["manifest.json", "manifest.sha256"]);

        await app.Hear(new ContractDrafted(
            Guid.CreateVersion7(), "HT-2026-000001", scene.Deal.DealId, scene.Deal.AchievementId, "合同", "ZR01", scene.Seller.OrganisationId, scene.Buyer.OrganisationId, Money.Yuan(800_000m), app.Clock.GetUtcNow()));
        (await scene.Made(scene.Approver)).Dossier.ContentHash.ShouldNotBe(first.ContentHash);
    }

    [Fact]
    public async Task A_deal_from_bidding_carries_announcement_parties_and_the_log_that_replays_to_its_winner()
    {
        var (scene, sale, loser) = await DossierScene.Bid(app);
        var reserved = await CancelledBiddingWithReserve(sale);
        var (dossier, zip) = await scene.Made(scene.Bureau);
        dossier.View.ShouldBe("BUREAU");
        DossierVerification.Of(zip).Intact.ShouldBeTrue();
        var files = DossierScene.Entries(zip);
        var seen = await sale.See();
        foreach (var path in new[] { "2-pricing/sale.json", "2-pricing/round-1-document-1.pdf", $"3-notice/{seen.Result!.NoticeNumber}.json", "4-deal/deal.json" }) files.Keys.ShouldContain(path);
        var log = files.Single(f => f.Key.EndsWith("-log.json", StringComparison.Ordinal) && !f.Key.Contains(reserved, StringComparison.Ordinal));
        var replay = LogReplay.Of(DossierScene.Text(log.Value));
        (replay.Fault, replay.Outcome, replay.Price).ShouldBe((null, "SOLD", 1_010_000m));
        var said = DossierScene.Text(files["2-pricing/sale.json"]);
        foreach (var text in new[] { scene.Buyer.OrganisationName, loser.OrganisationName, "符合公告条件", "三家公开询价的中位数" }) said.ShouldContain(text);
        foreach (var (path, content) in files)
        {
            DossierScene.Text(content).ShouldNotContain("1234567.89", Case.Sensitive, path);
            DossierScene.Text(content).ShouldNotContain("13900000000", Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task An_auctions_confirmation_of_sale_is_there_to_the_byte_with_its_signatures()
    {
        var scene = await AuctionScene.Of(app);
        await scene.Announced(1_200_000m);
        var parties = await scene.Sold(1_330_000m, AuctionScene.Bidder("甲公司"), AuctionScene.Bidder("乙公司"));
        var seen = await scene.Sale.See();
        var confirmed = await scene.Confirmation(parties[0], seen.ConfirmationId!.Value);
        await scene.PostSignature(parties[0], confirmed.AuctionId, confirmed.DocumentSha256).Succeeds();
        await app.PassUntil(seen.Result!.NoticeEndsAt!.Value);
        var deal = (await app.Published<DealConcluded>()).Single(f => f.AchievementId == scene.Sale.Achievement.AchievementId);
        var dossiers = new DossierScene(app, deal, scene.Sale.Seller, parties[0]);
        foreach (var reader in new[] { dossiers.Approver, dossiers.Buyer, dossiers.Bureau })
        {
            var (_, zip) = await dossiers.Made(reader);
            DossierVerification.Of(zip).Intact.ShouldBeTrue();
            var files = DossierScene.Entries(zip);
            Convert.ToHexStringLower(SHA256.HashData(files[$"2-pricing/{confirmed.Number}.html"])).ShouldBe(confirmed.DocumentSha256);
            DossierScene.Text(files[$"2-pricing/{confirmed.Number}-signatures.html"]).ShouldContain("电子签名记录");
        }
    }

    [Fact]
    public async Task The_buyer_learns_nothing_of_other_parties_and_of_the_sellers_house_only_what_it_decided()
    {
        var (scene, _, loser) = await DossierScene.Bid(app);
        var (_, zip) = await scene.Made(scene.Buyer);
        foreach (var (path, content) in DossierScene.Entries(zip))
            foreach (var secret in new[] { loser.OrganisationName, loser.OrganisationId.ToString(), "张完成人", "旁观企业" }) DossierScene.Text(content).ShouldNotContain(secret, Case.Sensitive, path);
        var trail = JsonDocument.Parse(DossierScene.Entries(zip)["7-audit-trail/audit-trail.json"]).RootElement.GetProperty("entries").EnumerateArray().ToList();
        var approved = trail.Single(e => e.GetProperty("subjectKind").GetString() == "sale" && e.GetProperty("action").GetString() == "approved");
        (approved.GetProperty("withheld").GetBoolean(), approved.GetProperty("personName").ValueKind, approved.GetProperty("organisationName").GetString())
            .ShouldBe((true, JsonValueKind.Null, scene.Seller.OrganisationName));
        trail.ShouldContain(e => e.GetProperty("subjectKind").GetString() == "sale-party" && !e.GetProperty("withheld").GetBoolean());
    }

    [Fact]
    public async Task The_bureau_does_not_read_what_the_parties_keep_to_themselves()
    {
        var (scene, _) = await DossierScene.Negotiated(app);
        var files = DossierScene.Entries((await scene.Made(scene.Bureau)).Zip);
        files.Keys.ShouldNotContain("5-contract/contract-v1.html");
        files.Keys.ShouldContain("6-registration/certificate-2026.pdf");
        JsonDocument.Parse(files["2-pricing/negotiation.json"]).RootElement.GetProperty("offers").ValueKind.ShouldBe(JsonValueKind.Null);
        JsonDocument.Parse(DossierScene.Entries((await scene.Made(scene.Buyer)).Zip)["2-pricing/negotiation.json"]).RootElement.GetProperty("offers").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task It_waits_for_every_service_whatever_the_order_and_tells_for_whom()
    {
        var (scene, _) = await DossierScene.Negotiated(app);
        var id = await scene.Opened(scene.Approver);
        (await scene.See(scene.Approver, id)).WaitingFor.ShouldBe(["listings", "contracts"]);
        await scene.ContractsAnswer();
        await scene.ContractsAnswer();
        var waiting = await scene.See(scene.Approver, id);
        (waiting.State, waiting.Fingerprint).ShouldBe(("COLLECTING", null));
        waiting.WaitingFor.ShouldBe(["listings"]);
        await app.RefusesUnchanged(() => app.As(scene.Approver).GetAsync($"{scene.Url}/{id}/file"), 409, "trading/dossier-not-ready");
        await scene.ListingsAnswer();
        var ready = await scene.See(scene.Approver, id);
        ready.State.ShouldBe("READY");
        await scene.ListingsAnswer();
        (await scene.See(scene.Approver, id)).Fingerprint.ShouldBe(ready.Fingerprint);
        (await app.InDb(db => db.Dossiers.SingleAsync(d => d.Id == new DossierId(id)))).Parts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_people_who_ask_at_once_both_get_one()
    {
        var (scene, _) = await DossierScene.Negotiated(app);
        var (mine, theirs) = (await scene.Opened(scene.Approver), await scene.Opened(scene.Buyer));
        await scene.ListingsAnswer();
        await scene.ContractsAnswer();
        ((await scene.See(scene.Approver, mine)).State, (await scene.See(scene.Buyer, theirs)).State).ShouldBe(("READY", "READY"));
    }

    [Fact]
    public async Task A_service_that_does_not_answer_ends_the_waiting_and_no_dossier_with_a_gap_is_made()
    {
        var (scene, _) = await DossierScene.Negotiated(app);
        var id = await scene.Opened(scene.Approver);
        await scene.ListingsAnswer();
        await app.Pass(Dossier.Patience);
        var given = await scene.See(scene.Approver, id);
        given.State.ShouldBe("ABANDONED");
        given.WaitingFor.ShouldBe(["contracts"]);
        await scene.ContractsAnswer();
        (await scene.See(scene.Approver, id)).State.ShouldBe("ABANDONED");
        await app.RefusesUnchanged(() => app.As(scene.Approver).GetAsync($"{scene.Url}/{id}/file"), 409, "trading/dossier-not-ready");
    }

    [Fact]
    public async Task Asking_making_and_taking_are_recorded_and_anyone_can_ask_whether_the_market_made_it()
    {
        var (scene, _) = await DossierScene.Negotiated(app);
        var (dossier, zip) = await scene.Made(scene.Approver);
        var trail = await app.InDb(db => db.AuditTrail.Where(r => r.SubjectKind == "dossier" && r.SubjectId == dossier.Id).OrderBy(r => r.Sequence).ToListAsync());
        trail.Select(r => (r.Action, r.PersonId, r.Retention)).ShouldBe([("opened", scene.Approver.PersonId, "permanent"), ("made", null, "permanent"), ("taken", scene.Approver.PersonId, "permanent")]);
        trail[1].Reason.ShouldBe(dossier.Fingerprint);
        (await app.AuditBreak()).ShouldBeNull();

        var issued = await app.As().GetAsync($"/api/trading/dossiers/issued/{dossier.Fingerprint}").Read<CheckFingerprint.Response>();
        (issued.DealNumber, issued.OrganisationName, issued.ContentHash, issued.FileSha256).ShouldBe(
            (scene.Deal.Number, scene.Approver.OrganisationName, dossier.ContentHash!, Convert.ToHexStringLower(SHA256.HashData(zip))));
        (await app.As().GetAsync($"/api/trading/dossiers/issued/{new string('0', 64)}").RefusedWith(404)).ShouldBe("trading/dossier-not-found");
    }

    /// <summary>Bidding with a secret reserve that was cancelled before anything was opened.</summary>
    private async Task<string> CancelledBiddingWithReserve(SaleScene sale) => await app.InDb(async db =>
    {
        var known = await db.Auctions.AsNoTracking().SingleAsync(a => a.SaleId == sale.Id);
        var spec = new AuctionSpec(
            sale.Id, known.SaleNumber, known.SellerId, known.AchievementId, known.Title, known.Rules, Money.Yuan(SecretReserve), app.Clock.GetUtcNow().AddDays(400),
            [.. known.Bidders.Select(b => new AuctionBidder(b.PartyId, b.PartyName, b.DepositId))], [], null);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var made = await Auctions.Schedule(db, spec, app.Services.GetRequiredService<AuctionVault>(), app.Clock.GetUtcNow(), CancellationToken.None);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return made.Number;
    });

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TechMarket.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
