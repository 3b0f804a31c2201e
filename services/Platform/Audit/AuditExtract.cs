using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Data;

namespace TechMarket.Platform.Audit;

/// <summary>Takes records out of a service's audit chain for an evidence dossier, each with everything its hash covers.</summary>
public static class AuditExtract
{
    /// <summary>What happened to these subjects of a kind, in the order it was recorded.</summary>
    public static async Task<IReadOnlyList<DossierEvent>> TrailOf(this MarketDb db, string subjectKind, IReadOnlyCollection<Guid> subjects, CancellationToken ct) =>
        await db.AuditTrail.AsNoTracking().Where(r => r.SubjectKind == subjectKind && subjects.Contains(r.SubjectId)).OrderBy(r => r.Sequence)
            .Select(r => new DossierEvent(
                r.Sequence, r.At, r.SubjectKind, r.SubjectId, r.Action, r.FromState, r.ToState, r.Reason, r.PersonId, r.PersonName, r.OrganisationId,
                r.OrganisationName, r.Retention, r.DataHash, r.PreviousHash, r.Hash))
            .ToListAsync(ct);
}
