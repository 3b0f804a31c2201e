using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Commissions.Earnings;

/// <summary>The preview of a person's income tax as it travels.</summary>
public sealed record WithheldTax(Money TaxableBase, decimal Rate, Money QuickDeduction, Money Withheld, Money Net)
{
    internal static WithheldTax? From(WithholdingPreview? preview) => preview is null ? null : new WithheldTax(
        Money.Yuan(Math.Round(preview.TaxableBase, 2, MidpointRounding.AwayFromZero)), preview.Rate, Money.Yuan(preview.QuickDeduction),
        Money.Yuan(preview.Withheld), Money.Yuan(preview.Net));
}
