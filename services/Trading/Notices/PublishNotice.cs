using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Negotiations;

namespace TechMarket.Trading.Notices;

/// <summary>The seller publishes the notice; its period begins.</summary>
static class PublishNotice
{
    /// <param name="Version">The notice as the person saw it.</param>
    public sealed record Request(long Version);

    public static async Task<Ok<GetUnitNotice.Response>> Handle(
        NoticeId id, Request request, Caller caller, TradingDb db, ContactVault vault, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var negotiationId = await GetUnitNotice.NegotiationOf(id, caller, db, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var negotiation = (await db.LockNegotiation(negotiationId, ct))!;
        var notice = await db.LockNotice(id, ct) ?? throw Problems.NoticeNotFound.Now();
        var actor = caller.ActorIn(negotiation, Side.Seller);
        var now = clock.GetUtcNow();
        notice.Publish(
            request.Version, await db.NextNumber("GS", ct), profile.At(now).NoticePeriod, WorkingCalendar.China, Guid.CreateVersion7(), now);
        negotiation.BeginNotice(actor, now);
        db.Publish(NoticeFact.Of(notice, null, now));
        db.Audit(caller, "notice", id.Value, "published", nameof(NoticeState.Prepared), notice.State.ToString(), data: notice.Contents, retention: "permanent");
        db.Audit(caller, "negotiation", negotiationId.Value, "notice-published", nameof(NegotiationState.Agreed), negotiation.State.ToString(), notice.Number);
        await db.SetDeadline(EndNotice.Kind, notice.CurrentRun!.Value, notice.EndsAt!.Value, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetUnitNotice.View(notice, caller, db, vault, now, ct));
    }
}
