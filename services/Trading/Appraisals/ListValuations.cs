using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Trading.Appraisals;

/// <summary>An organisation lists the reference values it calculated.</summary>
static class ListValuations
{
    public sealed record Item(Guid Id, string Title, string Method, Money Value, string MadeByName, DateTimeOffset MadeAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        Caller caller, TradingDb db, CancellationToken ct, [Range(1, 100_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var own = caller.OrganisationId;
        var valuations = db.Valuations.AsNoTracking().Where(v => v.OrganisationId == own);
        var total = await valuations.CountAsync(ct);
        var rows = await valuations.OrderByDescending(v => v.MadeAt).ThenByDescending(v => v.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. rows.Select(v => new Item(v.Id.Value, v.Title, v.Method.Name(), v.Value, v.MadeByName, v.MadeAt))], total, page, size));
    }
}
