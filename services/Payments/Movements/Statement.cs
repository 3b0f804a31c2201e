namespace TechMarket.Payments.Movements;

public enum RowOutcome
{
    Matched,
    Queued,

    /// <summary>This line was taken before.</summary>
    Known,
    Refused,
}

/// <summary>What became of one row of an uploaded statement.</summary>
/// <param name="Note">The bill or payout it was matched to, the reason it waits, or what cannot be read.</param>
public sealed record StatementRow(int Row, RowOutcome Outcome, string? Note, Guid? MovementId);

/// <summary>An uploaded bank statement with the report of its rows.</summary>
sealed class Statement
{
    public required Guid Id { get; init; }
    public required string FileName { get; init; }
    public required string Sha256 { get; init; }
    public required string UploadedBy { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }
    public required IReadOnlyList<StatementRow> Rows { get; set; }
}
