namespace TechMarket.Rules;

/// <summary>Amounts in yuan have at most two decimals: 元, 角, 分.</summary>
static class Yuan
{
    const decimal Greatest = 9_999_999_999_999_999.99m;

    public static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    public static decimal Floor(decimal amount) => Math.Floor(amount * 100) / 100;

    /// <summary>Refuses negative amounts, parts of a fen and amounts that no column could hold.</summary>
    public static void Check(decimal amount, string what)
    {
        if (amount < 0) throw new RuleViolationException("amount-negative", $"The {what} is negative.");
        if (amount > Greatest) throw new RuleViolationException("amount-too-large", $"The {what} is too large.");
        if (Math.Round(amount, 2) != amount) throw new RuleViolationException("amount-too-fine", $"The {what} has parts of a fen.");
    }
}
