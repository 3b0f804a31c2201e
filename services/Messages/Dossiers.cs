using MassTransit;

namespace TechMarket.Messages;

/// <summary>Somebody asks for the evidence dossier (勤勉尽责档案) of a deal: whoever keeps papers of it gives them.</summary>
/// <remarks>Answered by <see cref="AchievementEvidenceGiven"/> and <see cref="ContractEvidenceGiven"/>.</remarks>
[MessageUrn("trading:dossier-opened:1"), EntityName("trading.dossier-opened.1")]
public sealed record DossierOpened(Guid DossierId, Guid DealId, string DealNumber, Guid AchievementId, DateTimeOffset OpenedAt);

/// <summary>Listings gave what it keeps of the achievement a deal is about: its public text and its approvals.</summary>
[MessageUrn("listings:achievement-evidence-given:1"), EntityName("listings.achievement-evidence-given.1")]
public sealed record AchievementEvidenceGiven(Guid DealId, DossierPart Part, DateTimeOffset GivenAt);

/// <summary>Contracts gave what it keeps of a deal: the signed text, the registration and its certificate. Empty while there is no contract.</summary>
[MessageUrn("contracts:contract-evidence-given:1"), EntityName("contracts.contract-evidence-given.1")]
public sealed record ContractEvidenceGiven(Guid DealId, DossierPart Part, DateTimeOffset GivenAt);

/// <summary>One service's share of a dossier as it stands; the same state gives the same share.</summary>
public sealed record DossierPart(IReadOnlyList<DossierLine> Lines, IReadOnlyList<DossierFile> Files, IReadOnlyList<DossierEvent> Trail);

/// <summary>A line of the table of contents: what happened when, and the paper that shows it.</summary>
/// <param name="Chapter">achievement, pricing, notice, deal, contract or registration.</param>
/// <param name="Zh">What it is, in Chinese.</param>
/// <param name="En">The same in English.</param>
/// <param name="Path">The file in the dossier.</param>
/// <param name="PartiesOnly">Left out of a dossier made for the bureau.</param>
public sealed record DossierLine(string Chapter, DateTimeOffset? At, string Zh, string En, string? Value, string? Path, bool PartiesOnly);

/// <summary>A paper.</summary>
/// <param name="Path">Lower-case ASCII with slashes, unique in the dossier.</param>
/// <param name="Content">Its text, or its bytes in base64.</param>
public sealed record DossierFile(string Path, string Title, string Content, bool IsBase64, bool PartiesOnly);

/// <summary>A record of a service's audit chain, with all its hash covers.</summary>
public sealed record DossierEvent(
    long Sequence, DateTimeOffset At, string SubjectKind, Guid SubjectId, string Action, string? From, string? To, string? Reason, Guid? PersonId,
    [property: Personal] string? PersonName, Guid? OrganisationId, string? OrganisationName, string Retention, string DataHash, string PreviousHash, string Hash);
