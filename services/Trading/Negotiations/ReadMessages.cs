using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Negotiations;

/// <summary>A party has read the messages up to one; they no longer wait for its people.</summary>
static class ReadMessages
{
    /// <param name="UpTo">The sequence number of the last message seen.</param>
    public sealed record Request([Range(1, int.MaxValue)] int UpTo);

    public static async Task<NoContent> Handle(NegotiationId id, Request request, Caller caller, TradingDb db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var negotiation = await db.LockNegotiation(id, ct);
        if (negotiation?.SideOf(caller.Organisation) is null) throw Problems.NegotiationNotFound.Now();
        await Mark(id, caller.OrganisationId, Math.Min(request.UpTo, negotiation.MessageCount), db, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.NoContent();
    }

    internal static async Task Mark(NegotiationId id, Guid organisation, int upTo, TradingDb db, CancellationToken ct)
    {
        var mark = await db.ReadMarks.SingleOrDefaultAsync(m => m.NegotiationId == id && m.OrganisationId == organisation, ct);
        if (mark is null) db.ReadMarks.Add(new ReadMark { NegotiationId = id, OrganisationId = organisation, UpTo = upTo });
        else if (mark.UpTo < upTo) mark.UpTo = upTo;
    }
}
