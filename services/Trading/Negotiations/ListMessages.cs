using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Negotiations;

/// <summary>A party reads what was written, newest page first, each page in order.</summary>
static class ListMessages
{
    /// <param name="By">SELLER or BUYER.</param>
    public sealed record Item(
        Guid Id, int Sequence, PostMessage.Kinds Kind, string By, string PersonName, string Text, DateOnly? HeldOn, string? Attendees, DateTimeOffset PostedAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(
        NegotiationId id, Caller caller, TradingDb db, CancellationToken ct, [Range(1, 100_000)] int page = 1,
        [Range(1, 100)] int size = 50)
    {
        var negotiation = await db.Negotiations.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct);
        if (negotiation?.SideOf(caller.Organisation) is null) throw Problems.NegotiationNotFound.Now();
        var rows = await db.Messages.AsNoTracking().Where(m => m.NegotiationId == id).OrderByDescending(m => m.Sequence)
            .Skip((page - 1) * size).Take(size).ToListAsync(ct);
        rows.Reverse();
        return TypedResults.Ok(new Response([.. rows.Select(ItemOf)], negotiation.MessageCount, page, size));
    }

    internal static Item ItemOf(Message message) => new(
        message.Id, message.Sequence, message.Kind, GetNegotiation.Code(message.By), message.PersonName, message.Text, message.HeldOn, message.Attendees,
        message.PostedAt);
}
