using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Notices;

/// <summary>The seller writes the notice of an agreed price: contents, objection procedure, related party (DOMAIN P-2, P-3).</summary>
static class PrepareNotice
{
    /// <param name="Procedure">How to object and how it is decided; must be published beforehand.</param>
    /// <param name="PriceBasis">How the price was found, for example an appraisal.</param>
    /// <param name="RelatedParty">The transferee is an inventor or another interested party.</param>
    public sealed record Request(
        [StringLength(4000, MinimumLength = 10)] string Summary, [StringLength(4000, MinimumLength = 10)] string Procedure, bool RelatedParty,
        [StringLength(2000)] string? RelatedPartyStatement = null, [StringLength(2000)] string? PriceBasis = null);

    // One notice is prepared per agreement, so writing it again replaces it.
    public static async Task<Ok<GetUnitNotice.Response>> Handle(
        NegotiationId id, Request request, Caller caller, TradingDb db, ContactVault vault, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var negotiation = await db.LockNegotiation(id, ct) ?? throw Problems.NegotiationNotFound.Now();
        var actor = caller.ActorIn(negotiation, Side.Seller);
        if (negotiation.AgreedAt is not null && !negotiation.NoticeRequired) throw Problems.NoticeNotNeeded.Now();
        if (!negotiation.Allows(NegotiationStep.BeginNotice)) throw Problems.WrongState.With(("state", negotiation.State), ("step", NegotiationStep.BeginNotice));
        var now = clock.GetUtcNow();
        var contents = new NoticeContents(
            request.Summary.Trim(), request.Procedure.Trim(), request.PriceBasis, request.RelatedParty, request.RelatedParty ? request.RelatedPartyStatement : null);
        var prepared = await db.Notices.Include(n => n.Objections).SingleOrDefaultAsync(n => n.NegotiationId == id && n.State == NoticeState.Prepared, ct);
        if (prepared is null)
        {
            var subject = new NoticeSubject(
                "NEGOTIATED", negotiation.AchievementId, negotiation.AchievementNumber, negotiation.AchievementTitle, negotiation.SellerId,
                negotiation.SellerName, negotiation.BuyerId, negotiation.BuyerName, negotiation.Agreed!.Terms);
            prepared = PriceNotice.Prepare(new NoticeId(Guid.CreateVersion7()), id, subject, contents, actor.PersonId, now);
            db.Notices.Add(prepared);
        }
        else
        {
            prepared.Rewrite(contents, actor.PersonId, now);
        }
        db.Audit(caller, "notice", prepared.Id.Value, "prepared", null, prepared.State.ToString(), data: contents);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetUnitNotice.View(prepared, caller, db, vault, now, ct));
    }
}
