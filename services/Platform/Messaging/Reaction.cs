namespace TechMarket.Platform.Messaging;

/// <summary>
/// What a service does when it hears a fact. It runs inside one transaction that also records the message as handled, so a
/// message delivered twice takes effect once; it changes its DbContext and returns, the save and the commit follow.
/// </summary>
/// <remarks>Order is not promised: compare versions or times. Let exceptions go; they lead to a retry, then to the dead letters.</remarks>
public interface IReaction<in TFact>
    where TFact : class
{
    Task React(TFact fact, CancellationToken ct);
}

/// <summary>What is due at a deadline. It runs inside the transaction that removes the deadline.</summary>
public interface IDeadline
{
    Task Due(Guid subjectId, CancellationToken ct);
}

/// <summary>One reaction of one service and the queue it has of its own.</summary>
/// <param name="Queue">Written by hand, equal in both deliveries: <c>trading.listing-withdrawn</c>.</param>
public sealed record ReactionRegistration(string Queue, Type Fact, Type Reaction, Type Db, Type Consumer);

/// <summary>One kind of deadline of one service.</summary>
public sealed record DeadlineRegistration(string Kind, Type Action, Type Db);

/// <summary>One service's database as the platform's workers see it.</summary>
public sealed record DbRegistration(string Service, Type Db);
