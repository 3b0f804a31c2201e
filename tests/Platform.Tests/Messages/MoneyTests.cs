using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TechMarket.Messages;
using TechMarket.Platform.Data;

namespace TechMarket.Platform.Tests.Messages;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("""{"amount":"110.00","currency":"CNY"}""", 110)]
    [InlineData("""{"amount":"-0.5","currency":"CNY"}""", -0.5)]
    [InlineData("""{"currency":"CNY","amount":"9999999999.99","note":{"x":1}}""", 9999999999.99)]
    public void It_reads_an_exact_string(string json, decimal amount) =>
        JsonSerializer.Deserialize<Money>(json, Json.Options).ShouldBe(Money.Yuan(amount));

    [Theory]
    [InlineData("""{"amount":110.00,"currency":"CNY"}""")]
    [InlineData("""{"amount":"110.001","currency":"CNY"}""")]
    [InlineData("""{"amount":"1e3","currency":"CNY"}""")]
    [InlineData("""{"amount":"1,000","currency":"CNY"}""")]
    [InlineData("""{"amount":"","currency":"CNY"}""")]
    [InlineData("""{"amount":"1"}""")]
    [InlineData("""{"amount":"1","currency":"cny"}""")]
    [InlineData("""{"amount":"1000000000000000","currency":"CNY"}""")]
    [InlineData("110")]
    [InlineData("\"110\"")]
    public void It_refuses_what_is_not_exact(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Money>(json, Json.Options));

    [Fact]
    public void It_survives_the_wire()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), cents =>
        {
            var money = Money.Yuan(cents % 100_000_000_000_000_000 / 100m);
            return JsonSerializer.Deserialize<Money>(JsonSerializer.Serialize(money, Json.Options), Json.Options) == money;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Unlike_currencies_do_not_add_or_compare()
    {
        var dollar = new Money(1, "USD");
        Should.Throw<InvalidOperationException>(() => dollar + Money.Yuan(1));
        Should.Throw<InvalidOperationException>(() => dollar < Money.Yuan(1));
    }

    [Fact]
    public void Equal_values_are_equal() => new Money(1.50m, "CNY").ShouldBe(new Money(1.5m, "CNY"));
}
