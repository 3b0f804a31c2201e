namespace TechMarket.Rules.Tests;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("91350200776049653A", IdentifierCheck.Ok)]
    [InlineData("91440101MA5CJQ4N59", IdentifierCheck.Ok)]
    [InlineData("123502001549897397", IdentifierCheck.Ok)]
    [InlineData(" 91440101ma5cjq4n59 ", IdentifierCheck.Ok)]
    [InlineData("91350211M0000XUF46", IdentifierCheck.CheckDigitFails)]
    [InlineData("91440101MA5CJQ4N58", IdentifierCheck.CheckDigitFails)]
    [InlineData("91440101MA5CJQ4N5", IdentifierCheck.Malformed)]
    [InlineData("91440101MI5CJQ4N59", IdentifierCheck.Malformed)]
    [InlineData("9144O101MA5CJQ4N59", IdentifierCheck.Malformed)]
    [InlineData("9144A101MA5CJQ4N59", IdentifierCheck.Malformed)]
    [InlineData("", IdentifierCheck.Malformed)]
    [InlineData(null, IdentifierCheck.Malformed)]
    public void Credit_codes_are_checked_by_their_arithmetic(string? code, IdentifierCheck expected) =>
        CreditCode.Check(code).ShouldBe(expected);

    [Fact]
    public void Changing_any_character_of_a_credit_code_is_noticed()
    {
        const string Genuine = "91440101MA5CJQ4N59";
        for (var i = 0; i < Genuine.Length; i++)
        {
            var changed = Genuine[..i] + (Genuine[i] == '7' ? '8' : '7') + Genuine[(i + 1)..];
            CreditCode.Check(changed).ShouldBe(IdentifierCheck.CheckDigitFails, changed);
        }
    }

    [Fact]
    public void A_credit_code_tells_where_the_body_was_registered()
    {
        CreditCode.AreaOf("91440101MA5CJQ4N59")!.Zh.ShouldBe("广州市");
        CreditCode.AreaOf("nonsense").ShouldBeNull();
    }

    [Theory]
    [InlineData("11010519491231002X", IdentifierCheck.Ok)]
    [InlineData("11010519491231002x", IdentifierCheck.Ok)]
    [InlineData("110105194912310021", IdentifierCheck.CheckDigitFails)]
    [InlineData("11010519490231002X", IdentifierCheck.Malformed)]
    [InlineData("1101051949123100X2", IdentifierCheck.Malformed)]
    [InlineData("11010519491231002", IdentifierCheck.Malformed)]
    [InlineData(null, IdentifierCheck.Malformed)]
    public void Resident_numbers_are_checked_by_their_arithmetic(string? number, IdentifierCheck expected) =>
        ResidentId.Check(number).ShouldBe(expected);

    [Fact]
    public void A_masked_resident_number_shows_seven_characters()
    {
        ResidentId.Mask("11010519491231002x").ShouldBe("110***********002X");
        ResidentId.Mask("1234567").ShouldBe("*******");
    }

    [Fact]
    public void Registration_numbers_have_sixteen_digits()
    {
        var rules = RegionProfiles.Get("GS").On(new DateOnly(2026, 3, 2));
        var number = RegistrationNumber.Compose(2026, "620503", 42);
        number.ShouldBe("2026620503000042");
        RegistrationNumber.Fits(rules, number).ShouldBeTrue();
        RegistrationNumber.Fits(rules, "26620500000042").ShouldBeTrue();
        RegistrationNumber.Fits(rules, "202662050300004").ShouldBeFalse();
        RegistrationNumber.Fits(rules, "2026620503000042\n").ShouldBeFalse();
        Should.Throw<RuleViolationException>(() => RegistrationNumber.Compose(2026, "6205", 1)).Code.ShouldBe("area-code-malformed");
        Should.Throw<RuleViolationException>(() => RegistrationNumber.Compose(2026, "620503", 1_000_000)).Code.ShouldBe("number-out-of-range");
    }
}
