namespace TechMarket.Trading.Bidding;

/// <summary>The prices an ascending auction can stand at: each step is that of the band it starts in. Exact in decimals.</summary>
sealed class Ladder(IReadOnlyList<IncrementBand> bands)
{
    /// <summary>The step at a price.</summary>
    public decimal Step(decimal price) => bands[BandOf(price)].Step.Amount;

    public decimal Next(decimal price) => price + Step(price);

    /// <summary>How many whole steps lead from a price towards a limit, and the rung they reach.</summary>
    public (long Steps, decimal Rung) Climb(decimal from, decimal limit)
    {
        if (limit < from) return (0, from);
        long steps = 0;
        for (var band = BandOf(from); ; band++)
        {
            var step = bands[band].Step.Amount;
            var inBand = (long)decimal.Floor((limit - from) / step);
            if (band + 1 < bands.Count)
            {
                var toNext = (long)decimal.Ceiling((bands[band + 1].From.Amount - from) / step);
                if (toNext <= inBand)
                {
                    // A wide step may cross several narrow bands; the loop looks at each.
                    steps += Math.Max(0, toNext);
                    from += Math.Max(0, toNext) * step;
                    continue;
                }
            }
            return (steps + inBand, from + (inBand * step));
        }
    }

    /// <summary>The price so many steps above.</summary>
    public decimal Rung(decimal from, long steps)
    {
        for (var band = BandOf(from); ; band++)
        {
            var step = bands[band].Step.Amount;
            if (band + 1 < bands.Count)
            {
                var toNext = (long)decimal.Ceiling((bands[band + 1].From.Amount - from) / step);
                if (toNext <= steps)
                {
                    from += Math.Max(0, toNext) * step;
                    steps -= Math.Max(0, toNext);
                    continue;
                }
            }
            return from + (steps * step);
        }
    }

    /// <summary>The amount is that price plus whole steps.</summary>
    public bool Reaches(decimal from, decimal amount) => Climb(from, amount).Rung == amount;

    private int BandOf(decimal price)
    {
        var band = 0;
        while (band + 1 < bands.Count && bands[band + 1].From.Amount <= price) band++;
        return band;
    }
}
