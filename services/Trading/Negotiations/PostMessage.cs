using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;

namespace TechMarket.Trading.Negotiations;

/// <summary>A side writes to the other, or puts the minutes of a meeting on record.</summary>
static class PostMessage
{
    public enum Kinds
    {
        Message,

        /// <summary>会谈纪要: what was said at a meeting outside the market.</summary>
        Minutes,
    }

    /// <param name="HeldOn">Minutes only: the day of the meeting.</param>
    /// <param name="Attendees">Minutes only.</param>
    public sealed record Request(
        [StringLength(4000, MinimumLength = 1)] string Text, Kinds Kind = Kinds.Message, DateOnly? HeldOn = null,
        [StringLength(500)] string? Attendees = null);

    // The client names the message, so sending it twice is one message.
    public static async Task<Ok<ListMessages.Item>> Handle(
        NegotiationId id, Guid messageId, Request request, Caller caller, TradingDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var negotiation = await db.LockNegotiation(id, ct) ?? throw Problems.NegotiationNotFound.Now();
        var actor = caller.ActorIn(negotiation);
        if (await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == messageId, ct) is { } known)
        {
            if (known.NegotiationId != id) throw Problems.MessageNotFound.Now();
            if ((known.By, known.Kind, known.Text, known.HeldOn, known.Attendees) != (actor.Side, request.Kind, request.Text, request.HeldOn, request.Attendees))
                throw Problems.IdReused.Now();
            return TypedResults.Ok(ListMessages.ItemOf(known));
        }
        if (request.Kind == Kinds.Minutes && (request.HeldOn is null || string.IsNullOrWhiteSpace(request.Attendees))) throw Problems.MinutesIncomplete.Now();
        var now = clock.GetUtcNow();
        var message = new Message
        {
            Id = messageId, NegotiationId = id, Sequence = negotiation.TakeMessage(now), Kind = request.Kind, By = actor.Side, PersonId = caller.PersonId,
            PersonName = caller.PersonName, Text = request.Text, HeldOn = request.HeldOn, Attendees = request.Attendees, PostedAt = now,
        };
        db.Messages.Add(message);
        var other = actor.Side == Side.Seller ? Side.Buyer : Side.Seller;
        db.Publish(new NegotiationMessagePosted(
            id.Value, negotiation.Number, negotiation.AchievementTitle, messageId, actor.OrganisationId, negotiation.NameOf(actor.Side),
            negotiation.OrganisationOf(other), now));
        if (request.Kind == Kinds.Minutes)
            db.Audit(caller, "negotiation", id.Value, "minutes-recorded", negotiation.State.ToString(), negotiation.State.ToString(), data: request);
        await ReadMessages.Mark(id, actor.OrganisationId, message.Sequence, db, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(ListMessages.ItemOf(message));
    }
}
