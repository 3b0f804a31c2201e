using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.Bidding;

/// <summary>What an entry of the public log says.</summary>
enum EntryKind
{
    Scheduled,
    Opened,
    Bid,
    Match,
    SealedBid,

    /// <summary>A sealed bid is opened: amount and salt that give its commitment.</summary>
    Revealed,
    BidsOpened,
    PriorityCall,
    Paused,
    Resumed,
    Closed,
    Cancelled,
}

/// <summary>
/// One link of an auction's public log. The line is what is kept, sent and exported: JSON with the fields below in this order,
/// absent ones left out, no white space, <c>"</c>, <c>\</c> and control characters escaped as JSON.stringify does, UTF-8. The hash
/// is the SHA-256 of the line without its last field <c>hash</c>; it covers the hash of the entry before.
/// </summary>
sealed record LogEntry
{
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    public required long Seq { get; init; }
    public required EntryKind Kind { get; init; }

    /// <summary>Server time, in milliseconds.</summary>
    public required DateTimeOffset At { get; init; }

    public string? Code { get; init; }
    public decimal? Amount { get; init; }

    /// <summary>When what runs now ends; absent where it does not change.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>The rank of the right that made the difference.</summary>
    public int? Rank { get; init; }
    public string? Outcome { get; init; }
    public bool? ByPriority { get; init; }

    /// <summary>The reserve price, opened at the close.</summary>
    public decimal? Reserve { get; init; }
    public string? Reason { get; init; }
    public string? Commitment { get; init; }
    public string? Salt { get; init; }

    /// <summary>Only in the first entry: the announced rules as canonical JSON.</summary>
    public string? Terms { get; init; }
    public required string Previous { get; init; }
    public string Hash { get; private init; } = "";
    public string Line { get; private init; } = "";

    /// <summary>The entry with its hash and its line.</summary>
    public LogEntry Sealed()
    {
        var text = Canonical();
        var hash = HashOf(text);
        return this with { Hash = hash, Line = string.Concat(text.AsSpan(0, text.Length - 1), ",\"hash\":\"", hash, "\"}") };
    }

    /// <summary>Reads a line back; whether it is canonical and its hash fits is another question.</summary>
    public static LogEntry Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return new LogEntry
        {
            Seq = root.GetProperty("seq").GetInt64(),
            Kind = KindOf(root.GetProperty("kind").GetString()!),
            At = CanonicalJson.ReadTime(root.GetProperty("at").GetString()!),
            Code = Text(root, "code"),
            Amount = Number(root, "amount"),
            EndsAt = Text(root, "endsAt") is { } ends ? CanonicalJson.ReadTime(ends) : null,
            Rank = root.TryGetProperty("rank", out var rank) ? rank.GetInt32() : null,
            Outcome = Text(root, "outcome"),
            ByPriority = root.TryGetProperty("byPriority", out var by) ? by.GetBoolean() : null,
            Reserve = Number(root, "reserve"),
            Reason = Text(root, "reason"),
            Commitment = Text(root, "commitment"),
            Salt = Text(root, "salt"),
            Terms = root.TryGetProperty("terms", out var terms) ? terms.GetRawText() : null,
            Previous = root.GetProperty("previous").GetString()!,
            Hash = root.GetProperty("hash").GetString()!,
            Line = line,
        };
    }

    /// <summary>What binds somebody to an amount without telling it.</summary>
    public static string Commit(string auction, string who, decimal amount, string salt) => HashOf($"{auction}|{who}|{CanonicalJson.Amount(amount)}|{salt}");

    public static string HashOf(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash);
    }

    private string Canonical()
    {
        var json = new CanonicalJson();
        json.Number("seq", Seq);
        json.Text("kind", Names[(int)Kind]);
        json.Time("at", At);
        if (Code is not null) json.Text("code", Code);
        if (Amount is { } amount) json.Money("amount", amount);
        if (EndsAt is { } ends) json.Time("endsAt", ends);
        if (Rank is { } rank) json.Number("rank", rank);
        if (Outcome is not null) json.Text("outcome", Outcome);
        if (ByPriority is { } by) json.Raw("byPriority", by ? "true" : "false");
        if (Reserve is { } reserve) json.Money("reserve", reserve);
        if (Reason is not null) json.Text("reason", Reason);
        if (Commitment is not null) json.Text("commitment", Commitment);
        if (Salt is not null) json.Text("salt", Salt);
        if (Terms is not null) json.Raw("terms", Terms);
        json.Text("previous", Previous);
        return json.Close();
    }

    private static readonly string[] Names = [.. Enum.GetValues<EntryKind>().Select(k => k.Name())];

    private static EntryKind KindOf(string name) =>
        Array.IndexOf(Names, name) is >= 0 and var at ? (EntryKind)at : throw new JsonException($"'{name}' is no kind of entry.");

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static decimal? Number(JsonElement root, string name) =>
        Text(root, name) is { } text ? decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null;
}

/// <summary>Writes the one form of JSON that is hashed: the browser's <c>JSON.stringify</c> of the same fields in the same order.</summary>
sealed class CanonicalJson
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private readonly StringBuilder text = new(384);

    public static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);

    public static DateTimeOffset ReadTime(string text) =>
        DateTimeOffset.ParseExact(text, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>Half a surrogate pair has no UTF-8; it becomes the replacement character before anything is hashed.</summary>
    public static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    public void Number(string name, long value) => Name(name).Append(CultureInfo.InvariantCulture, $"{value}");

    public void Money(string name, decimal amount) => Name(name).Append('"').Append(Amount(amount)).Append('"');

    public void Time(string name, DateTimeOffset at) => Name(name).Append('"').Append(Time(at)).Append('"');

    public void Raw(string name, string json) => Name(name).Append(json);

    public void Text(string name, string value) => Quote(Name(name), value);

    public string Close() => text.Append(text.Length == 0 ? "{}" : "}").ToString();

    private StringBuilder Name(string name) => text.Append(text.Length == 0 ? '{' : ',').Append('"').Append(name).Append("\":");

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }
}
