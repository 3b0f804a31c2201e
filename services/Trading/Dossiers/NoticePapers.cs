using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Audit;
using TechMarket.Platform.Web;
using TechMarket.Trading.Deals;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.Dossiers;

/// <summary>The public notices of the price, the objections against them and what was decided, the sealed record. Who objected is never part of it.</summary>
sealed class NoticePapers(TradingDb db, ContactVault vault)
{
    public async Task<IReadOnlyList<PriceNotice>> Add(PaperFolder folder, Deal deal, CancellationToken ct)
    {
        var notices = await db.Notices.AsNoTracking().Include(n => n.Objections)
            .Where(n => n.PublishedAt != null && ((deal.NegotiationId != null && n.NegotiationId == deal.NegotiationId) || (deal.SaleId != null && n.SaleId == deal.SaleId) || n.Id == deal.NoticeId))
            .OrderBy(n => n.PublishedAt).ThenBy(n => n.Id).ToListAsync(ct);
        foreach (var text in notices.SelectMany(n => n.Objections).SelectMany(TellingTexts)) folder.Seal(text);
        foreach (var notice in notices) AddNotice(folder, notice);
        folder.Happened(Dossier.Trading, await db.TrailOf("notice", [.. notices.Select(n => n.Id.Value)], ct));
        return notices;
    }

    private void AddNotice(PaperFolder folder, PriceNotice notice)
    {
        var objections = notice.Objections.OrderBy(o => o.ReceivedAt).ThenBy(o => o.Id.Value).ToList();
        // What was objected is known to the unit and the bureau; the public and the buyer know what was decided.
        var inside = folder.View != DossierView.Buyer;
        var path = folder.Json($"3-notice/{notice.Number}.json", $"公示 {notice.Number}", new
        {
            notice.Number, State = notice.State.Name(), notice.Subject, notice.Contents, notice.PublishedAt, Length = new { notice.Length!.Value, Unit = notice.Length.Unit.Name() },
            notice.Runs, notice.EndsAt, notice.ClosedAt, ClosingReason = folder.Say(notice.ClosingReason), notice.EvidenceHash,
            Objections = objections.Select(o => new
            {
                o.ReceivedAt, o.DueAt, State = o.State.Name(), Reason = inside ? folder.Say(o.Reason) : null,
                Decision = o.Decision is { } d ? new { PersonName = inside ? d.PersonName : null, Reason = folder.Say(d.Reason), d.At } : null,
            }),
        });
        folder.Line("notice", notice.PublishedAt, "发布公示", "Notice published", $"{notice.Number}　拟交易价格 {DossierWords.Money(notice.Subject.Terms.Price)}", path);
        folder.Line(
            "notice", notice.PreparedAt, "关联关系声明", "Related-party statement",
            notice.Contents.RelatedParty ? notice.Contents.RelatedPartyStatement : "卖方声明受让方不是完成人或利害关系人。The transferee is declared to be neither an inventor nor an interested party.", path);
        foreach (var objection in objections)
        {
            folder.Line("notice", objection.ReceivedAt, "收到异议", "Objection received", "异议人身份依法保密 (sealed)", path);
            if (objection.Decision is { } decision)
                folder.Line("notice", decision.At, $"异议处理：{DossierWords.Objection(objection.State).Zh}", $"Objection decided: {DossierWords.Objection(objection.State).En}", decision.Reason, path);
        }
        if (notice.ClosedAt is not { } closed) return;
        var sealedPath = AddEvidence(folder, notice, inside && !objections.SelectMany(TellingTexts).Any());
        folder.Line(
            "notice", closed, notice.State == NoticeState.Passed ? "公示期满，无未决异议" : "公示终止", notice.State == NoticeState.Passed ? "Notice passed, no objection open" : "Notice ended",
            notice.EvidenceHash is { } hash ? $"留痕 SHA-256 {hash}" : notice.ClosingReason, sealedPath ?? path);
    }

    /// <summary>The record as it was sealed, to the byte: its SHA-256 is the one the public page shows.</summary>
    private static string? AddEvidence(PaperFolder folder, PriceNotice notice, bool shown)
    {
        if (!shown || notice.Evidence is null) return null;
        var path = $"3-notice/{notice.Number}-evidence.json";
        folder.Add(Paper.Text(path, $"公示留痕 {notice.Number}（SHA-256 与公示页一致）", Dossier.Trading, notice.Evidence));
        return path;
    }

    /// <summary>Some objectors write their name into their reason, or the decider into the answer.</summary>
    private IEnumerable<string> TellingTexts(Objection objection)
    {
        var (name, contact) = vault.Open(objection.Id.Value, objection.SealedContact);
        return new[] { objection.Reason, objection.Decision?.Reason ?? "" }.Where(text => text.Contains(name, StringComparison.Ordinal) || text.Contains(contact, StringComparison.Ordinal));
    }
}
