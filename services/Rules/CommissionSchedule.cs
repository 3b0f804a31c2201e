namespace TechMarket.Rules;

/// <summary>The part of the amount up to <paramref name="UpTo"/> (and above the band before) earns this rate; the last band is open.</summary>
public sealed record CommissionBand(decimal? UpTo, decimal Rate);

/// <summary>
/// How a brokerage is computed: progressive bands on a base, at least a minimum, at most a cap, and the buyer's share
/// of it (the seller bears the rest).
/// </summary>
public sealed record CommissionSchedule(
    CommissionBase Base, IReadOnlyList<CommissionBand> Bands, decimal Minimum, decimal? Cap, decimal BuyerShareRate)
{
    /// <summary>The commission on an amount, rounded half away from zero to the fen.</summary>
    public decimal On(decimal amount) => CommissionRules.Compute(this, amount).Commission;
}
