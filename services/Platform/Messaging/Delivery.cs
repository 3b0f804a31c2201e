using System.Text.Json;
using MassTransit;
using MassTransit.Mediator;
using TechMarket.Platform.Data;

namespace TechMarket.Platform.Messaging;

/// <summary>Hands a committed fact to everyone who reacts to it; returns when it cannot be lost any more.</summary>
public interface IDelivery
{
    Task Deliver(Guid messageId, string urn, string body, CancellationToken ct);
}

#pragma warning disable RS0030 // The one place that may publish: it empties the outbox.

/// <summary>Standalone: in process, straight from the outbox. Returns when every reaction has committed (or kept a dead letter).</summary>
sealed class InProcessDelivery(IMediator mediator) : IDelivery
{
    public Task Deliver(Guid messageId, string urn, string body, CancellationToken ct)
    {
        var fact = FactCatalogue.FactOf(urn);
        return mediator.Publish(
            JsonSerializer.Deserialize(body, fact, Json.Options)!, fact, Pipe.Execute<PublishContext>(c => c.MessageId = messageId), ct);
    }
}

/// <summary>Distributed: RabbitMQ with publisher confirms. Returns after the broker's confirm.</summary>
sealed class BrokerDelivery(IBus bus) : IDelivery
{
    private static readonly TimeSpan ConfirmWithin = TimeSpan.FromSeconds(30);

    public async Task Deliver(Guid messageId, string urn, string body, CancellationToken ct)
    {
        var fact = FactCatalogue.FactOf(urn);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(ConfirmWithin);
        await bus.Publish(
            JsonSerializer.Deserialize(body, fact, Json.Options)!, fact, Pipe.Execute<PublishContext>(c => c.MessageId = messageId), patience.Token);
    }
}
