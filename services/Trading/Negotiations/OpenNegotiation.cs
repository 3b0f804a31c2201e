using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Copies;

namespace TechMarket.Trading.Negotiations;

/// <summary>An enterprise asks the holder of a published achievement to negotiate.</summary>
static class OpenNegotiation
{
    /// <param name="Id">Named by the client, so that sending it twice opens one negotiation.</param>
    public sealed record Request(Guid Id, Guid AchievementId, Guid? DemandId = null, [StringLength(4000)] string? Message = null);

    public static async Task<Ok<GetNegotiation.Response>> Handle(
        Request request, Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Purchaser).RequireVerified();
        var now = clock.GetUtcNow();
        var id = new NegotiationId(request.Id);
        if (await Repeated(id, request, caller, db, now, ct) is { } known) return TypedResults.Ok(known);

        var achievement = await db.KnownAchievements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AchievementId, ct)
            ?? throw Problems.AchievementNotFound.Now();
        if (Obstacle(achievement, caller.OrganisationId) is { } obstacle) throw obstacle;
        if (await db.Reserved(achievement.Id, ct)) throw Problems.AchievementInSale.Now();
        if (request.DemandId is { } demand && !await db.KnownDemands.AnyAsync(d => d.Id == demand && d.OwnerId == caller.OrganisationId, ct))
            throw Problems.DemandNotYours.Now();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var buyer = new DealParty(
            caller.OrganisationId, caller.OrganisationName, caller.OrganisationKind, caller.CreditCode, caller.PartyNature, caller.AreaCode);
        var negotiation = Negotiation.Open(
            id, await db.NextNumber("QT", ct), achievement.Id, achievement.Number, achievement.Title, achievement.OwnerId, achievement.OwnerName, buyer,
            request.DemandId, now);
        db.Negotiations.Add(negotiation);
        if (!string.IsNullOrWhiteSpace(request.Message))
        {
            db.Messages.Add(new Message
            {
                Id = request.Id, NegotiationId = id, Sequence = negotiation.TakeMessage(now), Kind = PostMessage.Kinds.Message, By = Side.Buyer,
                PersonId = caller.PersonId, PersonName = caller.PersonName, Text = request.Message, PostedAt = now,
            });
            db.ReadMarks.Add(new ReadMark { NegotiationId = id, OrganisationId = caller.OrganisationId, UpTo = 1 });
        }
        var leads = await Leads.Of(db, negotiation, ct);
        db.Publish(new NegotiationOpened(
            request.Id, negotiation.Number, achievement.Id, achievement.Title, negotiation.SellerId, negotiation.SellerName, negotiation.BuyerId,
            negotiation.BuyerName, request.DemandId, leads, now));
        db.Audit(caller, "negotiation", request.Id, "opened", null, negotiation.State.ToString(), data: request);
        var stallsAt = profile.At(now).NegotiationStallPeriod.EndFrom(now, WorkingCalendar.China);
        await db.SetDeadline(StallNegotiation.Kind, request.Id, stallsAt, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } clash)
        {
            await transaction.RollbackAsync(ct);
            db.ChangeTracker.Clear();
            if (await Repeated(id, request, caller, db, now, ct) is { } first) return TypedResults.Ok(first);
            if (clash.ConstraintName != TradingDb.OneOpenNegotiation) throw;
            var open = await db.Negotiations.Where(n => n.BuyerId == caller.OrganisationId && n.AchievementId == request.AchievementId)
                .OrderByDescending(n => n.OpenedAt).Select(n => n.Id).FirstAsync(ct);
            throw Problems.AlreadyNegotiating.With(("negotiationId", open.Value));
        }
        return TypedResults.Ok(await GetNegotiation.View(negotiation, caller, db, now, ct));
    }

    /// <summary>Why this organisation cannot ask to negotiate for the achievement; null when it can.</summary>
    internal static ProblemException? Obstacle(KnownAchievement achievement, Guid buyer)
    {
        if (achievement.OwnerId == buyer) return Problems.OwnAchievement.Now();
        if (!achievement.IsOpenToNew) return Problems.AchievementNotAvailable.With(("status", achievement.Status));
        if (!achievement.OwnerStated) return Problems.OwnerNotKnown.Now();
        return achievement.IsNegotiable ? null : Problems.NotNegotiable.With(("pricingMode", achievement.PricingMode));
    }

    private static async Task<GetNegotiation.Response?> Repeated(
        NegotiationId id, Request request, Caller caller, TradingDb db, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Negotiations.AsNoTracking().Include(n => n.Offers).SingleOrDefaultAsync(n => n.Id == id, ct) is not { } known) return null;
        if (known.SideOf(caller.OrganisationId) is null) throw Problems.NegotiationNotFound.Now();
        if ((known.BuyerId, known.AchievementId, known.DemandId) != (caller.OrganisationId, request.AchievementId, request.DemandId)) throw Problems.IdReused.Now();
        return await GetNegotiation.View(known, caller, db, now, ct);
    }
}
