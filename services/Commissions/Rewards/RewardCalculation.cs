using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>A plan worked out: net income, everybody's amount, the region's floors.</summary>
/// <param name="Amounts">One per share, in their order; none while there is no net income or the shares are more than all of it.</param>
/// <param name="Source">Where the floors are written.</param>
/// <param name="EncouragedRate">What the region invites units to give; it does not bind.</param>
public sealed record RewardCalculation(
    Money Income, Money Deducted, Money NetIncome, int BasisPoints, int AwardBasisPoints, Money? Award, IReadOnlyList<Money>? Amounts,
    IReadOnlyList<RewardFloorResult> Floors, string Source, decimal? EncouragedRate)
{
    internal static RewardCalculation Of(RewardContract contract, RewardContent content, RuleSet rules)
    {
        var net = contract.Amount.Amount - content.Deducted;
        var points = content.Shares.Select(s => s.BasisPoints).ToList();
        var missing = RewardRules.Whole - points.Sum();
        // What nobody has yet counts as one more part, so that amounts stay what they are while a plan is being written.
        var amounts = net > 0 && missing >= 0 ? RewardRules.Split(net, [.. points, missing]).SkipLast(1).Select(Money.Yuan).ToList() : null;
        var award = amounts is null ? null : Money.Yuan(amounts.Zip(content.Shares).Where(p => p.Second.Role != RewardRole.Unit).Sum(p => p.First.Amount));
        return new RewardCalculation(
            contract.Amount, Money.Yuan(content.Deducted), Money.Yuan(net), points.Sum(), RewardRules.AwardOf(content.Shares), award, amounts,
            RewardRules.Check(content.Shares, rules.RewardFloor), SourceOf(rules), rules.RewardFloor.EncouragedRate);
    }

    /// <summary>The rule as it is cited; the note on where it was found is the profile's own.</summary>
    internal static string SourceOf(RuleSet rules)
    {
        var source = rules.Sources["rewardFloor"];
        return source.IndexOf(" [", StringComparison.Ordinal) is > 0 and var note ? source[..note] : source;
    }
}
