using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Negotiations;

/// <summary>A party reads the non-disclosure duty: the text that was confirmed, or the one to confirm.</summary>
static class GetNda
{
    /// <param name="Hash">SHA-256 of the text; confirming names it.</param>
    public sealed record Response(string TextZh, string TextEn, string Hash, string? ConfirmedByName, DateTimeOffset? ConfirmedAt);

    public static async Task<Ok<Response>> Handle(NegotiationId id, Caller caller, TradingDb db, CancellationToken ct)
    {
        var negotiation = await db.Negotiations.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct);
        if (negotiation?.SideOf(caller.Organisation) is null) throw Problems.NegotiationNotFound.Now();
        if (negotiation.Nda is { } confirmed)
            return TypedResults.Ok(new Response(confirmed.TextZh, confirmed.TextEn, confirmed.Hash, confirmed.Name, confirmed.At));
        var text = NdaText.For(negotiation);
        return TypedResults.Ok(new Response(text.Zh, text.En, text.Hash, null, null));
    }
}
