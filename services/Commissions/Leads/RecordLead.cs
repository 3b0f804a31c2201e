using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Mandates;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Leads;

/// <summary>A broker introduces a published achievement to its client (or its client's achievement to a party): noted at the server's time.</summary>
static class RecordLead
{
    /// <param name="Id">Named by the client, so that sending it twice is one lead.</param>
    /// <param name="IntroducedToId">Only when the mandate's client holds the achievement: to whom it is introduced.</param>
    public sealed record Request(Guid Id, Guid MandateId, Guid AchievementId, Guid? DemandId = null, Guid? IntroducedToId = null);

    public static async Task<Ok<GetLead.Response>> Handle(
        Request request, Caller caller, CommissionsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Broker).RequireVerified();
        var id = new LeadId(request.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Leads.SingleOrDefaultAsync(l => l.Id == id, ct) is { } known) return TypedResults.Ok(await Repeated(known, request, caller, db, ct));
        var mandateId = new MandateId(request.MandateId);
        var mandate = await db.Mandates.SingleOrDefaultAsync(m => m.Id == mandateId, ct);
        if (mandate is null || !mandate.BrokerIds.Contains(caller.OrganisationId)) throw Problems.MandateNotFound.Now();
        var achievement = await db.Achievements.FindAsync([request.AchievementId], ct);
        if (achievement is not { IsOpen: true }) throw Problems.AchievementNotOpen.Now();
        var holds = mandate.ClientId == achievement.OwnerId;
        if (holds && request.IntroducedToId is null) throw Problems.IntroducedToNeeded.Now();
        var buyerId = request.IntroducedToId ?? mandate.ClientId;
        if (!holds && buyerId != mandate.ClientId) throw Problems.IntroducedToUnfit.Now();
        if (await db.Organisations.FindAsync([buyerId], ct) is not { IsClient: true } buyer) throw Problems.IntroducedToUnfit.Now();
        if (request.DemandId is { } demandId
            && (await db.Demands.FindAsync([demandId], ct) is not { IsOpen: true } demand || demand.OwnerId != buyerId)) throw Problems.DemandUnfit.Now();
        await db.LockPair(buyerId, achievement.Id, ct);
        var now = clock.GetUtcNow();
        if (await db.Leads.SingleOrDefaultAsync(l => l.BuyerId == buyerId && l.AchievementId == achievement.Id && !l.Superseded, ct) is { } earlier)
        {
            earlier.Supersede(now);
            await db.SaveChangesAsync(ct);
        }
        var record = new LeadRecord(
            request.Id, await db.NextNumber("XS", ct), mandate.Id.Value, mandate.Number, mandate.BrokerIds, caller.OrganisationId, caller.OrganisationName,
            buyerId, buyer.Name, achievement.OwnerId, achievement.OwnerName, achievement.Id, achievement.Number, achievement.Title, achievement.Version,
            request.DemandId, now);
        var otherSide = holds ? buyerId : achievement.OwnerId;
        var lead = Lead.Record(record, mandate, await ActsFor(db, mandate, otherSide, now, ct), profile.At(now), WorkingCalendar.China);
        db.Leads.Add(lead);
        db.Publish(lead.Changed(caller.OrganisationId, now));
        db.Audit(caller, "lead", request.Id, "record", to: "RECORDED", data: record, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetLead.Show(db, lead, caller, ct));
    }

    /// <summary>What the lead has become, for the other services.</summary>
    internal static LeadChanged Changed(this Lead lead, Guid byOrganisation, DateTimeOffset now) => new(
        lead.Id.Value, lead.Version, lead.Number, lead.MandateId.Value, lead.LeadBrokerId, lead.LeadBrokerName, lead.BuyerId, lead.BuyerName,
        lead.AchievementId, lead.AchievementNumber, lead.AchievementTitle, lead.SellerId, lead.DemandId, lead.Status.Code(), lead.DisputeReason,
        byOrganisation, lead.RecordedAt, now, lead.BrokerIds);

    /// <summary>One of the mandate's brokers also acts for the other side.</summary>
    private static async Task<bool> ActsFor(CommissionsDb db, Mandate mandate, Guid party, DateTimeOffset now, CancellationToken ct)
    {
        var brokers = mandate.BrokerIds;
        var others = await db.Mandates.AsNoTracking()
            .Where(m => m.ClientId == party && m.Status == MandateStatus.Agreed && m.Brokers.Any(b => brokers.Contains(b.BrokerId))).ToListAsync(ct);
        return others.Exists(m => m.IsInForce(now));
    }

    private static async Task<GetLead.Response> Repeated(Lead known, Request request, Caller caller, CommissionsDb db, CancellationToken ct)
    {
        if (!known.BrokerIds.Contains(caller.OrganisationId)) throw Problems.LeadNotFound.Now();
        var same = known.MandateId.Value == request.MandateId
            && known.AchievementId == request.AchievementId && known.DemandId == request.DemandId
            && (request.IntroducedToId is null || request.IntroducedToId == known.BuyerId);
        return same ? await GetLead.Show(db, known, caller, ct) : throw Problems.LeadIdReused.Now();
    }
}
