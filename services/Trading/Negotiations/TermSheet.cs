using TechMarket.Messages;
using TechMarket.Rules;

namespace TechMarket.Trading.Negotiations;

/// <summary>The rules a term sheet keeps, whoever wrote it and however the price was found.</summary>
static class TermSheet
{
    /// <summary>What a royalty is a share of (DOMAIN A-5).</summary>
    public enum RoyaltyBase
    {
        Price,
        AddedOutput,
        Profit,
        Sales,
    }

    public const string LumpSum = "LUMP_SUM";
    public const string Instalments = "INSTALMENTS";
    public const string Royalty = "ROYALTY";
    public const string EntryFeePlusRoyalty = "ENTRY_FEE_PLUS_ROYALTY";
    public const string OtherMode = "OTHER";

    /// <summary>Refuses terms that contradict themselves. The price is the fixed part: with an entry fee the entry fee, with a bare royalty the estimate.</summary>
    public static void Check(DealTerms terms)
    {
        if (!CodeLists.ContractCategory.Allows(terms.Category)) throw Problems.CategoryUnknown.With(("category", terms.Category));
        CheckLicence(terms);
        CheckPrice(terms);
        CheckPayment(terms);
        CheckRoyalty(terms);
        if (terms.EndsOn < terms.StartsOn) throw Problems.PeriodReversed.Now();
    }

    /// <summary>Nobody else can get the achievement meanwhile: assignment, exclusive licence, sole licence.</summary>
    public static bool IsExclusive(DealTerms terms) =>
        Class(terms) == "ZR" || (Class(terms) == "XK" && terms.LicenceExclusivity is "EXCLUSIVE" or "SOLE");

    private static string Class(DealTerms terms) => ContractCategories.Classify(terms.Category, ClassificationScheme.CivilCodeFiveClass).Code;

    private static void CheckLicence(DealTerms terms)
    {
        var licence = Class(terms) == "XK";
        if (licence != CodeLists.LicenceExclusivity.Allows(terms.LicenceExclusivity) || (!licence && terms.LicenceExclusivity is not null))
            throw Problems.ExclusivityNeeded.With(("category", terms.Category));
        // 开放许可 is open to everyone by law (专利法 50-52).
        if (terms.Category == "XK08" && terms.LicenceExclusivity != "NON_EXCLUSIVE") throw Problems.ExclusivityNeeded.With(("category", terms.Category));
    }

    private static void CheckPrice(DealTerms terms)
    {
        if (terms.Milestones.Select(m => m.Amount).Append(terms.Price).FirstOrDefault(m => m.Currency != "CNY") is { } foreign)
            throw Problems.CurrencyNotSupported.With(("currency", foreign.Currency));
        var least = terms.PaymentMode == Royalty ? 0m : 0.01m;
        if (terms.Price.Amount < least || terms.Milestones.Any(m => m.Amount.Amount <= 0)) throw Problems.PriceNotPositive.Now();
    }

    private static void CheckPayment(DealTerms terms)
    {
        var count = terms.Milestones.Count;
        var fits = terms.PaymentMode switch
        {
            LumpSum => count <= 1,
            Instalments => count >= 2,
            Royalty => count == 0,
            EntryFeePlusRoyalty => count >= 1,
            OtherMode => true,
            _ => false,
        };
        if (!fits) throw Problems.MilestonesDoNotFit.With(("paymentMode", terms.PaymentMode), ("count", count));
        if (terms.PaymentMode == OtherMode && string.IsNullOrWhiteSpace(terms.Other)) throw Problems.PaymentNotDescribed.Now();
        if (count == 0) return;
        var sum = terms.Milestones.Select(m => m.Amount).Aggregate((a, b) => a + b);
        if (sum != terms.Price) throw Problems.MilestonesDoNotAddUp.With(("price", terms.Price), ("sum", sum), ("difference", terms.Price - sum));
    }

    private static void CheckRoyalty(DealTerms terms)
    {
        var royalty = terms.PaymentMode is Royalty or EntryFeePlusRoyalty;
        var stated = terms.RoyaltyRate is > 0 and < 1 && terms.RoyaltyBase is not null;
        if (royalty ? !stated : terms.RoyaltyRate is not null || terms.RoyaltyBase is not null) throw Problems.RoyaltyIncomplete.Now();
    }
}
