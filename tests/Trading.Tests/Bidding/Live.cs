using System.Text.Json;

namespace TechMarket.Trading.Tests.Bidding;

/// <summary>A browser that watches one auction.</summary>
sealed class Live : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HttpResponseMessage response;
    private readonly StreamReader reader;

    private Live(HttpResponseMessage response, StreamReader reader) => (this.response, this.reader) = (response, reader);

    public List<long> Seen { get; } = [];

    public static async Task<Live> Watch(BiddingApp app, LiveAuction auction, long? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{auction.Url}/live");
        if (lastEventId is { } last) request.Headers.Add("Last-Event-ID", last.ToString());
        var response = await app.As().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return new Live(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    public static async Task<string> First(BiddingApp app, LiveAuction auction)
    {
        await using var live = await Watch(app, auction);
        return (await live.Next()).Raw;
    }

    public async Task<LiveEvent> Next()
    {
        long id = 0;
        var data = "";
        while (await reader.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.StartsWith("id: ")) id = long.Parse(line[4..]);
            else if (line.StartsWith("data: ")) data = line[6..];
            else if (line.Length == 0 && data.Length > 0)
            {
                var root = JsonDocument.Parse(data).RootElement;
                var entries = root.GetProperty("entries").EnumerateArray().Select(e => (Seq: e.GetProperty("seq").GetInt64(), e)).ToList();
                Seen.AddRange(entries.Select(e => e.Seq));
                return new LiveEvent(id, root.GetProperty("standing"), entries, data);
            }
        }
        throw new EndOfStreamException();
    }

    public async Task<LiveEvent> Until(long seq)
    {
        while (true)
        {
            var next = await Next();
            if (next.Seq >= seq) return next;
        }
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        response.Dispose();
        return ValueTask.CompletedTask;
    }
}

sealed record LiveEvent(long Seq, JsonElement Standing, IReadOnlyList<(long Seq, JsonElement Entry)> Entries, string Raw);
