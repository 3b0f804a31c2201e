using TechMarket.Messages;
using TechMarket.Platform.Files;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Identity.Organisations;

public enum OrganisationStatus
{
    /// <summary>Registered; verification has not been asked for.</summary>
    Registered,

    /// <summary>Waits for the bureau.</summary>
    Submitted,
    Verified,

    /// <summary>The bureau said no, with a reason; it may be corrected and submitted again.</summary>
    Refused,
}

/// <summary>What an organisation says of itself.</summary>
sealed record Particulars(
    string Name, string Kind, string? CreditCode, string? PartyNature, string AreaCode, bool PublicInstitution, string ContactName, string ContactPhone)
{
    private static readonly string[] WithoutCreditCode = [OrganisationKinds.IndividualBroker, OrganisationKinds.DataSource];

    /// <summary>The market's first bureau is founded by its settings, without a credit code.</summary>
    public Particulars Founding() => Areas.Nearest(AreaCode) is null ? throw Problems.UnknownArea.With(("areaCode", AreaCode)) : this;

    /// <summary>As they are kept; refuses what no organisation can be. A credit code whose check digit fails is let through: some genuine ones do (DOMAIN C-7).</summary>
    public Particulars Checked()
    {
        if (!OrganisationKinds.All.Contains(Kind, StringComparer.Ordinal)) throw Problems.UnknownKind.With(("kind", Kind));
        if (AreaCode.Length != 6 || Areas.Nearest(AreaCode) is null) throw Problems.UnknownArea.With(("areaCode", AreaCode));
        if (PartyNature is not null && !CodeLists.PartyNature.Allows(PartyNature)) throw Problems.UnknownPartyNature.With(("partyNature", PartyNature));
        var code = string.IsNullOrWhiteSpace(CreditCode) ? null : Rules.CreditCode.Normalise(CreditCode);
        if (Kind == OrganisationKinds.IndividualBroker) code = null;
        if (code is null && !WithoutCreditCode.Contains(Kind, StringComparer.Ordinal)) throw Problems.CreditCodeMissing.Now();
        if (PublicInstitution && Kind is not (OrganisationKinds.University or OrganisationKinds.Institute)) throw Problems.NotAPublicInstitution.Now();
        return this with
        {
            Name = Name.Trim(),
            CreditCode = code,
            PartyNature = PartyNature ?? PartyNatures.Suggest(Kind),
            ContactName = ContactName.Trim(),
            ContactPhone = ContactPhone.Trim(),
        };
    }
}

/// <summary>A verified organisation asks the bureau to change what was verified; until then everything stays as it is.</summary>
/// <param name="Refusal">Why the bureau said no; null while it waits.</param>
sealed record ChangeRequest(Particulars Wanted, string Reason, DateTimeOffset RequestedAt, string? Refusal = null);

/// <summary>Who trades in the market, or watches over it. The bureau verifies it before it may act.</summary>
sealed class Organisation
{
    public const int MostProofs = 5;

    public OrganisationId Id { get; private init; }
    public string Name { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public string? CreditCode { get; private set; }
    public string? PartyNature { get; private set; }
    public string AreaCode { get; private set; } = "";
    public bool PublicInstitution { get; private set; }
    public string ContactName { get; private set; } = "";
    public string ContactPhone { get; private set; } = "";

    /// <summary>The code under which a data source imports.</summary>
    public string? SourceCode { get; private set; }

    public OrganisationStatus Status { get; private set; }
    public IReadOnlyList<FileRef> Proofs { get; private set; } = [];
    public string? RefusalReason { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The change asked for last, until it was made or taken back.</summary>
    public ChangeRequest? Change { get; private set; }

    /// <summary>Since when a change waits for the bureau; null when none does.</summary>
    public DateTimeOffset? ChangeRequestedAt { get; private set; }

    public PersonId RegisteredBy { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Grows with every change; told to hearers and compared with what an editor saw.</summary>
    public long Version { get; private set; }

    public bool IsVerified => Status == OrganisationStatus.Verified;

    public static Organisation Register(OrganisationId id, Particulars particulars, PersonId by, DateTimeOffset now)
    {
        var organisation = new Organisation { Id = id, RegisteredBy = by, CreatedAt = now, Status = OrganisationStatus.Registered };
        organisation.Describe(particulars);
        organisation.Version = 1;
        return organisation;
    }

    public Particulars Particulars => new(Name, Kind, CreditCode, PartyNature, AreaCode, PublicInstitution, ContactName, ContactPhone);

    /// <summary>Corrects the particulars. What the bureau has verified stays; only the contact changes then.</summary>
    public void Edit(long seenVersion, Particulars particulars)
    {
        RequireVersion(seenVersion);
        if (Status == OrganisationStatus.Submitted) throw Problems.AlreadySubmitted.Now();
        if (IsVerified && particulars with { ContactName = ContactName, ContactPhone = ContactPhone } != Particulars) throw Problems.OrganisationVerified.Now();
        Describe(particulars);
        Version++;
    }

    /// <summary>Asks for other verified particulars; another request takes the place of the one before. The kind and the contact are no matter of it.</summary>
    public void RequestChange(long seenVersion, Particulars wanted, string reason, DateTimeOffset now)
    {
        RequireVersion(seenVersion);
        if (!IsVerified) throw Problems.NotVerifiedYet.Now();
        if (wanted == Particulars) throw Problems.NothingChanges.Now();
        (Change, ChangeRequestedAt) = (new ChangeRequest(wanted, reason.Trim(), now), now);
        Version++;
    }

    /// <summary>Takes the request back, or puts a refused one away.</summary>
    public void WithdrawChange()
    {
        if (Change is null) throw Problems.NoChangeAsked.Now();
        (Change, ChangeRequestedAt) = (null, null);
        Version++;
    }

    /// <summary>The bureau has seen the proof of the change. The contact may have changed meanwhile and stays.</summary>
    public void ApproveChange(long seenVersion, OrganisationId bureau, string? bureauArea)
    {
        var change = WaitingChange(seenVersion);
        if (Kind == OrganisationKinds.Bureau && (bureau == Id || bureauArea is null || !Areas.IsWithin(change.Wanted.AreaCode, bureauArea))) throw Problems.BureauOutOfArea.Now();
        Describe(change.Wanted with { ContactName = ContactName, ContactPhone = ContactPhone });
        (Change, ChangeRequestedAt) = (null, null);
        Version++;
    }

    public void RefuseChange(long seenVersion, string reason)
    {
        var change = WaitingChange(seenVersion);
        (Change, ChangeRequestedAt) = (change with { Refusal = reason.Trim() }, null);
        Version++;
    }

    public void AddProof(FileRef proof)
    {
        // A change is proven by further documents; those the verification rests on stay.
        var most = ChangeRequestedAt is null ? MostProofs : 2 * MostProofs;
        if (ChangeRequestedAt is null) RequireOpen();
        if (Proofs.Count >= most) throw Problems.TooManyProofs.With(("most", most));
        Proofs = [.. Proofs, proof];
        Version++;
    }

    public FileRef Proof(Guid fileId) => Proofs.FirstOrDefault(p => p.Id == fileId) ?? throw PlatformProblems.NotFound.Now();

    public void RemoveProof(Guid fileId)
    {
        RequireOpen();
        var proof = Proof(fileId);
        Proofs = [.. Proofs.Where(p => p != proof)];
        Version++;
    }

    /// <summary>Asks the bureau. A number alone proves nothing, so there is at least one document.</summary>
    public void Submit(DateTimeOffset now)
    {
        RequireOpen();
        if (Proofs.Count == 0) throw Problems.ProofMissing.Now();
        (Status, SubmittedAt, RefusalReason, DecidedAt) = (OrganisationStatus.Submitted, now, null, null);
        Version++;
    }

    /// <summary>The bureau has seen the proof. A bureau is verified by another one whose area contains its own, never by itself.</summary>
    public void Verify(long seenVersion, OrganisationId bureau, string? bureauArea, string? sourceCode, DateTimeOffset now)
    {
        RequireSubmitted(seenVersion);
        if (Kind == OrganisationKinds.Bureau && (bureau == Id || bureauArea is null || !Areas.IsWithin(AreaCode, bureauArea))) throw Problems.BureauOutOfArea.Now();
        if (Kind == OrganisationKinds.DataSource && string.IsNullOrWhiteSpace(sourceCode)) throw Problems.SourceCodeMissing.Now();
        SourceCode = Kind == OrganisationKinds.DataSource ? sourceCode!.Trim() : null;
        (Status, DecidedAt) = (OrganisationStatus.Verified, now);
        Version++;
    }

    public void Refuse(long seenVersion, string reason, DateTimeOffset now)
    {
        RequireSubmitted(seenVersion);
        (Status, RefusalReason, DecidedAt) = (OrganisationStatus.Refused, reason.Trim(), now);
        Version++;
    }

    /// <summary>The market's own first organisations, whom nobody is there to verify.</summary>
    public Organisation Founded(string? sourceCode, DateTimeOffset now)
    {
        (Status, SourceCode, DecidedAt) = (OrganisationStatus.Verified, sourceCode, now);
        return this;
    }

    public OrganisationChanged Fact(DateTimeOffset now) =>
        new(Id.Value, Version, Name, Kind, CreditCode, PartyNature, AreaCode, PublicInstitution, IsVerified, now);

    private void Describe(Particulars p) =>
        (Name, Kind, CreditCode, PartyNature, AreaCode, PublicInstitution, ContactName, ContactPhone) =
        (p.Name, p.Kind, p.CreditCode, p.PartyNature, p.AreaCode, p.PublicInstitution, p.ContactName, p.ContactPhone);

    private ChangeRequest WaitingChange(long seenVersion)
    {
        if (ChangeRequestedAt is null) throw Problems.NoChangeAsked.Now();
        RequireVersion(seenVersion);
        return Change!;
    }

    private void RequireOpen()
    {
        if (Status == OrganisationStatus.Submitted) throw Problems.AlreadySubmitted.Now();
        if (IsVerified) throw Problems.OrganisationVerified.Now();
    }

    private void RequireSubmitted(long seenVersion)
    {
        if (Status != OrganisationStatus.Submitted) throw Problems.NotSubmitted.Now();
        RequireVersion(seenVersion);
    }

    private void RequireVersion(long seenVersion)
    {
        if (seenVersion != Version) throw PlatformProblems.ChangedMeanwhile.Now();
    }
}
