namespace TechMarket.Rules;

/// <summary>Why a computation was refused: the caller gave numbers that cannot be true together.</summary>
public sealed class RuleViolationException(string code, string message) : ArgumentException(message)
{
    /// <summary>Stable, in the form of a problem code's last part.</summary>
    public string Code { get; } = code;
}

/// <summary>What one band contributed.</summary>
public sealed record CommissionLine(decimal From, decimal? UpTo, decimal Rate, decimal Amount, decimal Commission);

/// <summary>A commission and how it came about. Buyer's and seller's parts add up to it.</summary>
public sealed record CommissionResult(
    decimal Commission, decimal BuyerPays, decimal SellerPays, IReadOnlyList<CommissionLine> Lines, bool MinimumApplied, bool CapApplied);

/// <summary>A broker's share of a commission in basis points (1/10 000).</summary>
public sealed record BrokerShare<TKey>(TKey Broker, int BasisPoints, bool Lead);

/// <summary>What is held back from one payment to a person, and what is left.</summary>
public sealed record WithholdingPreview(decimal Payment, decimal TaxableBase, decimal Rate, decimal QuickDeduction, decimal Withheld, decimal Net);

/// <summary>Brokerage arithmetic. All amounts are yuan with at most two decimals.</summary>
public static class CommissionRules
{
    public const int WholeInBasisPoints = 10_000;

    /// <summary>Progressive bands; the sum is rounded once, then the minimum and the cap apply. No amount, no commission.</summary>
    public static CommissionResult Compute(CommissionSchedule schedule, decimal amount)
    {
        Check(schedule);
        Yuan.Check(amount, "amount");
        var lines = new List<CommissionLine>();
        var from = 0m;
        foreach (var band in schedule.Bands)
        {
            var part = Math.Min(amount, band.UpTo ?? amount) - from;
            if (part <= 0) break;
            lines.Add(new CommissionLine(from, band.UpTo, band.Rate, part, part * band.Rate));
            from += part;
        }
        var exact = Yuan.Round(lines.Sum(line => line.Commission));
        var commission = amount == 0 ? 0 : Math.Max(exact, schedule.Minimum);
        var capApplied = commission > schedule.Cap;
        if (capApplied) commission = schedule.Cap!.Value;
        var buyer = Yuan.Round(commission * schedule.BuyerShareRate);
        return new CommissionResult(commission, buyer, commission - buyer, lines, !capApplied && commission > exact, capApplied);
    }

    /// <summary>True if the commission is more than the profile's warning rate allows of the contract amount.</summary>
    public static bool IsUnusuallyHigh(decimal commission, decimal contractAmount, decimal warnRate) =>
        commission > contractAmount * warnRate;

    /// <summary>
    /// Splits a commission by basis points that add up to the whole. Each share is cut to the fen; what is left over
    /// goes to the one lead broker, so the parts always add up.
    /// </summary>
    public static IReadOnlyList<(TKey Broker, decimal Amount)> Split<TKey>(decimal commission, IReadOnlyList<BrokerShare<TKey>> shares)
    {
        Yuan.Check(commission, "commission");
        if (shares.Count(share => share.Lead) != 1)
            throw new RuleViolationException("one-lead-broker", "Exactly one broker leads.");
        if (shares.Any(share => share.BasisPoints is < 0 or > WholeInBasisPoints) || shares.Sum(share => share.BasisPoints) != WholeInBasisPoints)
            throw new RuleViolationException("shares-not-whole", "The shares do not add up to 10 000 basis points.");
        var cut = shares.Select(share => Yuan.Floor(commission * share.BasisPoints / WholeInBasisPoints)).ToList();
        var remainder = commission - cut.Sum();
        return [.. shares.Select((share, i) => (share.Broker, cut[i] + (share.Lead ? remainder : 0)))];
    }

    /// <summary>Preview of the income tax the payer withholds from a person; the yearly settlement is the person's own.</summary>
    public static WithholdingPreview Withhold(WithholdingTable table, decimal payment)
    {
        Yuan.Check(payment, "payment");
        var taxable = payment <= table.SmallPayment
            ? Math.Max(0, payment - table.SmallDeduction)
            : payment * (1 - table.DeductionRate);
        var bracket = table.Brackets.First(b => b.UpTo is null || taxable <= b.UpTo);
        var withheld = Yuan.Round(taxable * bracket.Rate - bracket.QuickDeduction);
        return new WithholdingPreview(payment, taxable, bracket.Rate, bracket.QuickDeduction, withheld, payment - withheld);
    }

    /// <summary>Refuses a schedule that leaves a gap, falls back, or promises a minimum above its cap.</summary>
    public static void Check(CommissionSchedule schedule)
    {
        var ends = schedule.Bands.Select(band => band.UpTo).ToList();
        var closed = ends.Take(Math.Max(0, ends.Count - 1)).ToList();
        if (ends.Count == 0 || ends[^1] is not null || closed.Any(end => end is null or <= 0)
            || closed.Zip(closed.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new RuleViolationException("bands-not-rising", "Bands must rise without gaps and end with an open one.");
        if (schedule.Bands.Any(band => band.Rate is < 0 or > 1) || schedule.BuyerShareRate is < 0 or > 1)
            throw new RuleViolationException("rate-out-of-range", "Rates lie between 0 and 1.");
        if (schedule.Minimum < 0 || schedule.Cap < schedule.Minimum)
            throw new RuleViolationException("cap-below-minimum", "The cap lies below the minimum.");
    }
}
