using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Commissions.Earnings;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Mandates;

/// <summary>Anybody who negotiates a mandate tries a schedule on an amount and sees bands, split, payers and withholding.</summary>
static class PreviewCommission
{
    public sealed record Request(
        ScheduleInput Schedule, Money Amount, [property: MinLength(1), MaxLength(10)] IReadOnlyList<BrokerInput> Brokers, Money? ContractAmount = null);

    public sealed record Line(Money From, Money? UpTo, decimal Rate, Money Amount, Money Commission);

    /// <param name="Withholding">A preview, for an individual broker only.</param>
    public sealed record Part(Guid BrokerId, string? BrokerName, bool Individual, int BasisPoints, bool Lead, Money Amount, Money FromBuyer, Money FromSeller, WithheldTax? Withholding);

    public sealed record Response(
        Money Commission, Money BuyerPays, Money SellerPays, IReadOnlyList<Line> Lines, bool MinimumApplied, bool CapApplied, decimal EffectiveRate,
        decimal WarnRate, bool AboveUsualRate, IReadOnlyList<Part> Parts);

    public static async Task<Ok<Response>> Handle(
        Request request, Caller caller, CommissionsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Broker, Roles.Purchaser, Roles.Approver, Roles.Finance);
        var rules = profile.At(clock.GetUtcNow());
        var schedule = request.Schedule.ToSchedule();
        var amount = ScheduleInput.Yuan(request.Amount)!.Value;
        if (amount <= 0 || request.ContractAmount is { Amount: <= 0 }) throw Problems.AmountRefused.Now();
        MandateRules.CheckSchedule(schedule);
        var shares = request.Brokers.Select(b => new BrokerShare<Guid>(b.BrokerId, b.BasisPoints, b.Lead)).ToList();
        MandateRules.CheckShares(shares);
        var whole = CommissionRules.Compute(schedule, amount);
        var parts = new List<Part>();
        foreach (var part in Allocation.Of(whole.Commission, whole.BuyerPays, shares))
        {
            var broker = await db.Organisations.FindAsync([part.Broker], ct);
            var share = shares.Single(s => s.Broker == part.Broker);
            parts.Add(new Part(
                part.Broker, broker?.Name, broker?.IsIndividual ?? false, share.BasisPoints, share.Lead, Money.Yuan(part.Total), Money.Yuan(part.FromBuyer),
                Money.Yuan(part.FromSeller), broker?.IsIndividual == true ? WithheldTax.From(CommissionRules.Withhold(rules.Withholding, part.Total)) : null));
        }
        var contract = ScheduleInput.Yuan(request.ContractAmount) ?? amount;
        return TypedResults.Ok(new Response(
            Money.Yuan(whole.Commission), Money.Yuan(whole.BuyerPays), Money.Yuan(whole.SellerPays),
            [.. whole.Lines.Select(l => new Line(Money.Yuan(l.From), l.UpTo is { } upTo ? Money.Yuan(upTo) : null, l.Rate, Money.Yuan(l.Amount), Rounded(l.Commission)))],
            whole.MinimumApplied, whole.CapApplied, Math.Round(whole.Commission / contract, 6), rules.CommissionWarnRate,
            CommissionRules.IsUnusuallyHigh(whole.Commission, contract, rules.CommissionWarnRate), parts));
    }

    /// <summary>A band's part for people to read; the whole is rounded once, over all bands.</summary>
    internal static Money Rounded(decimal amount) => Money.Yuan(Math.Round(amount, 2, MidpointRounding.AwayFromZero));
}
