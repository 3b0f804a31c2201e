using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TechMarket.Platform.Data;

namespace TechMarket.Platform.Audit;

/// <summary>A change that is to be recorded with the save it belongs to.</summary>
sealed record AuditEntry(
    Guid? PersonId, string? PersonName, Guid? OrganisationId, string? OrganisationName, string SubjectKind, Guid SubjectId, string Action,
    string? FromState, string? ToState, string? Reason, object? Data, string Retention);

/// <summary>Each record's hash covers its content and the hash before it, so a changed, removed or inserted record shows.</summary>
public static class AuditChain
{
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    internal static AuditRow Link(AuditEntry entry, long sequence, string previousHash, DateTimeOffset at)
    {
        var dataHash = Hash(JsonSerializer.Serialize(entry.Data, Json.Options));
        // PostgreSQL keeps microseconds; the hash covers what can be read back.
        at = new DateTimeOffset(at.UtcTicks / 10 * 10, TimeSpan.Zero);
        return new AuditRow
        {
            Sequence = sequence,
            At = at,
            PersonId = entry.PersonId,
            PersonName = entry.PersonName,
            OrganisationId = entry.OrganisationId,
            OrganisationName = entry.OrganisationName,
            SubjectKind = entry.SubjectKind,
            SubjectId = entry.SubjectId,
            Action = entry.Action,
            FromState = entry.FromState,
            ToState = entry.ToState,
            Reason = entry.Reason,
            DataHash = dataHash,
            PreviousHash = previousHash,
            Retention = entry.Retention,
            Hash = HashOf(sequence, at, entry.PersonId, entry.PersonName, entry.OrganisationId, entry.OrganisationName, entry.SubjectKind,
                entry.SubjectId, entry.Action, entry.FromState, entry.ToState, entry.Reason, entry.Retention, dataHash, previousHash),
        };
    }

    /// <summary>Follows the chain from its first record.</summary>
    /// <returns>The sequence number of the first record that does not fit, or null when all do.</returns>
    public static long? FirstBreak(IEnumerable<AuditRow> inOrder)
    {
        var previous = Genesis;
        long expected = 1;
        foreach (var row in inOrder)
        {
            var hash = HashOf(row.Sequence, row.At, row.PersonId, row.PersonName, row.OrganisationId, row.OrganisationName, row.SubjectKind,
                row.SubjectId, row.Action, row.FromState, row.ToState, row.Reason, row.Retention, row.DataHash, previous);
            if (row.Sequence != expected || row.PreviousHash != previous || row.Hash != hash) return expected;
            previous = row.Hash;
            expected++;
        }
        return null;
    }

    private static string HashOf(
        long sequence, DateTimeOffset at, Guid? person, string? personName, Guid? organisation, string? organisationName, string subjectKind,
        Guid subject, string action, string? from, string? to, string? reason, string retention, string dataHash, string previousHash) =>
        Hash(JsonSerializer.Serialize(new object?[]
        {
            sequence, at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), person, personName, organisation, organisationName,
            subjectKind, subject, action, from, to, reason, retention, dataHash, previousHash,
        }));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
