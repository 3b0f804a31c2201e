using FsCheck;
using FsCheck.Fluent;

namespace TechMarket.Rules.Tests;

public sealed class ChineseAmountTests
{
    [Theory]
    [InlineData("0", "零元整")]
    [InlineData("0.05", "伍分")]
    [InlineData("0.50", "伍角整")]
    [InlineData("1", "壹元整")]
    [InlineData("10", "壹拾元整")]
    [InlineData("1.50", "壹元伍角整")]
    [InlineData("100.05", "壹佰元零伍分")]
    [InlineData("1409.50", "壹仟肆佰零玖元伍角整")]
    [InlineData("6007.14", "陆仟零柒元壹角肆分")]
    [InlineData("107000.53", "壹拾万柒仟元伍角叁分")]
    [InlineData("16409.02", "壹万陆仟肆佰零玖元零贰分")]
    [InlineData("1230000", "壹佰贰拾叁万元整")]
    [InlineData("1000005", "壹佰万零伍元整")]
    [InlineData("10010010", "壹仟零壹万零壹拾元整")]
    [InlineData("100000000", "壹亿元整")]
    [InlineData("100000001", "壹亿零壹元整")]
    [InlineData("1000010000", "壹拾亿零壹万元整")]
    [InlineData("1000000000000", "壹万亿元整")]
    [InlineData("1234567890.12", "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分")]
    public void Amounts_are_written_as_on_a_contract(string amount, string words) =>
        ChineseAmount.Words(decimal.Parse(amount)).ShouldBe(words);

    [Fact]
    public void The_words_read_back_as_the_amount()
    {
        var amounts = from high in Gen.Choose(0, 99_999_999) from low in Gen.Choose(0, 999_999_999) select (high * 1_000_000_000m + low) / 100m;
        var sparse = from power in Gen.Choose(0, 15) from digit in Gen.Choose(1, 9) from low in Gen.Choose(0, 1_000) select (decimal)Math.Pow(10, power) * digit + low / 100m;
        Prop.ForAll(Gen.OneOf(amounts, sparse).ToArbitrary(), amount => Read(ChineseAmount.Words(amount)) == amount).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_zero_is_spoken_twice() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).Select(fen => fen / 100m).ToArbitrary(), amount => !ChineseAmount.Words(amount).Contains("零零"))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Negative_amounts_and_parts_of_a_fen_are_refused()
    {
        Should.Throw<RuleViolationException>(() => ChineseAmount.Words(-1)).Code.ShouldBe("amount-negative");
        Should.Throw<RuleViolationException>(() => ChineseAmount.Words(0.001m)).Code.ShouldBe("amount-too-fine");
    }

    [Theory]
    [InlineData("1234567.89", "123.456789")]
    [InlineData("1000000", "100.00")]
    [InlineData("0", "0.00")]
    public void Ten_thousands_keep_every_fen(string yuan, string expected) => WanYuan.Format(decimal.Parse(yuan)).ShouldBe(expected);

    [Fact]
    public void Ten_thousands_in_tables_are_rounded_and_grouped()
    {
        WanYuan.Format(12_345_678_950m, 2).ShouldBe("1,234,567.90");
        WanYuan.Format(50m, 2).ShouldBe("0.01");
    }

    /// <summary>Reads the words by another way than they are made: digit by digit, with the unit that follows.</summary>
    static decimal Read(string words)
    {
        decimal total = 0, section = 0, digit = 0;
        foreach (var c in words)
        {
            if ("零壹贰叁肆伍陆柒捌玖".IndexOf(c) is >= 0 and var value)
            {
                digit = value;
                continue;
            }
            switch (c)
            {
                case '拾' or '佰' or '仟':
                    section += digit * (c switch { '拾' => 10, '佰' => 100, _ => 1000 });
                    break;
                case '万':
                    total += (section + digit) * 10_000;
                    section = 0;
                    break;
                case '亿':
                    total = (total + section + digit) * 100_000_000;
                    section = 0;
                    break;
                case '元':
                    total += section + digit;
                    section = 0;
                    break;
                case '角':
                    total += digit / 10;
                    break;
                case '分':
                    total += digit / 100;
                    break;
            }
            digit = 0;
        }
        return total;
    }
}
