using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Messages;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.FixedTerm;

/// <summary>How a price comes about, as pages show it.</summary>
/// <param name="Bound">NONE, MINIMUM or CAP: which of the two decided.</param>
public sealed record PriceView(Money Sales, Money EntryFee, Money Royalty, Money Sum, string Bound, Money Price)
{
    internal static PriceView Of(PriceReckoning reckoning) => new(
        reckoning.Sales, reckoning.EntryFee, reckoning.Royalty, reckoning.Sum, reckoning.Bound.Name(), reckoning.Price);
}

/// <summary>Anyone tries a price formula out: on the usual examples, and on sales of their own. Nothing is kept.</summary>
static class ReckonPrice
{
    public sealed record Request([Required] FixedTermForm.Price Price, Money? Sales = null);

    public sealed record Response(IReadOnlyList<PriceView> Examples, PriceView? Own);

    public static Ok<Response> Handle(Request request)
    {
        PriceFormula.Check(request.Price);
        if (request.Sales is { } sales && (sales.Currency != "CNY" || sales.Amount < 0 || sales > PriceFormula.MostSales))
            throw FixedTermProblems.SalesOutOfRange.Now();
        return TypedResults.Ok(new Response(
            [.. PriceFormula.Examples(request.Price).Select(PriceView.Of)],
            request.Sales is { } own ? PriceView.Of(PriceFormula.Of(request.Price, own)) : null));
    }
}
