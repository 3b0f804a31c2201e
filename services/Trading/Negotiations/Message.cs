namespace TechMarket.Trading.Negotiations;

/// <summary>What one side wrote to the other. It is never changed or removed.</summary>
sealed class Message
{
    public required Guid Id { get; init; }
    public required NegotiationId NegotiationId { get; init; }
    public required int Sequence { get; init; }
    public required PostMessage.Kinds Kind { get; init; }
    public required Side By { get; init; }
    public required Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public required string Text { get; init; }
    public DateOnly? HeldOn { get; init; }
    public string? Attendees { get; init; }
    public required DateTimeOffset PostedAt { get; init; }
}

/// <summary>How far an organisation has read a negotiation's messages.</summary>
sealed class ReadMark
{
    public required NegotiationId NegotiationId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required int UpTo { get; set; }
}
