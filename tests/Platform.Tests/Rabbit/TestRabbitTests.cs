using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using TechMarket.Testing;

namespace TechMarket.Platform.Tests.Rabbit;

public sealed class TestRabbitTests
{
    private static readonly Dictionary<string, object?> Quorum = new(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" };
    private static readonly CreateChannelOptions Confirmed = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    [Fact]
    public async Task A_confirmed_message_in_a_quorum_queue_survives_a_restart_of_the_broker()
    {
        await using var rabbit = await TestRabbit.Start();
        await Publish(rabbit.Uri, "before");

        await rabbit.StopNode();
        await Should.ThrowAsync<BrokerUnreachableException>(() => Publish(rabbit.Uri, "nobody listens"));
        await rabbit.StartNode();
        await Publish(rabbit.Uri, "after");

        (await Consume(rabbit.Uri, 2)).ShouldBe(["before", "after"]);
    }

    private static async Task Publish(Uri uri, string text)
    {
        await using var connection = await new ConnectionFactory { Uri = uri }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(Confirmed);
        await channel.QueueDeclareAsync("facts", durable: true, exclusive: false, autoDelete: false, Quorum);
        await channel.BasicPublishAsync(
            "", "facts", mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(text));
    }

    private static async Task<List<string>> Consume(Uri uri, int count)
    {
        await using var connection = await new ConnectionFactory { Uri = uri }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        List<string> received = [];
        for (var attempt = 0; received.Count < count && attempt < 100; attempt++)
        {
            if (await channel.BasicGetAsync("facts", autoAck: true) is { } message)
                received.Add(Encoding.UTF8.GetString(message.Body.Span));
            else
                await Task.Delay(100);
        }
        return received;
    }
}
