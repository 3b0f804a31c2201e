using System.ComponentModel.DataAnnotations;
using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Commissions.Mandates;

/// <summary>A band as it travels: the last one has no end.</summary>
public sealed record BandInput([property: Range(typeof(decimal), "0", "1", ParseLimitsInInvariantCulture = true)] decimal Rate, Money? UpTo = null);

/// <summary>A broker's part as it travels.</summary>
public sealed record BrokerInput(Guid BrokerId, [property: Range(0, CommissionRules.WholeInBasisPoints)] int BasisPoints, bool Lead = false);

/// <summary>A commission schedule as it travels; amounts in yuan.</summary>
public sealed record ScheduleInput(
    CommissionBase Base,
    [property: MinLength(1), MaxLength(20)] IReadOnlyList<BandInput> Bands,
    [property: Range(0, CommissionRules.WholeInBasisPoints)] int BuyerShareBasisPoints,
    Money? Minimum = null,
    Money? Cap = null)
{
    internal CommissionSchedule ToSchedule() => new(
        Base, [.. Bands.Select(b => new CommissionBand(Yuan(b.UpTo), b.Rate))], Yuan(Minimum) ?? 0, Yuan(Cap),
        (decimal)BuyerShareBasisPoints / CommissionRules.WholeInBasisPoints);

    internal static ScheduleInput From(CommissionSchedule schedule) => new(
        schedule.Base, [.. schedule.Bands.Select(b => new BandInput(b.Rate, b.UpTo is { } upTo ? Money.Yuan(upTo) : null))],
        (int)(schedule.BuyerShareRate * CommissionRules.WholeInBasisPoints), Money.Yuan(schedule.Minimum), schedule.Cap is { } cap ? Money.Yuan(cap) : null);

    internal static decimal? Yuan(Money? money) => money switch
    {
        null => null,
        { Currency: "CNY" } => money.Amount,
        _ => throw Problems.CurrencyUnfit.With(("currency", money.Currency)),
    };
}
