namespace TechMarket.Platform.Data;

/// <summary>A fact that is committed and not yet delivered.</summary>
public sealed class OutboxRow
{
    public required Guid Id { get; init; }
    public required string Urn { get; init; }
    public required string Body { get; init; }
    public string? TraceParent { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public int Attempts { get; set; }
    public DateTimeOffset NotBefore { get; set; }
}

/// <summary>A reaction that has taken effect: the same message will not take effect in it again.</summary>
public sealed class InboxRow
{
    public required Guid MessageId { get; init; }
    public required string Reaction { get; init; }
    public required DateTimeOffset HandledAt { get; init; }
}

/// <summary>A message a reaction could not take, kept until an operator retries or discards it.</summary>
public sealed class DeadLetterRow
{
    public required Guid Id { get; init; }
    public required Guid MessageId { get; init; }
    public required string Reaction { get; init; }
    public required string Urn { get; init; }
    public required string Body { get; init; }
    public required string Error { get; set; }
    public required DateTimeOffset FailedAt { get; set; }
    public int Attempts { get; set; }
}

/// <summary>Something that happens by itself at a time unless it is cleared before.</summary>
public sealed class DeadlineRow
{
    public required string Kind { get; init; }
    public required Guid SubjectId { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }
    public string? LastError { get; set; }
}

/// <summary>One link of the service's audit chain.</summary>
public sealed class AuditRow
{
    public required long Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public Guid? PersonId { get; init; }
    public string? PersonName { get; init; }
    public Guid? OrganisationId { get; init; }
    public string? OrganisationName { get; init; }
    public required string SubjectKind { get; init; }
    public required Guid SubjectId { get; init; }
    public required string Action { get; init; }
    public string? FromState { get; init; }
    public string? ToState { get; init; }
    public string? Reason { get; init; }
    public required string DataHash { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }

    /// <summary>6m, 3y, 5y or permanent (DOMAIN C-1).</summary>
    public required string Retention { get; init; }
}

/// <summary>The last number given out in a series of a year.</summary>
public sealed class CounterRow
{
    public required string Series { get; init; }
    public required long Value { get; set; }
}
