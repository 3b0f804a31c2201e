using TechMarket.Identity.People;

namespace TechMarket.Identity.Tests.People;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("short-Pw-1", "too-short")]
    [InlineData("aaaaaaaaaaaa", "repetitive")]
    [InlineData("abc1abc1abc1", "repetitive")]
    [InlineData("123456789012", "sequence")]
    [InlineData("qwertyuiop123", "sequence")]
    [InlineData("abcdefghijklm", "sequence")]
    [InlineData("password2026!", "common")]
    [InlineData("P@ssw0rd2026!", "common")]
    [InlineData("AdminPassword9", "common")]
    [InlineData("839201746529", "common")]
    [InlineData("zhangsan-2026", "personal")]
    public void What_is_guessed_first_is_refused(string password, string reason) =>
        PasswordRules.Weakness(password, "zhangsan@people.test", "张三").ShouldBe(reason);

    [Theory]
    [InlineData("correct-Horse-7-battery")]
    [InlineData("abcd-efgh-jkmn-pqrs-x9")]
    [InlineData("天水的秋天总是很短很短呀哈")]
    [InlineData("kf3-92ma-xq8t-77bd")]
    public void Length_without_a_pattern_is_enough(string password) =>
        PasswordRules.Weakness(password, "zhangsan@people.test", "张三").ShouldBeNull();
}
