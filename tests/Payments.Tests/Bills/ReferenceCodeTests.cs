using TechMarket.Payments.Bills;

namespace TechMarket.Payments.Tests.Bills;

public sealed class ReferenceCodeTests
{
    [Fact]
    public void The_check_digit_is_the_standards()
    {
        foreach (var serial in new long[] { 1, 12, 794, 1_234_567 })
        {
            var product = 10;
            foreach (var digit in ReferenceCode.Of(serial)[2..^1]) product = ((digit - '0' + product) % 10 is 0 ? 10 : (digit - '0' + product) % 10) * 2 % 11;
            ((product + (ReferenceCode.Of(serial)[^1] - '0')) % 10).ShouldBe(1);
        }
    }

    [Fact]
    public void Every_single_wrong_digit_is_noticed()
    {
        for (long serial = 1; serial < 2000; serial += 37)
        {
            var code = ReferenceCode.Of(serial);
            for (var at = 2; at < code.Length; at++)
            {
                for (var digit = '0'; digit <= '9'; digit++)
                {
                    if (code[at] == digit) continue;
                    var (codes, unreadable) = ReferenceCode.Find(code[..at] + digit + code[(at + 1)..]);
                    codes.ShouldBeEmpty();
                    unreadable.ShouldBeTrue();
                }
            }
        }
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("保证金 {0} 浙江")]
    [InlineData("用途:{0}/货款")]
    [InlineData("  jk {1}")]
    [InlineData("ＪＫ-{1}")]
    public void It_is_found_whatever_the_bank_adds(string remark)
    {
        var code = ReferenceCode.Of(4711);
        ReferenceCode.Find(string.Format(System.Globalization.CultureInfo.InvariantCulture, remark, code, code[2..6] + " " + code[6..])).Codes.ShouldBe([code]);
    }

    [Fact]
    public void Several_codes_are_all_found_and_one_written_twice_is_one()
    {
        var (a, b) = (ReferenceCode.Of(1), ReferenceCode.Of(2));
        ReferenceCode.Find($"{a} {b} {a}").Codes.ShouldBe([a, b]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("货款")]
    [InlineData("合同 2026-000123")]
    public void Where_there_is_none_none_is_found(string? remark)
    {
        ReferenceCode.Find(remark).Codes.ShouldBeEmpty();
        ReferenceCode.Find(remark).Unreadable.ShouldBeFalse();
    }
}
