using TechMarket.Messages;
using TechMarket.Platform.Web;
using TechMarket.Rules;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.FixedTerm;

/// <summary>The rules the terms of an offer keep, and the deal they lead to.</summary>
static class FixedTermTerms
{
    public const string OpenLicenceCategory = "XK08";
    private const string NonExclusive = "NON_EXCLUSIVE";

    /// <summary>The sorts of patent the law opens (专利法 50); of the last two an evaluation report goes with the declaration.</summary>
    private static readonly string[] Patents = ["INVENTION_PATENT", "PATENT", "UTILITY_MODEL", "DESIGN_PATENT"];

    private static readonly string[] NeedReport = ["UTILITY_MODEL", "DESIGN_PATENT"];

    private static readonly string[] NotGranted = ["APPLIED", "LAPSED"];

    public static void Check(FixedTermKind kind, FixedTermForm.Terms terms, DateOnly today)
    {
        PriceFormula.Check(terms.Price);
        if (kind == FixedTermKind.TryThenPay ? terms is not { Trial: not null, Patent: null } : terms is not { Trial: null, Patent: not null })
            throw FixedTermProblems.TermsMisplaced.With(("kind", kind));
        if (kind == FixedTermKind.OpenLicense && (terms.Category, terms.LicenceExclusivity) != (OpenLicenceCategory, NonExclusive))
            throw FixedTermProblems.OpenLicenceIsOrdinary.Now();
        if (kind == FixedTermKind.TryThenPay && terms.Category == OpenLicenceCategory) throw FixedTermProblems.OpenLicenceIsOrdinary.Now();
        var deal = DealTermsOf(kind, terms, Money.Yuan(0m), today);
        TermSheet.Check(deal);
        if (IsLicence(terms) != terms.PeriodMonths is not null) throw FixedTermProblems.PeriodNeeded.Now();
        if (TermSheet.IsExclusive(deal) && terms.Places != 1) throw FixedTermProblems.OneTakerOnly.Now();
        if ((terms.Trial is not null || terms.Price.Kind == PriceKind.Royalty) && terms.ReportMonths is null) throw FixedTermProblems.ReportsNeeded.Now();
        if (terms.Trial?.SalesThreshold is { } threshold && (terms.Trial.Trigger != TrialTrigger.Sales || threshold.Amount <= 0 || threshold.Currency != "CNY"))
            throw FixedTermProblems.ThresholdMisplaced.Now();
        if (terms.ValidUntil < today) throw FixedTermProblems.ValidityOver.With(("today", today));
    }

    /// <summary>An open licence rests on a patent on record that lives (民法典 865).</summary>
    public static void CheckPatent(FixedTermForm.Terms terms, IReadOnlyList<IpRight> rights, DateOnly today)
    {
        if (terms.Patent is not { } patent) return;
        var right = LivePatents(rights, today).FirstOrDefault(r => r.Number == patent.Number)
            ?? throw FixedTermProblems.PatentNotOnRecord.With(("number", patent.Number));
        if (NeedReport.Contains(right.Kind) && string.IsNullOrWhiteSpace(patent.EvaluationReport))
            throw FixedTermProblems.EvaluationReportNeeded.With(("kind", right.Kind));
    }

    public static bool IsExclusive(FixedTermKind kind, FixedTermForm.Terms terms) =>
        TermSheet.IsExclusive(DealTermsOf(kind, terms, Money.Yuan(0m), terms.ValidUntil));

    /// <summary>
    /// What the deal says when it begins on that day after so much was sold: the price so far is its fixed part; a royalty below its cap
    /// goes on. The formula counts all sales from the first day, so nothing is paid twice.
    /// </summary>
    /// <param name="patentExpires">A licence does not outlast its patent.</param>
    public static DealTerms DealTermsOf(FixedTermKind kind, FixedTermForm.Terms terms, Money sales, DateOnly from, DateOnly? patentExpires = null)
    {
        var reckoning = PriceFormula.Of(terms.Price, sales);
        var lumpSum = terms.Price.Kind == PriceKind.Fixed || reckoning.Price == terms.Price.Cap;
        var mode = lumpSum ? TermSheet.LumpSum : reckoning.Price.Amount > 0 ? TermSheet.EntryFeePlusRoyalty : TermSheet.Royalty;
        var first = kind == FixedTermKind.TryThenPay ? "先用期应付价款" : "入门费或最低使用费";
        DateOnly? last = terms.PeriodMonths is { } months ? from.AddMonths(months).AddDays(-1) : null;
        if (patentExpires < last) last = patentExpires;
        return new DealTerms(
            terms.Category, terms.LicenceExclusivity, reckoning.Price, mode, lumpSum ? null : terms.Price.Rate,
            lumpSum ? null : TermSheet.RoyaltyBase.Sales.Name(),
            mode == TermSheet.EntryFeePlusRoyalty ? [new DealMilestone(first, null, reckoning.Price)] : [], terms.Territory, last is null ? null : from,
            last, null,
            $"使用范围：{terms.Scope}\n计价：{PriceFormula.Words(terms.Price)}\n支付方式：{terms.PaymentWay}" + (terms.Notes is { } notes ? $"\n{notes}" : ""));
    }

    /// <summary>Patents on record that an open licence could rest on.</summary>
    public static IEnumerable<IpRight> LivePatents(IReadOnlyList<IpRight> rights, DateOnly today) =>
        rights.Where(r => Patents.Contains(r.Kind) && r.Number is not null && !(r.ExpiresOn < today) && (r.Status is not { } status || !NotGranted.Contains(status)));

    private static bool IsLicence(FixedTermForm.Terms terms) =>
        ContractCategories.Classify(terms.Category, ClassificationScheme.CivilCodeFiveClass).Code == "XK";
}
