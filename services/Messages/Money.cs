using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TechMarket.Messages;

/// <summary>An exact amount in one currency (ISO 4217). Unlike currencies do not add or compare.</summary>
/// <remarks>On the wire <c>{ "amount": "110.00", "currency": "CNY" }</c>: a string, so that no reader rounds it.</remarks>
[JsonConverter(typeof(MoneyJson))]
public sealed record Money : IComparable<Money>
{
    /// <param name="amount">In the currency's main unit, at most two decimals.</param>
    /// <param name="currency">Three capital letters.</param>
    public Money(decimal amount, string currency)
    {
        if (decimal.Round(amount, 2) != amount) throw new ArgumentException("An amount has at most two decimals.", nameof(amount));
        if (Math.Abs(amount) >= 1_000_000_000_000_000m) throw new ArgumentException("An amount is below 1 000 000 000 000 000.", nameof(amount));
        if (currency is not { Length: 3 } || !currency.All(char.IsAsciiLetterUpper)) throw new ArgumentException("A currency is three capital letters.", nameof(currency));
        Amount = amount;
        Currency = currency;
    }

    public decimal Amount { get; private init; }

    public string Currency { get; private init; }

    /// <summary>An amount in yuan (人民币元).</summary>
    public static Money Yuan(decimal amount) => new(amount, "CNY");

    public static Money operator +(Money a, Money b) => new(a.Amount + Same(a, b).Amount, a.Currency);

    public static Money operator -(Money a, Money b) => new(a.Amount - Same(a, b).Amount, a.Currency);

    public static bool operator <(Money a, Money b) => a.CompareTo(b) < 0;

    public static bool operator >(Money a, Money b) => a.CompareTo(b) > 0;

    public static bool operator <=(Money a, Money b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Money a, Money b) => a.CompareTo(b) >= 0;

    public int CompareTo(Money? other) => other is null ? 1 : Amount.CompareTo(Same(this, other).Amount);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:0.00} {Currency}");

    private static Money Same(Money a, Money b) =>
        a.Currency == b.Currency ? b : throw new InvalidOperationException($"{a.Currency} and {b.Currency} do not mix.");
}

/// <summary>Writes the amount as a string with two decimals; reads a string only.</summary>
public sealed class MoneyJson : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Money is an object with amount and currency.");
        string? amount = null, currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (string.Equals(name, "amount", StringComparison.OrdinalIgnoreCase)) amount = Text(ref reader);
            else if (string.Equals(name, "currency", StringComparison.OrdinalIgnoreCase)) currency = Text(ref reader);
            else reader.Skip();
        }
        if (!decimal.TryParse(amount, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            throw new JsonException("The amount is a decimal written as a string, for example \"110.00\".");
        try
        {
            return new Money(value, currency ?? "");
        }
        catch (ArgumentException wrong)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("amount", value.Amount.ToString("0.00", CultureInfo.InvariantCulture));
        writer.WriteString("currency", value.Currency);
        writer.WriteEndObject();
    }

    private static string? Text(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException("Amount and currency are strings.");
}
