using MassTransit;
using TechMarket.Messages;

namespace TechMarket.Platform.Messaging;

/// <summary>
/// The queues behind every fact. RabbitMQ drops what no queue takes, so whoever publishes declares all hearers' queues first: a service
/// that starts later, or for the first time, finds everything waiting.
/// </summary>
public static class BrokerTopology
{
    /// <summary>Each reaction's queue with the wire name of its fact, as the product ships (<c>hearers.txt</c> in Messages).</summary>
    public static IReadOnlyList<(string Queue, string Urn)> Hearers { get; } = [.. Read()];

    internal static void DeclareHearers(IRabbitMqBusFactoryConfigurator rabbit)
    {
        foreach (var fact in Hearers.GroupBy(h => h.Urn, h => h.Queue, StringComparer.Ordinal))
        {
            rabbit.Publish(FactCatalogue.FactOf(fact.Key), published =>
            {
                // The fact's own exchange is named after it: trading:deal-concluded:1 is trading.deal-concluded.1.
                foreach (var queue in fact) published.BindQueue(fact.Key.Replace(':', '.'), queue, bound => bound.SetQueueArgument("x-queue-type", "quorum"));
            });
        }
    }

    private static IEnumerable<(string Queue, string Urn)> Read()
    {
        using var stream = typeof(Money).Assembly.GetManifestResourceStream("hearers.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Split(' ') is [var queue, var urn] && queue is not "#") yield return (queue, urn);
    }
}
