using System.Text;

namespace TechMarket.Trading.Bidding;

/// <summary><c>replay &lt;exported-log.json&gt;</c>: recomputes the chain and the winner of an exported log. Needs no database.</summary>
static class ReplayCommand
{
    /// <returns>0 when the log holds, 1 when it does not, 2 when there is no such file.</returns>
    public static async Task<int> Run(string[] args, TextWriter output)
    {
        if (args is not [var path] || !File.Exists(path))
        {
            await output.WriteLineAsync("usage: replay <exported-log.json>");
            return 2;
        }
        string text;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(await File.ReadAllBytesAsync(path));
        }
        catch (DecoderFallbackException)
        {
            await output.WriteLineAsync("BROKEN: the file is not UTF-8 text.");
            return 1;
        }
        var result = LogReplay.Of(text);
        if (result.Fault is { } fault)
        {
            await output.WriteLineAsync(result.FaultAt is { } at ? $"BROKEN at entry {at}: {fault}" : $"BROKEN: {fault}");
            return 1;
        }
        await output.WriteLineAsync($"{result.Number}: {result.Entries} entries hold.");
        await output.WriteLineAsync(result.Winner is { } winner
            ? $"Winner {winner} at {CanonicalJson.Amount(result.Price!.Value)}{(result.ByPriority ? " by right of first refusal" : "")}."
            : $"No winner: {result.Outcome ?? "not over yet"}.");
        await output.WriteLineAsync($"Last hash {result.Hash}");
        return 0;
    }
}
