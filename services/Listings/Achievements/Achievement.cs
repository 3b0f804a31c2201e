using System.Text.Json;
using TechMarket.Platform.Ids;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Security;

namespace TechMarket.Listings.Achievements;

readonly record struct AchievementId(Guid Value) : ITypedId<AchievementId>
{
    public static AchievementId From(Guid value) => new(value);

    public static bool TryParse(string? text, out AchievementId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new AchievementId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>The states of DOMAIN 7. Draft and the two reviews come before the first publication.</summary>
enum AchievementState
{
    Draft,
    UnitReview,
    PlatformReview,
    Published,
    Reserved,
    Suspended,
    Archived,
    Contracted,
    Transferred,
    Licensed,
}

/// <summary>Where a text that is not yet public stands: with its author or with a review.</summary>
enum EditState
{
    Draft,
    UnitReview,
    PlatformReview,
}

/// <summary>Who shows the achievement. Not stated: the owner is unknown and the data source stands as the poster.</summary>
sealed record Holder(Guid OrganisationId, string Name, string Kind, bool IsPublicInstitution, bool Stated)
{
    public static Holder Of(Caller caller) => new(caller.OrganisationId, caller.OrganisationName, caller.OrganisationKind, caller.PublicInstitution, Stated: true);

    /// <summary>Universities and institutes review in the unit first (转化法 19).</summary>
    public bool ReviewsItself => Kind is OrganisationKinds.University or OrganisationKinds.Institute;
}

/// <summary>Why a review sent it back.</summary>
sealed record ReturnNote(EditState From, string ReasonCode, string Reason, DateTimeOffset At);

/// <summary>
/// A technology-transfer offer of one holder: the text its people edit, the text that is public, and where it stands on the market.
/// An edit of a public one is a new version that is reviewed again while the old text stays.
/// </summary>
sealed class Achievement
{
    private Achievement()
    {
    }

    public required AchievementId Id { get; init; }
    public required Holder Holder { get; set; }

    /// <summary>Equal to <see cref="Holder"/>'s, for queries.</summary>
    public Guid OwnerId { get; private set; }
    public string? Number { get; private set; }
    public string? Source { get; private set; }
    public string? ExternalId { get; private set; }
    public Provenance? Provenance { get; private set; }
    public AchievementState State { get; private set; }

    /// <summary>Where the next version of a published achievement stands; null when there is none.</summary>
    public EditState? Revision { get; private set; }
    public AchievementForm.Content Draft { get; private set; } = new();
    public AchievementForm.Content? Public { get; private set; }

    /// <summary>The draft's title, for queries.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Grows with every change others hear of.</summary>
    public long Version { get; private set; }
    public Guid? SubmittedBy { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public ReturnNote? Returned { get; private set; }

    /// <summary>Why it is suspended or archived.</summary>
    public string? StateReason { get; private set; }

    /// <summary>The numbers of the deals that decide its state or, while it stays public, of the non-exclusive ones.</summary>
    public string? DealNote { get; private set; }
    public bool HasConfidentialDetail { get; private set; }
    public required Guid CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Where the text being edited stands; null when a published achievement has no next version.</summary>
    public EditState? Editing => State switch
    {
        AchievementState.Draft => EditState.Draft,
        AchievementState.UnitReview => EditState.UnitReview,
        AchievementState.PlatformReview => EditState.PlatformReview,
        _ => Revision,
    };

    public bool WasPublished => Number is not null;

    public static Achievement Start(AchievementId id, Caller author, AchievementForm.Content content, DateTimeOffset now)
    {
        var achievement = new Achievement { Id = id, Holder = Holder.Of(author), CreatedBy = author.PersonId, CreatedAt = now };
        achievement.OwnerId = achievement.Holder.OrganisationId;
        achievement.Write(content with { AsStated = null }, now);
        return achievement;
    }

    /// <summary>Keeps the author's text. A published one opens its next version; what is in review or bound by a deal cannot be edited.</summary>
    public void Save(AchievementForm.Content content, DateTimeOffset now)
    {
        if (Editing is null && State is AchievementState.Published or AchievementState.Suspended) Revision = EditState.Draft;
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

    /// <summary>Hands the text to the first review once it is complete.</summary>
    public EditState Submit(Guid person, DateTimeOffset now)
    {
        if (Editing != EditState.Draft) throw Problems.NotInState.With(("state", State), ("revision", Revision));
        if (Completeness.MissingIn(Draft) is { Count: > 0 } missing) throw Problems.Incomplete.With(("fields", missing));
        var next = Holder.ReviewsItself ? EditState.UnitReview : EditState.PlatformReview;
        Move(next, now);
        SubmittedBy = person;
        SubmittedAt = now;
        Returned = null;
        return next;
    }

    /// <summary>The unit stands for the rights and the secrecy review (转化法 19, 42); nobody approves what they submitted.</summary>
    public void Approve(Guid person, bool holderConfirmed, bool secrecyCleared, DateTimeOffset now)
    {
        if (Editing != EditState.UnitReview) throw Problems.NotInState.With(("state", State), ("revision", Revision));
        if (person == SubmittedBy) throw Problems.OwnSubmission.Now();
        if (!holderConfirmed) throw Problems.HolderNotConfirmed.Now();
        if (!secrecyCleared || !Draft.Secrecy.IsClear()) throw Problems.SecrecyNotCleared.Now();
        Move(EditState.PlatformReview, now);
    }

    /// <summary>A review sends the text back to its author.</summary>
    public void Return(EditState from, string reasonCode, string reason, DateTimeOffset now)
    {
        if (from == EditState.Draft || Editing != from) throw Problems.NotInState.With(("state", State), ("revision", Revision));
        Returned = new ReturnNote(from, reasonCode, reason, now);
        Move(EditState.Draft, now);
    }

    /// <summary>Refuses unless the bureau may publish what is before it.</summary>
    public void RequirePublishable()
    {
        if (Editing != EditState.PlatformReview) throw Problems.NotInState.With(("state", State), ("revision", Revision));
        if (WasPublished && State is not (AchievementState.Published or AchievementState.Suspended)) throw Problems.NotInState.With(("state", State), ("revision", Revision));
        if (!Draft.Secrecy.IsClear()) throw Problems.SecrecyNotCleared.Now();
    }

    /// <summary>The reviewed text is public from now on. The number is given once and stays.</summary>
    public void Publish(string number, bool hasConfidentialDetail, DateTimeOffset now)
    {
        RequirePublishable();
        if (State == AchievementState.PlatformReview) State = AchievementState.Published;
        Revision = null;
        MakePublic(number, hasConfidentialDetail, now);
    }

    /// <summary>The owner, or a lapsed right, takes it off the market for a while.</summary>
    public void Suspend(string reason, DateTimeOffset now) => MoveMarket(AchievementState.Suspended, reason, now, AchievementState.Published);

    /// <summary>Back on the market, into what its running deals allow.</summary>
    public void Resume(AchievementState target, DateTimeOffset now) => MoveMarket(target, null, now, AchievementState.Suspended);

    /// <summary>Off the market for good; the page stays with its number.</summary>
    public void Withdraw(string reason, DateTimeOffset now)
    {
        MoveMarket(AchievementState.Archived, reason, now, AchievementState.Published);
        Revision = null;
    }

    /// <summary>
    /// Follows what was heard of negotiations, deals and registrations. What was concluded counts in every public state; a mere
    /// reservation does not bring back what its owner has taken off the market.
    /// </summary>
    /// <returns>False when nothing changed.</returns>
    public bool Follow(AchievementState target, string? note, DateTimeOffset now)
    {
        if (!WasPublished) return false;
        var stays = target is AchievementState.Published or AchievementState.Reserved && State is AchievementState.Suspended or AchievementState.Archived;
        var next = stays ? State : target;
        if (next == State && note == DealNote) return false;
        if (next != State) StateReason = null;
        State = next;
        DealNote = note;
        Changed(now);
        return true;
    }

    /// <summary>A data source's row: its word stands for both reviews. Taking the same row again changes nothing.</summary>
    /// <returns>False when the public text is this very one.</returns>
    public bool TakeRow(Holder holder, Provenance provenance, AchievementForm.Content content, string number, DateTimeOffset now)
    {
        if (WasPublished && holder == Holder && provenance == Provenance && SameText(content, Public!)) return false;
        if (WasPublished && State is not (AchievementState.Published or AchievementState.Suspended)) throw Problems.NotEditable.With(("state", State));
        Holder = holder;
        Provenance = provenance;
        Write(content, now);
        if (!WasPublished) State = AchievementState.Published;
        Revision = null;
        MakePublic(number, HasConfidentialDetail, now);
        return true;
    }

    /// <summary>A holder's own row is its draft, to be submitted like any other.</summary>
    /// <returns>False when the draft holds this very text.</returns>
    public bool TakeOwnRow(AchievementForm.Content content, DateTimeOffset now)
    {
        if (SameText(content, Draft)) return false;
        var kept = content with { Secrecy = Draft.Secrecy, Completers = content.Completers.Count > 0 ? content.Completers : Draft.Completers };
        if (SameText(kept, Draft)) return false;
        Save(kept, now);
        Draft = Draft with { AsStated = content.AsStated };
        return true;
    }

    /// <summary>A file is gone. What is bound by a deal keeps its files; the public page changes at once when the file was on it.</summary>
    public void FileRemoved(bool wasPublic, DateTimeOffset now)
    {
        if (State is not (AchievementState.Draft or AchievementState.Published or AchievementState.Suspended) || Revision is EditState.UnitReview or EditState.PlatformReview)
            throw Problems.NotEditable.With(("state", State), ("revision", Revision));
        if (wasPublic) Changed(now);
        else ChangedAt = now;
    }

    /// <summary>Names the row it was imported from.</summary>
    public void CameFrom(string source, string externalId) => (Source, ExternalId) = (source, externalId);

    private static bool SameText(AchievementForm.Content a, AchievementForm.Content b) =>
        JsonSerializer.Serialize(a, Platform.Data.Json.Options) == JsonSerializer.Serialize(b, Platform.Data.Json.Options);

    private void MakePublic(string number, bool hasConfidentialDetail, DateTimeOffset now)
    {
        Number ??= number;
        PublishedAt ??= now;
        Public = Draft;
        HasConfidentialDetail = hasConfidentialDetail;
        Changed(now);
    }

    private void Move(EditState to, DateTimeOffset now)
    {
        if (WasPublished) Revision = to;
        else State = to switch
        {
            EditState.Draft => AchievementState.Draft,
            EditState.UnitReview => AchievementState.UnitReview,
            _ => AchievementState.PlatformReview,
        };
        Changed(now);
    }

    private void MoveMarket(AchievementState to, string? reason, DateTimeOffset now, AchievementState from)
    {
        if (State != from) throw Problems.NotInState.With(("state", State), ("revision", Revision));
        State = to;
        StateReason = reason;
        Changed(now);
    }

    private void Write(AchievementForm.Content content, DateTimeOffset now)
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
