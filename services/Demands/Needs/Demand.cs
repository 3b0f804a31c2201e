using System.Text.Json;
using TechMarket.Platform.Data;
using TechMarket.Platform.Ids;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Demands.Needs;

readonly record struct DemandId(Guid Value) : ITypedId<DemandId>
{
    public static DemandId From(Guid value) => new(value);

    public static bool TryParse(string? text, out DemandId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new DemandId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>The states of DOMAIN 7. Draft and review come before the first publication.</summary>
enum DemandState
{
    Draft,
    Review,
    Open,
    Matching,
    Negotiating,
    Contracted,
    Solved,
    Expired,
    Withdrawn,
}

/// <summary>Where a text that is not yet public stands: with its author or with the bureau.</summary>
enum EditState
{
    Draft,
    Review,
}

/// <summary>Whose need it is. Not stated: the enterprise is unknown and the data source stands as the poster.</summary>
sealed record Poster(Guid OrganisationId, string Name, string Kind, bool Stated)
{
    public static Poster Of(Caller caller) => new(caller.OrganisationId, caller.OrganisationName, caller.OrganisationKind, Stated: true);
}

/// <summary>Why the review sent it back.</summary>
sealed record ReturnNote(string ReasonCode, string Reason, DateTimeOffset At);

/// <summary>An achievement the enterprise wants to look at more closely.</summary>
sealed record ShortlistEntry(Guid AchievementId, string Number, string Title, DateTimeOffset AddedAt);

/// <summary>
/// A technical need of an enterprise: the text its people edit, the text that is shown, and how far its solution is. An edit of an
/// open one is a new version that is reviewed again while the old text stays.
/// </summary>
sealed class Demand
{
    public const int LongestShortlist = 50;

    private Demand()
    {
    }

    public required DemandId Id { get; init; }
    public required Poster Poster { get; set; }

    /// <summary>Equal to <see cref="Poster"/>'s, for queries.</summary>
    public Guid OwnerId { get; private set; }
    public string? Number { get; private set; }
    public string? Source { get; private set; }
    public string? ExternalId { get; private set; }
    public Provenance? Provenance { get; private set; }
    public DemandState State { get; private set; }

    /// <summary>Where the next version of an open need stands; null when there is none.</summary>
    public EditState? Revision { get; private set; }
    public DemandForm.Content Draft { get; private set; } = new();
    public DemandForm.Content? Public { get; private set; }

    /// <summary>The draft's title, for queries.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Grows with every change others hear of.</summary>
    public long Version { get; private set; }
    public Guid? SubmittedBy { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public ReturnNote? Returned { get; private set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? StateReason { get; private set; }
    public IReadOnlyList<ShortlistEntry> Shortlist { get; private set; } = [];
    public required Guid CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Where the text being edited stands; null when an open need has no next version.</summary>
    public EditState? Editing => State switch
    {
        DemandState.Draft => EditState.Draft,
        DemandState.Review => EditState.Review,
        _ => Revision,
    };

    public bool WasPublished => Number is not null;

    /// <summary>
    /// True when it ends by itself on its last day. An imported one whose day had passed before it came stays open: the day is shown,
    /// and who reads it decides.
    /// </summary>
    public bool Expires { get; private set; }

    public static Demand Start(DemandId id, Caller author, DemandForm.Content content, DateTimeOffset now)
    {
        var demand = new Demand { Id = id, Poster = Poster.Of(author), CreatedBy = author.PersonId, CreatedAt = now };
        demand.OwnerId = demand.Poster.OrganisationId;
        demand.Write(content with { AsStated = null }, now);
        return demand;
    }

    /// <summary>Keeps the author's text. An open one opens its next version; what is in review or under way cannot be edited.</summary>
    public void Save(DemandForm.Content content, DateTimeOffset now)
    {
        if (Editing is null && State is DemandState.Open or DemandState.Matching) Revision = EditState.Draft;
        if (Editing != EditState.Draft) throw Problems.NotEditable.With(("state", State), ("revision", Revision));
        Write(content with { AsStated = Draft.AsStated }, now);
    }

    /// <summary>A draft or next version is given up.</summary>
    /// <returns>True when nothing is left of it: it was never public.</returns>
    public bool Discard(DateTimeOffset now)
    {
        if (Editing != EditState.Draft) throw Problems.NotEditable.With(("state", State), ("revision", Revision));
        if (!WasPublished) return true;
        Revision = null;
        Returned = null;
        Write(Public!, now);
        return false;
    }

    /// <summary>Hands the text to the bureau once it is complete.</summary>
    public void Submit(Guid person, DateTimeOffset now)
    {
        if (Editing != EditState.Draft) throw NotNow();
        if (Completeness.MissingIn(Draft, ChinaTime.DayOf(now)) is { Count: > 0 } missing) throw Problems.Incomplete.With(("fields", missing));
        Move(EditState.Review, now);
        SubmittedBy = person;
        SubmittedAt = now;
        Returned = null;
    }

    /// <summary>The bureau sends the text back to its author.</summary>
    public void Return(string reasonCode, string reason, DateTimeOffset now)
    {
        if (Editing != EditState.Review) throw NotNow();
        Returned = new ReturnNote(reasonCode, reason, now);
        Move(EditState.Draft, now);
    }

    /// <summary>Refuses unless the bureau may publish what is before it.</summary>
    public void RequirePublishable()
    {
        if (Editing != EditState.Review) throw NotNow();
        if (WasPublished && State is not (DemandState.Open or DemandState.Matching)) throw NotNow();
    }

    /// <summary>The reviewed text is shown from now on. The number is given once and stays.</summary>
    public void Publish(string number, DateTimeOffset now)
    {
        RequirePublishable();
        if (State == DemandState.Review) State = DemandState.Open;
        Revision = null;
        Expires = true;
        MakePublic(number, now);
    }

    /// <summary>Puts an achievement on the list of those worth a closer look; the first one moves an open need to matching.</summary>
    /// <returns>False when it is there already.</returns>
    public bool AddToShortlist(ShortlistEntry entry)
    {
        if (State is not (DemandState.Open or DemandState.Matching or DemandState.Negotiating)) throw NotNow();
        if (Shortlist.Any(e => e.AchievementId == entry.AchievementId)) return false;
        if (Shortlist.Count >= LongestShortlist) throw Problems.ShortlistFull.With(("maximum", LongestShortlist));
        Shortlist = [.. Shortlist, entry];
        if (State == DemandState.Open) State = DemandState.Matching;
        Changed(entry.AddedAt);
        return true;
    }

    /// <summary>Takes an achievement off the list; the state stays, somebody has begun to look.</summary>
    public void RemoveFromShortlist(Guid achievementId, DateTimeOffset now)
    {
        if (State is not (DemandState.Matching or DemandState.Negotiating)) throw NotNow();
        Shortlist = [.. Shortlist.Where(e => e.AchievementId != achievementId)];
        ChangedAt = now;
    }

    /// <summary>Nobody's offer came to a talk before its last day was over.</summary>
    /// <returns>False when it has moved on, or its day was moved.</returns>
    public bool Expire(DateTimeOffset now)
    {
        if (!Expires || State is not (DemandState.Open or DemandState.Matching) || Public!.ValidUntil is not { } day || now < ChinaTime.EndOf(day)) return false;
        State = DemandState.Expired;
        Revision = null;
        Changed(now);
        return true;
    }

    /// <summary>An expired one is open again until another day.</summary>
    public void Renew(DateOnly validUntil, DateTimeOffset now)
    {
        if (State != DemandState.Expired) throw NotNow();
        if (validUntil < ChinaTime.DayOf(now)) throw Problems.DayPassed.With(("validUntil", validUntil));
        State = DemandState.Open;
        Public = Public! with { ValidUntil = validUntil };
        Write(Public, now);
        Changed(now);
    }

    /// <summary>The enterprise takes it back, also out of a review or a talk; a contract cannot be taken back here.</summary>
    public void Withdraw(string reason, DateTimeOffset now)
    {
        if (State is DemandState.Draft or DemandState.Contracted or DemandState.Solved or DemandState.Withdrawn) throw NotNow();
        State = DemandState.Withdrawn;
        StateReason = reason;
        Revision = null;
        Changed(now);
    }

    /// <summary>The enterprise accepts what the contract brought.</summary>
    public void Solve(DateTimeOffset now)
    {
        if (State != DemandState.Contracted) throw NotNow();
        State = DemandState.Solved;
        Changed(now);
    }

    /// <summary>Follows what was heard of negotiations and contracts: OPEN when nothing runs, NEGOTIATING, or CONTRACTED.</summary>
    /// <returns>False when nothing changed.</returns>
    public bool Follow(DemandState target, DateTimeOffset now)
    {
        var next = (State, target) switch
        {
            (DemandState.Solved or DemandState.Contracted, _) => State,
            (_, DemandState.Contracted) => DemandState.Contracted,
            (DemandState.Open or DemandState.Matching, DemandState.Negotiating) => DemandState.Negotiating,
            (DemandState.Negotiating, DemandState.Open) => DemandState.Open,
            _ => State,
        };
        if (!WasPublished || next == State) return false;
        State = next;
        Changed(now);
        return true;
    }

    /// <summary>A data source's row: its word stands for the review. Taking the same row again changes nothing.</summary>
    /// <returns>False when the public text is this very one.</returns>
    public bool TakeRow(Poster poster, Provenance provenance, DemandForm.Content content, string number, DateTimeOffset now)
    {
        if (WasPublished && poster == Poster && provenance == Provenance && SameText(content, Public!)) return false;
        if (WasPublished && State is not (DemandState.Open or DemandState.Matching or DemandState.Expired)) throw Problems.NotEditable.With(("state", State));
        Poster = poster;
        Provenance = provenance;
        Write(content, now);
        Expires = content.ValidUntil is { } day && ChinaTime.EndOf(day) > now;
        if (!WasPublished || (State == DemandState.Expired && Expires)) State = DemandState.Open;
        Revision = null;
        MakePublic(number, now);
        return true;
    }

    /// <summary>An enterprise's own row is its draft, to be submitted like any other.</summary>
    /// <returns>False when the draft holds this very text.</returns>
    public bool TakeOwnRow(DemandForm.Content content, DateTimeOffset now)
    {
        var kept = content with { Visibility = Draft.Visibility };
        if (SameText(kept, Draft)) return false;
        Save(kept, now);
        Draft = Draft with { AsStated = content.AsStated };
        return true;
    }

    /// <summary>Names the row it was imported from.</summary>
    public void CameFrom(string source, string externalId) => (Source, ExternalId) = (source, externalId);

    /// <summary>Everyone, or verified universities and institutes; the enterprise itself and the bureau always.</summary>
    public bool MayBeSeenBy(Caller? caller) => WasPublished
        && (Public!.Visibility == DemandForm.Audience.Public
            || (caller is not null
                && (caller.Organisation == OwnerId || caller.OrganisationKind == OrganisationKinds.Bureau
                    || caller is { Verified: true, OrganisationKind: OrganisationKinds.University or OrganisationKinds.Institute })));

    private static bool SameText(DemandForm.Content a, DemandForm.Content b) => JsonSerializer.Serialize(a, Json.Options) == JsonSerializer.Serialize(b, Json.Options);

    private Platform.Problems.ProblemException NotNow() => Problems.NotInState.With(("state", State), ("revision", Revision));

    private void MakePublic(string number, DateTimeOffset now)
    {
        Number ??= number;
        PublishedAt ??= now;
        Public = Draft;
        Changed(now);
    }

    private void Move(EditState to, DateTimeOffset now)
    {
        if (WasPublished) Revision = to;
        else State = to == EditState.Draft ? DemandState.Draft : DemandState.Review;
        Changed(now);
    }

    private void Write(DemandForm.Content content, DateTimeOffset now)
    {
        Draft = content;
        Title = content.Title;
        ChangedAt = now;
    }

    private void Changed(DateTimeOffset now)
    {
        Version++;
        ChangedAt = now;
    }
}
