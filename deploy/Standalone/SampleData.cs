using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TechMarket.Identity;

namespace TechMarket.Standalone;

/// <summary>
/// Loads the sample achievements and needs through the public API as the data-source organisation, the way a province's data hub
/// would. Repeating it doubles nothing; when the files have not changed since it finished, it is not repeated.
/// </summary>
sealed class SampleData(Uri market, string folder, string dataFolder, IReadOnlyList<DemoAccount> accounts)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private string Marker => Path.Combine(dataFolder, "sample.loaded");

    public async Task Load(TextWriter output, CancellationToken ct)
    {
        var files = new (string Service, string Kind, string Path)[]
        {
            ("listings", "achievement", Path.Combine(folder, "achievements.jsonl")),
            ("demands", "demand", Path.Combine(folder, "demands.jsonl")),
        };
        var version = await VersionOf(files.Select(f => f.Path), ct);
        if (File.Exists(Marker) && await File.ReadAllTextAsync(Marker, ct) == version) return;
        using var client = new HttpClient { BaseAddress = market };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token(client, ct));
        foreach (var (service, kind, path) in files) await Findable(client, kind, await Import(client, service, path, output, ct), ct);
        await File.WriteAllTextAsync(Marker, version, ct);
    }

    private async Task<string> Token(HttpClient client, CancellationToken ct)
    {
        var source = accounts.Single(a => a.ClientId is not null);
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", source.ClientId), new("client_secret", source.ClientSecret),
        ]);
        using var answer = await client.PostAsync(new Uri("/oauth/token", UriKind.Relative), form, ct);
        return (await Read(answer, ct)).GetProperty("access_token").GetString()!;
    }

    /// <returns>How many rows are on the market.</returns>
    private static async Task<int> Import(HttpClient client, string service, string path, TextWriter output, CancellationToken ct)
    {
        using var upload = new MultipartFormDataContent { { new StreamContent(File.OpenRead(path)), "file", Path.GetFileName(path) } };
        using var started = await client.PostAsync(new Uri($"/api/{service}/imports", UriKind.Relative), upload, ct);
        var id = (await Read(started, ct)).GetProperty("id").GetString();
        var drawn = -1;
        while (true)
        {
            using var answer = await client.GetAsync(new Uri($"/api/{service}/imports/{id}", UriKind.Relative), ct);
            var job = await Read(answer, ct);
            var (done, total) = (job.GetProperty("done").GetInt32(), job.GetProperty("total").GetInt32());
            if (done != drawn) Draw(output, service, drawn = done, total);
            if (job.GetProperty("status").GetString() is "DONE")
            {
                var refused = job.GetProperty("refused").GetInt32();
                await output.WriteLineAsync(refused == 0 ? "" : $"  {refused} rows refused: see the import's report");
                return total - refused;
            }
            await Task.Delay(Look, ct);
        }
    }

    /// <summary>Waits until the search shows everything that was imported.</summary>
    private static async Task Findable(HttpClient client, string kind, int expected, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        while (true)
        {
            using var answer = await client.GetAsync(new Uri($"/api/matching/search?kind={kind}&size=1", UriKind.Relative), patience.Token);
            if ((await Read(answer, patience.Token)).GetProperty("total").GetInt32() >= expected) return;
            await Task.Delay(Look, patience.Token);
        }
    }

    private static void Draw(TextWriter output, string what, int done, int total)
    {
        const int Width = 40;
        var filled = total == 0 ? Width : Width * done / total;
        output.Write($"\r  sample {what,-10} [{new string('#', filled)}{new string('.', Width - filled)}] {done}/{total}");
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer, CancellationToken ct)
    {
        var body = await answer.Content.ReadAsStringAsync(ct);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{answer.RequestMessage?.RequestUri?.AbsolutePath} answered {(int)answer.StatusCode}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    private static async Task<string> VersionOf(IEnumerable<string> paths, CancellationToken ct)
    {
        var all = new StringBuilder();
        foreach (var path in paths)
        {
            await using var file = File.OpenRead(path);
            all.Append(Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct))).Append('\n');
        }
        return all.ToString();
    }
}
