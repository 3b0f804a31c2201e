using TechMarket.Matching.Engine;
using TechMarket.Messages;

namespace TechMarket.Matching.Index;

/// <summary>
/// An achievement or a need as far as it was heard of. Text and status come in facts of their own, in any order; each carries the
/// version of the aggregate, and an older one changes nothing.
/// </summary>
sealed class Entry
{
    private static readonly string[] FindableStatuses = ["PUBLISHED", "RESERVED", "OPEN", "MATCHING", "NEGOTIATING"];

    public required Guid Id { get; init; }
    public required DocumentKind Kind { get; init; }
    public Listed? Document { get; private set; }
    public long DocumentVersion { get; private set; }
    public string Status { get; private set; } = "";
    public long StatusVersion { get; private set; }

    /// <summary>Grows over all entries: what an index that has seen change n has to read is everything after n.</summary>
    public long Change { get; private set; }

    /// <summary>The public text is known and the status lets it be found.</summary>
    public bool Findable => Document is not null && FindableStatuses.Contains(Status);

    /// <returns>False if this version, or a newer one, was already heard.</returns>
    public bool Hear(Listed document, string status, long version)
    {
        var news = false;
        if (version > DocumentVersion)
        {
            (Document, DocumentVersion) = (document, version);
            news = true;
        }
        return Hear(status, version) || news;
    }

    /// <inheritdoc cref="Hear(Listed, string, long)"/>
    public bool Hear(string status, long version)
    {
        if (version <= StatusVersion) return false;
        (Status, StatusVersion) = (status, version);
        return true;
    }

    public void Changed(long change) => Change = change;

    /// <summary>The document the index holds; its version is the change number, so that the newest always wins.</summary>
    public SearchDocument ToIndex() => Document!.Text with { Id = Id, Kind = Kind, Version = Change };
}

/// <summary>What is shown and searched of an entry.</summary>
/// <param name="Text">The searchable part.</param>
/// <param name="Amount">The price or the budget as stated; the searchable part holds yuan alone, other currencies are not compared.</param>
/// <param name="OwnerStated">False: the owner is unknown, the data source is shown as the poster.</param>
/// <param name="OwnerKind">Of an achievement's owner.</param>
sealed record Listed(
    SearchDocument Text, Money? Amount, string? Source, bool OwnerStated, string? OwnerKind = null, string? DemandType = null, DateOnly? ValidUntil = null);
