using TechMarket.Messages;

namespace TechMarket.Trading.Dossiers;

/// <param name="BuyersParties">The buyer's own registrations in the sale.</param>
sealed record TrailReaders(Guid SellerId, Guid BuyerId, IReadOnlySet<Guid> BuyersParties, IReadOnlySet<Guid> Bureaus);

/// <summary>A record of the audit trail as a reader may see it.</summary>
/// <param name="Withheld">Person and reason are left out, so its hash cannot be recomputed from what is here.</param>
sealed record TrailEntry(
    string Source, long Sequence, DateTimeOffset At, string SubjectKind, Guid SubjectId, string Action, string? From, string? To, string? Reason, Guid? PersonId,
    string? PersonName, Guid? OrganisationId, string? OrganisationName, string Retention, string DataHash, string PreviousHash, string Hash, bool Withheld);

/// <summary>
/// What a reader sees of who did what when. The seller and the bureau see all of it. The buyer sees what both sides did together; of the
/// seller's own house that something was decided and by which body, and nothing of other interested parties. Pure.
/// </summary>
static class TrailView
{
    /// <summary>What both parties of a deal see of each other anyway.</summary>
    private static readonly string[] Shared = ["negotiation", "deal", "auction", "contract", "registration"];

    public static IReadOnlyList<TrailEntry> For(
        DossierView view, IEnumerable<(string Source, DossierEvent Event)> trail, TrailReaders readers, IReadOnlySet<string> sealedTexts) =>
    [
        .. trail.Where(t => view != DossierView.Buyer || BuyerSees(t.Event, readers)).OrderBy(t => t.Event.At).ThenBy(t => t.Source, StringComparer.Ordinal)
            .ThenBy(t => t.Event.Sequence).Select(t => Of(t.Source, t.Event, (view == DossierView.Buyer && OfTheOtherHouse(t.Event, readers)) || (t.Event.Reason is { } reason && sealedTexts.Contains(reason)))),
    ];

    private static bool OfTheOtherHouse(DossierEvent e, TrailReaders readers) =>
        !Shared.Contains(e.SubjectKind) && e.OrganisationId != readers.BuyerId && e.PersonId is not null;

    private static bool BuyerSees(DossierEvent e, TrailReaders readers) =>
        Shared.Contains(e.SubjectKind)
        || (e.SubjectKind is "sale-party"
            ? readers.BuyersParties.Contains(e.SubjectId)
            : e.SubjectKind is not "appraisal" && (e.OrganisationId is not { } by || by == readers.SellerId || by == readers.BuyerId || readers.Bureaus.Contains(by)));

    private static TrailEntry Of(string source, DossierEvent e, bool withheld) => new(
        source, e.Sequence, e.At, e.SubjectKind, e.SubjectId, e.Action, e.From, e.To, withheld ? null : e.Reason, withheld ? null : e.PersonId,
        withheld ? null : e.PersonName, e.OrganisationId, e.OrganisationName, e.Retention, e.DataHash, e.PreviousHash, e.Hash, withheld);
}
