using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Audit;
using TechMarket.Platform.Files;
using TechMarket.Platform.Web;
using TechMarket.Trading.Appraisals;
using TechMarket.Trading.Bidding;
using TechMarket.Trading.Confirmations;
using TechMarket.Trading.Deals;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Dossiers;

/// <summary>A listed sale: every announcement with its documents and what its base price rests on, who registered and how it was decided, the bidding log.</summary>
sealed class SalePapers(TradingDb db, FileStore store)
{
    private const string Folder = "2-pricing/";

    public async Task Add(PaperFolder folder, Sale sale, Deal deal, CancellationToken ct)
    {
        var path = folder.Json($"{Folder}sale.json", "挂牌与受让方征集", new
        {
            sale.Number, Mode = sale.Mode.Name(), State = sale.State.Name(), sale.Subject.SellerName, sale.ApprovedByName, sale.DraftedAt, sale.SubmittedAt, sale.AnnouncedAt,
            Rounds = sale.Rounds.Select(r => RoundOf(r, folder.View)), Parties = PartiesOf(sale, deal, folder.View),
            Result = sale.Result is { } found
                ? new { found.TransfereeName, found.Terms.Price, found.PricingMode, found.ByPriority, found.At }
                : null,
        });
        foreach (var round in sale.Rounds) await AddRound(folder, sale, round, path, ct);
        foreach (var party in sale.Parties.Where(p => p.RegisteredAt is not null && Names(p, deal, folder.View)).OrderBy(p => p.RegisteredAt).ThenBy(p => p.Id.Value)) AddParty(folder, party, path);
        await AddBidding(folder, sale, ct);
        await AddConfirmations(folder, sale, deal, ct);
        if (sale.Result is { } result)
        {
            folder.Line(
                "pricing", result.At, result.ByPriority ? "确定受让方（行使优先购买权）" : "确定受让方", result.ByPriority ? "Transferee found, by right of first refusal" : "Transferee found",
                $"{result.TransfereeName}　{DossierWords.Money(result.Terms.Price)}", path);
        }
        folder.Happened(Dossier.Trading, await db.TrailOf("sale", [sale.Id.Value], ct));
        folder.Happened(Dossier.Trading, await db.TrailOf("sale-party", [.. sale.Parties.Select(p => p.Id.Value)], ct));
    }

    /// <summary>Parties do not see each other, before and after.</summary>
    private static bool Names(SaleParty party, Deal deal, DossierView view) => view != DossierView.Buyer || party.OrganisationId == deal.BuyerId;

    private static object RoundOf(SaleRound round, DossierView view)
    {
        var terms = SaleForm.From(round.Terms);
        // That somebody has a right of first refusal is public; who it is, is not.
        if (view == DossierView.Buyer) terms = terms with { Priorities = [.. terms.Priorities.Select(p => p with { Name = "" })] };
        return new
        {
            round.Round, Terms = terms, Documents = SaleForm.From(round.Documents), Length = new { round.Length.Value, Unit = round.Length.Unit.Name() }, round.AnnouncedAt, round.EndsAt,
            round.Extensions, round.Checklist, round.ReviewedByName, round.ReplacedAt, round.ReplacedBecause,
        };
    }

    /// <summary>How to reach people is no evidence and stays out.</summary>
    private static IEnumerable<object> PartiesOf(Sale sale, Deal deal, DossierView view) =>
        sale.Parties.Where(p => p.RegisteredAt is not null && Names(p, deal, view)).OrderBy(p => p.Round).ThenBy(p => p.RegisteredAt).ThenBy(p => p.Id.Value).Select(p => new
        {
            p.Round, p.Name, p.Party.CreditCode, State = p.State.Name(), p.RegisteredAt, p.Registration?.Statement, RelatedParty = p.Registration?.RelatedParty ?? false,
            RelatedPartyStatement = p.Registration?.RelatedStatement, p.Registration?.PriorityBasis, p.PriorityRank, NonDisclosureHash = p.Nda?.Hash,
            Documents = p.Documents.Select(d => new { d.Title, d.File.Size, d.File.Sha256, d.AddedAt }),
            Decision = p.Qualification is { } q ? new { q.Qualified, q.Reason, q.PersonName, q.At } : null, p.LeaveReason,
            Deposit = p.Deposit is { } deposit ? new { Amount = deposit, p.DepositHeldAt, Decision = p.DepositDecision?.Name(), p.DepositDecidedAt } : null,
        });

    private static void AddParty(PaperFolder folder, SaleParty party, string path)
    {
        folder.Line("pricing", party.RegisteredAt, "意向方登记", "Party registered", party.Name, path);
        if (party.Registration is { RelatedParty: true } related) folder.Line("pricing", party.RegisteredAt, "意向方的关联关系声明", "Related-party statement of the party", related.RelatedStatement, path);
        if (party.Qualification is { } decision)
        {
            folder.Line(
                "pricing", decision.At, decision.Qualified ? "资格确认" : "资格未通过", decision.Qualified ? "Found qualified" : "Not qualified", $"{party.Name}　{decision.Reason}　{decision.PersonName}", path);
        }
    }

    private async Task AddRound(PaperFolder folder, Sale sale, SaleRound round, string path, CancellationToken ct)
    {
        folder.Line(
            "pricing", round.AnnouncedAt, $"第 {round.Round} 次公告", $"Announcement {round.Round}", $"{sale.Number}　基准价 {DossierWords.Money(round.Terms.BasePrice)}　审核人 {round.ReviewedByName}", path);
        foreach (var (document, i) in round.Documents.Select((d, i) => (d, i + 1)))
        {
            var kept = await Copy(folder, $"{Folder}round-{round.Round}-document-{i}", document.Title, document.File, ct);
            folder.Line("pricing", document.AddedAt, "公告附件", "Document of the announcement", document.Title, kept);
        }
        if (round.Terms.Basis.AppraisalId is { } basis && folder.View != DossierView.Buyer) await AddAppraisal(folder, new AppraisalId(basis), round.Round, ct);
    }

    private async Task AddAppraisal(PaperFolder folder, AppraisalId id, int round, CancellationToken ct)
    {
        if (await db.Appraisals.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } report) return;
        folder.Json($"{Folder}round-{round}-appraisal.json", "评估报告要素", new
        {
            report.Agency, report.ReportNumber, Method = report.Method.Name(), report.ReportedOn, report.ValidUntil, report.Value, report.Purpose, report.FilingNumber,
            report.RecordedByName, report.RecordedAt, FileSha256 = report.File.Sha256,
        });
        var kept = await Copy(folder, $"{Folder}round-{round}-appraisal", $"评估报告 {report.ReportNumber}", report.File, ct);
        folder.Line("pricing", report.RecordedAt, "评估报告", "Appraisal report", $"{report.Agency} {report.ReportNumber}　{DossierWords.Money(report.Value)}", kept);
        if (round == 1 || folder.Trail.All(e => e.Event.SubjectId != id.Value)) folder.Happened(Dossier.Trading, await db.TrailOf("appraisal", [id.Value], ct));
    }

    /// <summary>The public logs, byte for byte as anyone exports them; a reserve price is in one only once the bidding opened it.</summary>
    private async Task AddBidding(PaperFolder folder, Sale sale, CancellationToken ct)
    {
        var auctions = await db.Auctions.AsNoTracking().Where(a => a.SaleId == sale.Id.Value).OrderBy(a => a.ScheduledAt).ThenBy(a => a.Number)
            .Select(a => new { a.Id, a.Number, a.ScheduledAt, a.EndedAt, a.Outcome, a.Hash, a.BidCount }).ToListAsync(ct);
        foreach (var auction in auctions)
        {
            var lines = await db.AuctionLog.AsNoTracking().Where(r => r.AuctionId == auction.Id).OrderBy(r => r.Seq).Select(r => r.Line).ToListAsync(ct);
            var path = $"{Folder}{auction.Number}-log.json";
            folder.Add(Paper.Text(path, $"竞价日志 {auction.Number}", Dossier.Trading, ExportedLog.Of(lines)));
            folder.Line("pricing", auction.EndedAt ?? auction.ScheduledAt, "网络竞价", "Online bidding", $"{auction.Number}　{auction.Outcome}　出价 {auction.BidCount} 次　末条哈希 {auction.Hash}", path);
        }
        folder.Happened(Dossier.Trading, await db.TrailOf("auction", [.. auctions.Select(a => a.Id.Value)], ct));
    }

    /// <summary>成交确认书 of an auction: the text as it was signed, and who signed it. Another transferee's, whose sale fell through, is not the buyer's to see.</summary>
    private async Task AddConfirmations(PaperFolder folder, Sale sale, Deal deal, CancellationToken ct)
    {
        var written = await db.Confirmations.AsNoTracking().Where(c => c.SaleId == sale.Id).OrderBy(c => c.ClosedAt).ToListAsync(ct);
        foreach (var confirmation in written.Where(c => folder.View != DossierView.Buyer || c.BuyerId == deal.BuyerId))
        {
            var path = $"{Folder}{confirmation.Number}.html";
            folder.Add(Paper.Text(path, $"成交确认书 {confirmation.Number}（与签署文本逐字节一致）", Dossier.Trading, confirmation.Html));
            folder.Line("pricing", confirmation.ClosedAt, "成交确认书", "Confirmation of sale", $"{confirmation.Number} {confirmation.BuyerName}　SHA-256 {confirmation.Sha256}", path);
            if (confirmation.Signatures.Count == 0) continue;
            var signatures = $"{Folder}{confirmation.Number}-signatures.html";
            folder.Add(Paper.Text(signatures, $"成交确认书 {confirmation.Number} 及签署记录", Dossier.Trading, ConfirmationDocument.WithSignatures(confirmation)));
            foreach (var signature in confirmation.Signatures.OrderBy(s => s.SignedAt))
                folder.Line("pricing", signature.SignedAt, "签署成交确认书", "Confirmation of sale signed", $"{signature.OrganisationName} {signature.PersonName}", signatures);
        }
    }

    private async Task<string> Copy(PaperFolder folder, string name, string title, FileRef file, CancellationToken ct)
    {
        await using var stream = store.Open(file);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, ct);
        var path = name + Path.GetExtension(file.Name).ToLowerInvariant();
        folder.Add(new Paper(path, title, Dossier.Trading, content.ToArray()));
        return path;
    }
}
