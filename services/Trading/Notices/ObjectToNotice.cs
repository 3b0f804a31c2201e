using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Trading.Notices;

/// <summary>Anyone objects to a running notice, with a name, a contact and a reason. The clock stops until the unit has decided.</summary>
static class ObjectToNotice
{
    public sealed record Request(
        [StringLength(100, MinimumLength = 2)] string Name, [StringLength(200, MinimumLength = 5)] string Contact,
        [StringLength(4000, MinimumLength = 10)] string Reason);

    public sealed record Response(Guid Id, DateTimeOffset ReceivedAt, DateTimeOffset DecidedBy);

    // The client names the objection, so sending it twice is one objection.
    public static async Task<Ok<Response>> Handle(
        string number, ObjectionId objectionId, Request request, TradingDb db, ContactVault vault, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var id = await db.Notices.Where(n => n.Number == number).Select(n => (NoticeId?)n.Id).SingleOrDefaultAsync(ct) ?? throw Problems.NoticeNotFound.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var notice = (await db.LockNotice(id, ct))!;
        var contact = new ObjectorContact(request.Name.Trim(), request.Contact.Trim());
        if (await db.Set<Objection>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == objectionId, ct) is { } known)
        {
            if (known.NoticeId != id) throw Problems.ObjectionNotFound.Now();
            if (known.Reason != request.Reason || vault.Open(objectionId.Value, known.SealedContact) != contact) throw Problems.IdReused.Now();
            return TypedResults.Ok(new Response(objectionId.Value, known.ReceivedAt, known.DueAt));
        }
        var now = clock.GetUtcNow();
        var dueAt = profile.At(notice.PublishedAt ?? now).ObjectionDecisionPeriod.EndFrom(now, WorkingCalendar.China);
        var from = notice.State;
        var objection = new Objection(objectionId, id, vault.Seal(objectionId.Value, contact), request.Reason, now, dueAt);
        if (notice.Object(objection, now)) db.Publish(NoticeFact.Of(notice, null, now));
        db.Audit(null, "notice", id.Value, "objected", from.ToString(), notice.State.ToString(), data: objectionId, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(objectionId.Value, now, dueAt));
    }
}
