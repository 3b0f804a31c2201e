using System.ComponentModel.DataAnnotations;
using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>What somebody gets a part of the net income for.</summary>
public enum RewardRole
{
    /// <summary>主要贡献人员: made the achievement.</summary>
    MainContributor,

    /// <summary>其他贡献人员: helped to make it.</summary>
    Contributor,

    /// <summary>转移转化人员: staff that converted it.</summary>
    TransferOffice,

    /// <summary>单位留存: stays with the unit or a part of it; no award.</summary>
    Unit,
}

/// <summary>One part of the net income, as it travels.</summary>
/// <param name="BasisPoints">Of the net income; all parts add up to 10 000.</param>
/// <param name="Leader">Holds a leading post of the unit; the notice says so (北京条例 13).</param>
public sealed record RewardShare(
    RewardRole Role, [property: Required, StringLength(60, MinimumLength = 2), RegularExpression(@"\S.*\S")] string Name,
    [property: Range(0, RewardRules.Whole)] int BasisPoints, [property: StringLength(30)] string? WorkNumber = null, bool Leader = false);

/// <summary>What is taken off the income first, as it travels.</summary>
/// <param name="Code">One of the region's deductions: DEAL_TAXES, RIGHT_UPKEEP, DEAL_COST.</param>
public sealed record RewardDeduction(
    [property: Required, StringLength(30)] string Code, Money Amount, [property: Required, StringLength(200, MinimumLength = 2), RegularExpression(@"(?s)\S.*\S")] string Note);

/// <summary>One of the region's floors and whether the shares reach it.</summary>
/// <param name="Rule">AWARD: of the net income; MAIN_CONTRIBUTORS, TRANSFER_OFFICE: of the award.</param>
public sealed record RewardFloorResult(string Rule, decimal Required, decimal Actual, bool Met);

/// <summary>How net income is found and divided. Pure; amounts are yuan.</summary>
static class RewardRules
{
    /// <summary>All shares together, in basis points.</summary>
    public const int Whole = 10_000;

    private const decimal Fen = 0.01m;

    /// <summary>What of a net income is due once so much of the contract amount was received: pro rata; what comes beyond it is all net.</summary>
    public static decimal NetOf(decimal received, decimal contract, decimal net) =>
        received >= contract ? net + (received - contract) : Math.Round(net * received / contract, 2, MidpointRounding.AwayFromZero);

    /// <summary>
    /// Divides by largest remainder: everybody gets the whole fen of their part, the fen that are left go one each to the largest
    /// fractions, among equal ones in the order of the list.
    /// </summary>
    public static IReadOnlyList<decimal> Split(decimal amount, IReadOnlyList<int> basisPoints)
    {
        var exact = basisPoints.Select(points => amount * points / Whole).ToList();
        var parts = exact.Select(part => Math.Floor(part / Fen) * Fen).ToArray();
        var left = (int)((amount - parts.Sum()) / Fen);
        foreach (var place in Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i]).ThenBy(i => i).Take(left)) parts[place] += Fen;
        return parts;
    }

    /// <summary>
    /// The parts of the next payment, so that all payments together are divided as their sum would be. Where that would take back
    /// a fen from somebody, they get nothing this time and the largest parts wait for that fen.
    /// </summary>
    public static IReadOnlyList<decimal> Next(IReadOnlyList<decimal> earlier, decimal netSoFar, IReadOnlyList<int> basisPoints)
    {
        var due = Split(netSoFar, basisPoints).Select((whole, i) => whole - earlier[i]).ToArray();
        var over = -due.Where(part => part < 0).Sum();
        for (var i = 0; i < due.Length; i++) due[i] = Math.Max(0, due[i]);
        for (; over > 0; over -= Fen) due[Array.IndexOf(due, due.Max())] -= Fen;
        return due;
    }

    public static int AwardOf(IEnumerable<RewardShare> shares) => shares.Where(s => s.Role != RewardRole.Unit).Sum(s => s.BasisPoints);

    /// <summary>The region's floors for an assignment or a licence.</summary>
    public static IReadOnlyList<RewardFloorResult> Check(IReadOnlyList<RewardShare> shares, RewardFloor floor)
    {
        var award = AwardOf(shares);
        var results = new List<RewardFloorResult> { Of("AWARD", floor.AssignmentRate, award, Whole) };
        if (floor.MainContributorsRate is { } main) results.Add(Of("MAIN_CONTRIBUTORS", main, PointsOf(shares, RewardRole.MainContributor), award));
        if (floor.TransferOfficeRate is { } office) results.Add(Of("TRANSFER_OFFICE", office, PointsOf(shares, RewardRole.TransferOffice), award));
        return results;
    }

    private static int PointsOf(IEnumerable<RewardShare> shares, RewardRole role) => shares.Where(s => s.Role == role).Sum(s => s.BasisPoints);

    private static RewardFloorResult Of(string rule, decimal required, int part, int whole) =>
        new(rule, required, whole == 0 ? 0 : Math.Round((decimal)part / whole, 4), part >= required * whole && whole > 0);
}
