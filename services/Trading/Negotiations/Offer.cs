using TechMarket.Messages;

namespace TechMarket.Trading.Negotiations;

enum OfferState
{
    Open,
    Superseded,
    Declined,
    Expired,
    Accepted,

    /// <summary>The negotiation ended while it was open.</summary>
    Closed,
}

/// <summary>One version of the term sheet, put on the table by one side until it expires.</summary>
sealed class Offer
{
    internal Offer(
        OfferId id, NegotiationId negotiationId, int round, Side by, Guid personId, string personName, DealTerms terms, DateTimeOffset expiresAt,
        DateTimeOffset offeredAt)
    {
        (Id, NegotiationId, Round, By, PersonId, PersonName) = (id, negotiationId, round, by, personId, personName);
        (Terms, ExpiresAt, OfferedAt) = (terms, expiresAt, offeredAt);
    }

    private Offer()
    {
    }

    public OfferId Id { get; private set; }
    public NegotiationId NegotiationId { get; private set; }
    public int Round { get; private set; }
    public Side By { get; private set; }
    public Guid PersonId { get; private set; }
    public string PersonName { get; private set; } = "";
    public DealTerms Terms { get; private set; } = null!;
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset OfferedAt { get; private set; }
    public OfferState State { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? AnsweredBy { get; private set; }
    public string? ReasonCode { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>The clock decides, not the worker that records it a moment later.</summary>
    public OfferState StateAt(DateTimeOffset now) => State == OfferState.Open && now >= ExpiresAt ? OfferState.Expired : State;

    internal void Leave(OfferState state, DateTimeOffset now, string? by = null, string? reasonCode = null, string? reason = null) =>
        (State, AnsweredAt, AnsweredBy, ReasonCode, Reason) = (state, now, by, reasonCode, reason);
}
