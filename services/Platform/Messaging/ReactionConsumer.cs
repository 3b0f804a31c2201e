using MassTransit;
using TechMarket.Platform.Data;

namespace TechMarket.Platform.Messaging;

/// <summary>The one consumer both deliveries use; a type per service and reaction, so that no two share a queue.</summary>
sealed class ReactionConsumer<TDb, TReaction, TFact>(ReactionRunner runner, ReactionNames names) : IConsumer<TFact>
    where TDb : MarketDb
    where TReaction : class, IReaction<TFact>
    where TFact : class
{
    public Task Consume(ConsumeContext<TFact> context) =>
        runner.Run<TDb, TReaction, TFact>(
            names.Of(typeof(TReaction)),
            context.MessageId ?? throw new InvalidOperationException("A fact travels with the id of its outbox row."),
            context.Message,
            context.CancellationToken);
}

/// <summary>The queue name of each reaction type.</summary>
sealed class ReactionNames(IEnumerable<ReactionRegistration> registrations)
{
    private readonly Dictionary<Type, string> names = registrations.ToDictionary(r => r.Reaction, r => r.Queue);

    public string Of(Type reaction) => names[reaction];
}
