using TechMarket.Rules;

namespace TechMarket.Commissions.Earnings;

/// <summary>What one broker gets of an earning, and from which side.</summary>
sealed record BrokerPart(Guid Broker, decimal FromBuyer, decimal FromSeller)
{
    public decimal Total => FromBuyer + FromSeller;
}

/// <summary>Divides a commission between brokers and payers so that every row and every column adds up to the fen.</summary>
static class Allocation
{
    private const decimal Fen = 0.01m;

    /// <summary>Brokers get their basis points with the remainder to the lead broker; the buyer bears its part of each.</summary>
    public static IReadOnlyList<BrokerPart> Of(decimal commission, decimal buyerPays, IReadOnlyList<BrokerShare<Guid>> shares)
    {
        var totals = CommissionRules.Split(commission, shares);
        var fromBuyer = CommissionRules.Split(buyerPays, shares).Select(s => s.Amount).ToArray();
        // The lead broker's two remainders can differ by a fen more than its part from the seller; fellow brokers take that fen from the buyer.
        var lead = shares.ToList().FindIndex(s => s.Lead);
        for (var i = 0; i < fromBuyer.Length && fromBuyer[lead] > totals[lead].Amount; i++)
        {
            if (i == lead) continue;
            var moved = Math.Min(totals[i].Amount - fromBuyer[i], fromBuyer[lead] - totals[lead].Amount);
            moved = Math.Floor(moved / Fen) * Fen;
            fromBuyer[i] += moved;
            fromBuyer[lead] -= moved;
        }
        return [.. totals.Select((t, i) => new BrokerPart(t.Broker, fromBuyer[i], t.Amount - fromBuyer[i]))];
    }

    /// <summary>
    /// The parts of the next earning, so that all earnings together are divided as their sum would be: then the order in which
    /// they come does not matter. Where a remainder that moved would make a part negative, the earning is divided by itself.
    /// </summary>
    public static IReadOnlyList<BrokerPart> Next(
        IReadOnlyList<BrokerPart> earned, decimal commission, decimal buyerPays, IReadOnlyList<BrokerShare<Guid>> shares)
    {
        var whole = Of(earned.Sum(e => e.Total) + commission, earned.Sum(e => e.FromBuyer) + buyerPays, shares);
        var next = whole.Select(w => new BrokerPart(
            w.Broker,
            w.FromBuyer - earned.Where(e => e.Broker == w.Broker).Sum(e => e.FromBuyer),
            w.FromSeller - earned.Where(e => e.Broker == w.Broker).Sum(e => e.FromSeller))).ToList();
        return next.Exists(n => n.FromBuyer < 0 || n.FromSeller < 0) ? Of(commission, buyerPays, shares) : next;
    }
}
