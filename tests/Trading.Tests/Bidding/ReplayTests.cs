using System.Text;
using System.Text.Json;
using TechMarket.Platform.Data;
using TechMarket.Trading.Bidding;

namespace TechMarket.Trading.Tests.Bidding;

/// <summary>
/// The logs in Vectors are what the engine writes today, true ones and forged ones, with what a replay must say of each. The verifier
/// page is tested with the same files (web/src/trading/bidding/verifier.test.ts). <c>TECHMARKET_APPROVE=1</c> writes them anew.
/// </summary>
public sealed class ReplayTests
{
    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true };

    private static string Folder { get; } = Path.Combine(RepositoryRoot(), "tests", "Trading.Tests", "Bidding", "Vectors");

    private static Dictionary<string, Func<string>> Vectors => new()
    {
        ["english"] = () => English().Exported,
        ["english-unfinished"] = () => ExportedLog.Of(English().Lines.SkipLast(1)),
        ["dutch-priority"] = () => Told(new Hall(Hall.Dutch(), ranks: new Dictionary<int, int> { [2] = 2, [3] = 1 }).Open(), h =>
        {
            h.After(130);
            h.Bid(0, 900m);
            h.After(30);
            h.Match(2);
            h.After(300);
        }).Exported,
        ["sealed-tie"] = () => Told(new Hall(Hall.OneShot(), ranks: new Dictionary<int, int> { [2] = 1 }).Open(), h =>
        {
            h.Bid(0, 1_234.56m);
            h.Bid(1, 4_321m);
            h.Bid(2, 4_321m);
            h.After(900);
        }).Exported,
        ["sealed-then-english-under-reserve"] = () => Told(new Hall(Hall.SealedThenEnglish(), reservePrice: 9_999.99m).Open(), h =>
        {
            h.Bid(0, 1_450m);
            h.Bid(1, 1_333m);
            h.After(700);
            h.Bid(1, 1_650m);
            h.After(7_200);
        }).Exported,
        ["nobody"] = () => Told(new Hall(reservePrice: 5_000m).Open(), h => h.After(7_200)).Exported,
        ["cancelled"] = () => Told(new Hall().Open(), h =>
        {
            h.Pause("系统故障\n第二行 \"引号\"");
            h.Cancel();
        }).Exported,
        ["forged-amount"] = () => Forged(English(), 3, e => e with { Amount = 1_050m }),
        ["forged-winner"] = () => Forged(English(), -1, e => e with { Code = "K000" }),
        ["forged-end"] = () => Forged(English(), 9, e => e with { EndsAt = e.At.AddMinutes(6) }),
        ["forged-reserve"] = () => Forged(English(), -1, e => e with { Reserve = 1_000m }),
        ["forged-late-bid"] = () => Forged(English(), 10, e => e with { At = e.At.AddHours(1) }),
        ["forged-missing-entry"] = () => ExportedLog.Of(English().Lines.Where((_, i) => i != 4)),
        ["forged-hash-kept"] = () => English().Exported.Replace("\"amount\":\"1300.00\"", "\"amount\":\"1400.00\"", StringComparison.Ordinal),
        ["forged-space"] = () => English().Exported.Replace("\"seq\":4,", "\"seq\": 4,", StringComparison.Ordinal),
        ["forged-frame"] = () => English().Exported + "\n",
    };

    public static TheoryData<string> Names => [.. Vectors.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_log_is_written_and_judged_as_it_was(string name)
    {
        var (log, judged) = (Path.Combine(Folder, name + ".log.json"), Path.Combine(Folder, name + ".judged.json"));
        var text = Vectors[name]();
        var result = JsonSerializer.Serialize(LogReplay.Of(text), Readable);
        if (Environment.GetEnvironmentVariable("TECHMARKET_APPROVE") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(log, text);
            File.WriteAllText(judged, result + "\n");
        }
        text.ShouldBe(File.ReadAllText(log));
        result.ShouldBe(File.ReadAllText(judged).TrimEnd());
        name.StartsWith("forged", StringComparison.Ordinal).ShouldBe(LogReplay.Of(text).Fault is not null);
    }

    [Fact]
    public void Any_changed_byte_of_a_log_is_detected()
    {
        var bytes = Encoding.UTF8.GetBytes(English().Exported);
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 1;
            string text;
            try
            {
                text = strict.GetString(changed);
            }
            catch (DecoderFallbackException)
            {
                continue;
            }
            LogReplay.Of(text).Fault.ShouldNotBeNull($"byte {at}");
        }
    }

    [Fact]
    public async Task The_command_says_what_it_found()
    {
        async Task<(int Code, string Said)> Run(string name)
        {
            using var said = new StringWriter();
            return (await TradingService.Replay([Path.Combine(Folder, name)], said), said.ToString());
        }
        (await Run("english.log.json")).ShouldBe((0, $"JJ-2026-000001: {English().Lines.Count} entries hold.\nWinner K003 at 1700.00 by right of first refusal.\nLast hash {English().Auction.Hash}\n"));
        (await Run("nobody.log.json")).Said.ShouldContain("No winner: NO_BID.");
        (await Run("forged-amount.log.json")).ShouldBe((1, "BROKEN at entry 3: The bid is not the top price plus whole steps.\n"));
        (await Run("absent.json")).Code.ShouldBe(2);
    }

    /// <summary>Bids, limits, a pause, an extension and a match, with a reserve that is reached.</summary>
    private static Hall English() => Told(
        new Hall(Hall.English((0m, 100m), (1_300m, 200m)), reservePrice: 1_500m, ranks: new Dictionary<int, int> { [3] = 1 }).Open(), h =>
        {
            h.Bid(0, 1_000m);
            h.After(30);
            h.Limit(1, 1_350m);
            h.Bid(0, 1_200m);
            h.Pause("网络故障，暂停竞价");
            h.After(400);
            h.Resume();
            h.After(1_100);
            h.Bid(2, 1_500m);
            h.After(200);
            h.Bid(0, 1_700m);
            h.Match(3);
            h.After(7_200);
        });

    private static Hall Told(Hall hall, Action<Hall> story)
    {
        story(hall);
        return hall;
    }

    /// <summary>What somebody with the whole file could do: change an entry and chain everything after it anew.</summary>
    private static string Forged(Hall hall, int index, Func<LogEntry, LogEntry> change)
    {
        var log = hall.Log.ToList();
        if (index < 0) index += log.Count + 1;
        var previous = LogEntry.Genesis;
        for (var i = 0; i < log.Count; i++)
        {
            var entry = i == index - 1 ? change(log[i]) : log[i];
            log[i] = (entry with { Previous = previous }).Sealed();
            previous = log[i].Hash;
        }
        return ExportedLog.Of(log.Select(e => e.Line));
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TechMarket.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
