using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TechMarket.Messages;
using TechMarket.Payments.Providers;
using TechMarket.Platform.Documents;

namespace TechMarket.Payments.Movements;

/// <summary>A row of a statement: money as the bank reports it, or why it cannot be read.</summary>
sealed record StatementLine(int Row, Reported? Reported, string? Error);

/// <summary>Reads a bank statement, Excel or CSV, by the headings banks use.</summary>
static class StatementFile
{
    public const int MaximumSize = 10 * 1024 * 1024;
    public const int MaximumRows = 5000;

    /// <summary>The headings of the file this service offers as an example; banks' own are understood as well.</summary>
    public static readonly IReadOnlyList<string> Headings = ["交易日期", "流水号", "收入金额", "支出金额", "币种", "对方户名", "对方账号", "对方开户行", "附言"];

    private enum Field
    {
        Day,
        Serial,
        Credit,
        Debit,
        Amount,
        Sign,
        Currency,
        Name,
        Account,
        Bank,
        Remark,
    }

    private static readonly Dictionary<Field, string[]> Known = new()
    {
        [Field.Day] = ["交易日期", "记账日期", "入账日期", "交易时间", "日期", "date", "bookingdate"],
        [Field.Serial] = ["流水号", "交易流水号", "银行流水号", "核心流水号", "凭证号", "serial", "serialnumber", "reference"],
        [Field.Credit] = ["收入金额", "贷方发生额", "贷方金额", "收入", "贷方", "转入金额", "credit", "moneyin"],
        [Field.Debit] = ["支出金额", "借方发生额", "借方金额", "支出", "借方", "转出金额", "debit", "moneyout"],
        [Field.Amount] = ["交易金额", "金额", "发生额", "amount"],
        [Field.Sign] = ["借贷标志", "收支标志", "借贷", "收支", "direction"],
        [Field.Currency] = ["币种", "currency"],
        [Field.Name] = ["对方户名", "对方名称", "对方单位", "付款人名称", "counterparty", "counterpartyname"],
        [Field.Account] = ["对方账号", "对方账户", "付款人账号", "counterpartyaccount"],
        [Field.Bank] = ["对方开户行", "对方行名", "开户行", "counterpartybank"],
        [Field.Remark] = ["附言", "用途", "摘要", "备注", "remark", "memo"],
    };

    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy.M.d", "yyyy-M-d", "yyyy年M月d日"];

    public static IReadOnlyList<StatementLine> Read(byte[] bytes)
    {
        List<(int Number, IReadOnlyList<string?> Cells)> sheet;
        try
        {
            using var stream = new MemoryStream(bytes);
            sheet = [.. bytes.AsSpan().StartsWith("PK"u8) ? Spreadsheet.Read(stream) : Spreadsheet.ReadCsv(stream)];
        }
        catch (Exception unreadable) when (unreadable is ExcelDataReader.Exceptions.ExcelReaderException or InvalidDataException or System.Xml.XmlException)
        {
            throw Problems.StatementUnreadable.Now();
        }
        // Banks put the account's name and the period above the table.
        var header = sheet.Take(15).Select((row, i) => (Index: i, Fields: row.Cells.Select(FieldOf).ToList()))
            .FirstOrDefault(r => r.Fields.Contains(Field.Day) && (r.Fields.Contains(Field.Credit) || r.Fields.Contains(Field.Amount)));
        if (header.Fields is null) throw Problems.StatementUnreadable.With(("headings", Headings));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. sheet.Skip(header.Index + 1).Where(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c))).Take(MaximumRows).Select(r => Line(r.Number, r.Cells, header.Fields, seen))];
    }

    private static StatementLine Line(int number, IReadOnlyList<string?> cells, IReadOnlyList<Field?> fields, Dictionary<string, int> seen)
    {
        string? Text(Field field)
        {
            var parts = fields.Select((f, i) => f == field && i < cells.Count ? cells[i]?.Trim() : null).Where(t => !string.IsNullOrEmpty(t)).ToList();
            return parts.Count == 0 ? null : Short(string.Join(' ', parts));
        }

        if (ReadDay(Text(Field.Day)) is not { } day) return new StatementLine(number, null, "day");
        var (direction, amount, wrong) = ReadAmount(Text(Field.Credit), Text(Field.Debit), Text(Field.Amount), Text(Field.Sign));
        if (wrong is not null) return new StatementLine(number, null, wrong);
        if (ReadCurrency(Text(Field.Currency)) is not { } currency) return new StatementLine(number, null, "currency");
        var reported = new Reported(
            ProviderCode.BankTransfer, "", direction, new Money(amount, currency), day, Text(Field.Name), Text(Field.Account)?.Replace(" ", "", StringComparison.Ordinal),
            Text(Field.Bank), Text(Field.Remark));
        return new StatementLine(number, reported with { Reference = Text(Field.Serial) ?? Hash(reported, seen) }, null);
    }

    /// <summary>A statement without serial numbers: the line's content names it; equal lines of one file are counted, so that two equal payments are two.</summary>
    private static string Hash(Reported line, Dictionary<string, int> seen)
    {
        var content = string.Join('|', line.BookedOn.ToString("O", CultureInfo.InvariantCulture), line.Direction, line.Amount, line.CounterpartyName, line.CounterpartyAccount, line.Remark);
        seen[content] = seen.GetValueOrDefault(content) + 1;
        return "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{content}|{seen[content]}")))[..32];
    }

    private static (MovementDirection Direction, decimal Amount, string? Wrong) ReadAmount(string? credit, string? debit, string? amount, string? sign)
    {
        var (inward, outward) = (Number(credit), Number(debit));
        if (inward is > 0 && outward is null or 0) return (MovementDirection.In, inward.Value, null);
        if (outward is > 0 && inward is null or 0) return (MovementDirection.Out, outward.Value, null);
        if (Number(amount) is not { } either || either == 0) return (default, 0, "amount");
        if (sign is null) return (either > 0 ? MovementDirection.In : MovementDirection.Out, Math.Abs(either), null);
        if (sign is "贷" or "收" or "收入" or "C" or "CR" or "IN") return (MovementDirection.In, Math.Abs(either), null);
        return sign is "借" or "付" or "支" or "支出" or "D" or "DR" or "OUT" ? (MovementDirection.Out, Math.Abs(either), null) : (default, 0, "sign");
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text?.Normalize(NormalizationForm.FormKC).Replace("¥", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            && decimal.Round(number, 2) == number && Math.Abs(number) < 1_000_000_000_000_000m
            ? number
            : null;

    private static DateOnly? ReadDay(string? text)
    {
        if (text is null) return null;
        var day = text.Split(' ', 'T')[0];
        return DateOnly.TryParseExact(day, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : null;
    }

    private static string? ReadCurrency(string? text) => text?.ToUpperInvariant() switch
    {
        null or "人民币" or "RMB" or "CNY" or "156" or "01" => "CNY",
        { Length: 3 } code when code.All(char.IsAsciiLetterUpper) => code,
        _ => null,
    };

    private static Field? FieldOf(string? heading)
    {
        if (heading is null) return null;
        var plain = string.Concat(heading.Normalize(NormalizationForm.FormKC).Split('(')[0].Where(char.IsLetterOrDigit)).ToLowerInvariant();
        foreach (var (field, names) in Known)
            if (names.Contains(plain)) return field;
        return null;
    }

    private static string Short(string text) => text.Length > 300 ? text[..300] : text;
}
