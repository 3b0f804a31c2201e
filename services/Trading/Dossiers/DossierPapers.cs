using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Audit;
using TechMarket.Platform.Security;
using TechMarket.Trading.Deals;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading.Dossiers;

/// <summary>All papers of a deal, as one reader may see them: what the other services gave, what is kept here, the table of contents and the verifier page.</summary>
sealed class DossierPapers(TradingDb db, SalePapers sales, NoticePapers notices)
{
    public const string IndexPath = "index.html", VerifierPath = "verify.html", TrailPath = "7-audit-trail/audit-trail.json";

    private static readonly Lazy<string> Verifier = new(() =>
    {
        using var page = typeof(DossierPapers).Assembly.GetManifestResourceStream("verify-dossier.html")!;
        using var reader = new StreamReader(page);
        return reader.ReadToEnd();
    });

    public async Task<IReadOnlyList<Paper>> Of(Deal deal, Dossier dossier, CancellationToken ct)
    {
        var folder = new PaperFolder(dossier.View);
        foreach (var given in dossier.Parts.OrderBy(p => p.Source, StringComparer.Ordinal)) folder.Take(given.Source, given.Part);
        var talks = await db.Negotiations.AsNoTracking().Include(n => n.Offers).SingleOrDefaultAsync(n => n.Id == deal.NegotiationId, ct);
        var sale = await db.Sales.AsNoTracking().Include(s => s.Parties).SingleOrDefaultAsync(s => s.Id == deal.SaleId, ct);
        var uptake = await db.Uptakes.AsNoTracking().SingleOrDefaultAsync(u => u.Id == deal.UptakeId, ct);
        if (talks is not null) TalksPapers.Add(folder, talks);
        if (uptake is not null) UptakePapers.Add(folder, uptake);
        if (sale is not null) await sales.Add(folder, sale, deal, ct);
        var announced = await notices.Add(folder, deal, ct);
        var stops = await DealPapers.Add(folder, deal, talks, sale, uptake, announced, db, ct);
        if (talks is not null) folder.Happened(Dossier.Trading, await db.TrailOf("negotiation", [talks.Id.Value], ct));
        if (uptake is not null) folder.Happened(Dossier.Trading, await db.TrailOf("uptake", [uptake.Id.Value], ct));
        folder.Happened(Dossier.Trading, await db.TrailOf("deal", [deal.Id.Value], ct));

        var trail = TrailView.For(dossier.View, folder.Trail, await Readers(deal, sale, ct), folder.SealedTexts);
        folder.Json(TrailPath, "审批与操作记录（审计链）", new { Entries = trail });
        folder.Add(Paper.Text(VerifierPath, "离线核验页", Dossier.Trading, Verifier.Value));
        folder.Add(Paper.Text(IndexPath, "档案目录", Dossier.Trading, DossierIndex.Render(deal, dossier.View, stops, folder.Lines, trail, folder.Papers)));
        return folder.Papers;
    }

    /// <summary>Who is who for somebody who may not see everybody.</summary>
    private async Task<TrailReaders> Readers(Deal deal, Sale? sale, CancellationToken ct)
    {
        var bureaus = await db.KnownOrganisations.AsNoTracking().Where(o => o.Kind == OrganisationKinds.Bureau).Select(o => o.Id).ToListAsync(ct);
        var own = sale?.Parties.Where(p => p.OrganisationId == deal.BuyerId).Select(p => p.Id.Value) ?? [];
        return new TrailReaders(deal.SellerId, deal.BuyerId, own.ToHashSet(), bureaus.ToHashSet());
    }
}

/// <summary>The talks: non-disclosure duty, offers and agreement. What was offered on the way stays between the parties.</summary>
static class TalksPapers
{
    public static void Add(PaperFolder folder, Negotiation talks)
    {
        var path = folder.Json("2-pricing/negotiation.json", "洽谈记录", new
        {
            talks.Number, State = GetNegotiation.Code(talks.State), talks.SellerName, talks.BuyerName, talks.OpenedAt,
            NonDisclosure = talks.Nda is { } nda ? new { nda.Hash, nda.Name, nda.At } : null,
            Offers = folder.View == DossierView.Bureau
                ? null
                : talks.Offers.OrderBy(o => o.Round).Select(o => new
                {
                    o.Round, By = GetNegotiation.Code(o.By), o.PersonName, o.Terms, o.OfferedAt, o.ExpiresAt, State = GetNegotiation.Code(o.State), o.AnsweredAt, o.AnsweredBy,
                }),
            AgreedRound = talks.Agreed?.Round, talks.AgreedAt, talks.NoticeRequired,
        });
        folder.Line("pricing", talks.OpenedAt, "开始洽谈", "Negotiation opened", $"{talks.Number} {talks.BuyerName}", path);
        if (talks.Nda is { } duty) folder.Line("pricing", duty.At, "确认保密义务", "Non-disclosure duty confirmed", $"SHA-256 {duty.Hash}", path);
        if (talks.AgreedAt is { } at) folder.Line("pricing", at, "就价格与条款达成一致", "Price and terms agreed", DossierWords.Money(talks.Agreed!.Terms.Price), path);
    }
}
