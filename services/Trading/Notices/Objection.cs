using TechMarket.Platform.Ids;

namespace TechMarket.Trading.Notices;

readonly record struct ObjectionId(Guid Value) : ITypedId<ObjectionId>
{
    public static ObjectionId From(Guid value) => new(value);

    public static bool TryParse(string? text, out ObjectionId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new ObjectionId(value);
        return known;
    }

    public override string ToString() => Value.ToString();
}

enum ObjectionState
{
    Open,
    Rejected,
    Upheld,

    /// <summary>Another objection to the same notice was upheld first.</summary>
    Settled,
}

/// <summary>What the unit decided about an objection; the reason is published.</summary>
sealed record Decision(Guid PersonId, string PersonName, string Reason, DateTimeOffset At);

/// <summary>Somebody's objection to a notice. Who it was is sealed and shown to the unit's deciders alone.</summary>
sealed class Objection
{
    public Objection(ObjectionId id, NoticeId noticeId, byte[] sealedContact, string reason, DateTimeOffset receivedAt, DateTimeOffset dueAt) =>
        (Id, NoticeId, SealedContact, Reason, ReceivedAt, DueAt) = (id, noticeId, sealedContact, reason, receivedAt, dueAt);

    private Objection()
    {
    }

    public ObjectionId Id { get; private set; }
    public NoticeId NoticeId { get; private set; }
    public byte[] SealedContact { get; private set; } = [];
    public string Reason { get; private set; } = "";
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>By when the unit decides.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public ObjectionState State { get; private set; }
    public Decision? Decision { get; private set; }

    internal void Decide(ObjectionState state, Decision decision) => (State, Decision) = (state, decision);
}
