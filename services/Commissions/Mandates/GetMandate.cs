using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Mandates;

/// <summary>A party of a mandate reads it: what was agreed, who has accepted, for whom the brokers act.</summary>
static class GetMandate
{
    public sealed record Broker(Guid BrokerId, string BrokerName, bool Individual, int BasisPoints, bool Lead, DateTimeOffset? AcceptedAt);

    /// <param name="AboveUsualRate">The highest band is above the share of the contract amount that is usually deductible.</param>
    public sealed record Response(
        Guid Id, string Number, MandateStatus Status, Guid ClientId, string ClientName, MandateForm Form, string? Scope, ScheduleInput Schedule,
        EarnEvent EarnEvent, DateOnly ValidFrom, DateOnly ValidUntil, IReadOnlyList<Broker> Brokers, Guid ProposedById, DateTimeOffset ProposedAt,
        DateTimeOffset? ClientAcceptedAt, DateTimeOffset? AgreedAt, DateTimeOffset? ClosedAt, Guid? ClosedById, string? CloseReason,
        decimal WarnRate, bool AboveUsualRate, bool MayAccept, bool MayDecline, bool MayEnd);

    public static async Task<Ok<Response>> Handle(MandateId id, Caller caller, CommissionsDb db, RegionProfile profile, CancellationToken ct)
    {
        var mandate = await db.Mandates.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct);
        if (mandate is null || !mandate.Concerns(caller.OrganisationId)) throw Problems.MandateNotFound.Now();
        return TypedResults.Ok(Show(mandate, caller, profile.At(mandate.ProposedAt)));
    }

    internal static Response Show(Mandate m, Caller caller, RuleSet rules)
    {
        var own = caller.OrganisationId;
        var mayAnswer = MayActFor(m, caller) && m.Status == MandateStatus.Proposed;
        return new Response(
            m.Id.Value, m.Number, m.Status, m.ClientId, m.ClientName, m.Terms.Form, m.Terms.Scope, ScheduleInput.From(m.Terms.Schedule), m.Terms.EarnEvent,
            m.Terms.ValidFrom, m.Terms.ValidUntil,
            [.. m.Brokers.OrderBy(b => b.Place).Select(b => new Broker(b.BrokerId, b.BrokerName, b.Individual, b.BasisPoints, b.Lead, b.AcceptedAt))],
            m.ProposedById, m.ProposedAt, m.ClientAcceptedAt, m.AgreedAt, m.ClosedAt, m.ClosedById, m.CloseReason, rules.CommissionWarnRate,
            m.Terms.Schedule.Bands.Max(b => b.Rate) > rules.CommissionWarnRate,
            mayAnswer && m.AwaitsAcceptanceOf(own), mayAnswer && own != m.ProposedById,
            MayActFor(m, caller) && (m.Status == MandateStatus.Agreed || (m.Status == MandateStatus.Proposed && own == m.ProposedById)));
    }

    /// <summary>Brokers act by their broker role, the client by who may commit it to pay.</summary>
    internal static bool MayActFor(Mandate mandate, Caller caller) => caller.OrganisationId == mandate.ClientId
        ? caller.Has(Roles.Purchaser) || caller.Has(Roles.Approver)
        : caller.Has(Roles.Broker);

    /// <summary>The mandate if it is the caller's and the caller may act on it.</summary>
    internal static async Task<Mandate> ToActOn(CommissionsDb db, MandateId id, Caller caller, CancellationToken ct)
    {
        var mandate = await db.Mandates.SingleOrDefaultAsync(m => m.Id == id, ct);
        if (mandate is null || !mandate.Concerns(caller.OrganisationId)) throw Problems.MandateNotFound.Now();
        if (caller.OrganisationId == mandate.ClientId) caller.Require(Roles.Purchaser, Roles.Approver);
        else caller.Require(Roles.Broker);
        return mandate;
    }
}
