using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Organisations;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Mandates;

/// <summary>A broker proposes a mandate to a client: form, schedule, who pays, fellow brokers, validity.</summary>
static class ProposeMandate
{
    /// <param name="Id">Named by the client, so that sending it twice is one proposal.</param>
    /// <param name="EarnEvent">Left out: the region's.</param>
    /// <param name="ValidFrom">Left out: today.</param>
    public sealed record Request(
        Guid Id, Guid ClientId, MandateForm Form, ScheduleInput Schedule, [property: MinLength(1), MaxLength(10)] IReadOnlyList<BrokerInput> Brokers,
        DateOnly ValidUntil, DateOnly? ValidFrom = null, EarnEvent? EarnEvent = null, [property: StringLength(1000)] string? Scope = null);

    public static async Task<Ok<GetMandate.Response>> Handle(
        Request request, Caller caller, CommissionsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Broker).RequireVerified();
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        var id = new MandateId(request.Id);
        var terms = new MandateTerms(
            request.Form, string.IsNullOrWhiteSpace(request.Scope) ? null : request.Scope.Trim(), request.Schedule.ToSchedule(),
            request.Schedule.BuyerShareBasisPoints, request.EarnEvent ?? rules.EarnEvent, request.ValidFrom ?? ChinaTime.DayOf(now), request.ValidUntil);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Mandates.SingleOrDefaultAsync(m => m.Id == id, ct) is { } known)
        {
            if (known.ClientId != caller.OrganisationId && !known.BrokerIds.Contains(caller.OrganisationId)) throw Problems.MandateNotFound.Now();
            return Same(known, request, terms, caller)
                ? TypedResults.Ok(GetMandate.Show(known, caller, rules))
                : throw Problems.MandateIdReused.Now();
        }
        var client = await db.Organisations.FindAsync([request.ClientId], ct) ?? throw Problems.ClientUnfit.Now();
        var parts = new List<(Organisation, int, bool)>();
        foreach (var part in request.Brokers)
            parts.Add((await db.Organisations.FindAsync([part.BrokerId], ct) ?? throw Problems.BrokerUnfit.Now(), part.BasisPoints, part.Lead));
        var number = await db.NextNumber("WT", ct);
        var mandate = Mandate.Propose(id, number, caller.OrganisationId, caller.PersonId, client, terms, parts, now);
        db.Mandates.Add(mandate);
        await db.SetDeadline(EndExpiredMandate.Deadline, id.Value, ChinaTime.EndOf(terms.ValidUntil), ct);
        db.Publish(mandate.Changed(caller.OrganisationId, now));
        db.Audit(caller, "mandate", id.Value, "propose", to: "PROPOSED", data: request, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(GetMandate.Show(mandate, caller, rules));
    }

    /// <summary>What the mandate has become, for the other services.</summary>
    internal static MandateChanged Changed(this Mandate mandate, Guid byOrganisation, DateTimeOffset now) => new(
        mandate.Id.Value, mandate.Version, mandate.Number, mandate.LeadBroker.BrokerId, mandate.LeadBroker.BrokerName, mandate.ClientId, mandate.ClientName,
        mandate.Terms.Form.Code(), mandate.Status.Code(), byOrganisation, now, mandate.BrokerIds);

    private static bool Same(Mandate known, Request request, MandateTerms terms, Caller caller) =>
        known.ProposedById == caller.OrganisationId
        && known.ClientId == request.ClientId
        && Canonical(known.Terms with { ValidFrom = default }) == Canonical(terms with { ValidFrom = default })
        && (request.ValidFrom is null || request.ValidFrom == known.Terms.ValidFrom)
        && known.Brokers.OrderBy(b => b.Place).Select(b => (b.BrokerId, b.BasisPoints, b.Lead))
            .SequenceEqual(request.Brokers.Select(b => (b.BrokerId, b.BasisPoints, b.Lead)));

    private static string Canonical(MandateTerms terms) => System.Text.Json.JsonSerializer.Serialize(
        new
        {
            terms.Form, terms.Scope, terms.EarnEvent, terms.ValidUntil, terms.BuyerShareBasisPoints, terms.Schedule.Base,
            Bands = terms.Schedule.Bands.Select(b => (b.UpTo?.ToString("0.00", null), b.Rate.ToString("0.000000", null)).ToString()),
            Minimum = terms.Schedule.Minimum.ToString("0.00", null), Cap = terms.Schedule.Cap?.ToString("0.00", null),
        },
        Platform.Data.Json.Options);
}
