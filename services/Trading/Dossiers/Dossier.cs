using TechMarket.Messages;
using TechMarket.Platform.Files;
using TechMarket.Platform.Ids;
using TechMarket.Platform.Security;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.Dossiers;

readonly record struct DossierId(Guid Value) : ITypedId<DossierId>
{
    public static DossierId From(Guid value) => new(value);

    public static bool TryParse(string? text, out DossierId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new DossierId(value);
        return known;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>For whom it is made: each reader gets what it may see of the deal elsewhere, and no more.</summary>
enum DossierView
{
    Seller,
    Buyer,
    Bureau,
}

enum DossierState
{
    /// <summary>Services that keep papers of the deal have been asked for them.</summary>
    Collecting,
    Ready,

    /// <summary>Somebody did not answer in time; make another one.</summary>
    Abandoned,
}

/// <summary>What one of the services gave.</summary>
sealed record GivenPart(string Source, DossierPart Part);

/// <summary>
/// One making of a deal's evidence dossier (勤勉尽责档案). Its papers lie with several services; each gives its own, and the archive is
/// made when the last of them is here. A part is of the deal, not of one making: two people who ask at once get one answer.
/// </summary>
sealed class Dossier
{
    public const string Listings = "listings", Contracts = "contracts", Trading = "trading";

    /// <summary>Kept as long as the contract it shows (DOMAIN C-1).</summary>
    public const string Retention = "permanent";

    /// <summary>Services answer in seconds; after this long one of them is down.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string[] Sources = [Listings, Contracts];

    private Dossier()
    {
    }

    public DossierId Id { get; private set; }
    public DealId DealId { get; private set; }
    public string DealNumber { get; private set; } = "";
    public DossierView View { get; private set; }
    public DossierState State { get; private set; }
    public Guid PersonId { get; private set; }
    public string PersonName { get; private set; } = "";
    public Guid OrganisationId { get; private set; }
    public string OrganisationName { get; private set; } = "";
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>What has been given so far; gone once the archive is made.</summary>
    public IReadOnlyList<GivenPart> Parts { get; private set; } = [];

    /// <summary>Who had not answered when it was abandoned.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    public DateTimeOffset? MadeAt { get; private set; }

    /// <summary>SHA-256 of the manifest: names this very archive.</summary>
    public string? Fingerprint { get; private set; }

    /// <summary>SHA-256 over the papers alone: equal when the deal stood the same.</summary>
    public string? ContentHash { get; private set; }

    public FileRef? File { get; private set; }

    /// <summary>Who still has to answer.</summary>
    public IReadOnlyList<string> WaitingFor => State == DossierState.Collecting ? [.. Sources.Except(Parts.Select(p => p.Source), StringComparer.Ordinal)] : Missing;

    public static Dossier Open(DossierId id, Deal deal, DossierView view, Caller caller, DateTimeOffset now) => new()
    {
        Id = id, DealId = deal.Id, DealNumber = deal.Number, View = view, State = DossierState.Collecting, PersonId = caller.PersonId, PersonName = caller.PersonName,
        OrganisationId = caller.OrganisationId, OrganisationName = caller.OrganisationName, OpenedAt = now,
    };

    /// <summary>A service gave its papers; while it waits for others, a newer part takes the place of an older one.</summary>
    /// <returns>True when everything is here.</returns>
    public bool Take(string source, DossierPart part)
    {
        if (State != DossierState.Collecting) return false;
        Parts = [.. Parts.Where(p => p.Source != source), new GivenPart(source, part)];
        return WaitingFor.Count == 0;
    }

    public void Complete(FileRef file, string fingerprint, string contentHash, DateTimeOffset now) =>
        (State, File, Fingerprint, ContentHash, MadeAt, Parts) = (DossierState.Ready, file, fingerprint, contentHash, now, []);

    /// <summary>The time to answer is over.</summary>
    /// <returns>False when it was made meanwhile.</returns>
    public bool Abandon()
    {
        if (State != DossierState.Collecting) return false;
        (Missing, State, Parts) = (WaitingFor, DossierState.Abandoned, []);
        return true;
    }
}
