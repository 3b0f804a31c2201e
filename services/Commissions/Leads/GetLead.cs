using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Mandates;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Leads;

/// <summary>A party of a lead reads the record, its hash, for whom the brokers act, and what it would pay.</summary>
static class GetLead
{
    public sealed record Answer(bool Accepted, string? Reason, bool ConsentsToPay, bool ConsentsToDoubleAgency, DateTimeOffset At);

    /// <summary>One line of "for whom it acts" (DOMAIN B-10).</summary>
    public sealed record ActsFor(Guid BrokerId, string BrokerName, Guid PartyId, string PartyName, bool ByThisMandate);

    public sealed record Response(
        Guid Id, string Number, LeadStatus Status, Guid MandateId, string MandateNumber, MandateForm Form, ScheduleInput Schedule,
        Guid BuyerId, string BuyerName, Guid SellerId, string SellerName, Guid MandateClientId, Guid AchievementId, string AchievementNumber,
        string AchievementTitle, Guid? DemandId, string? DemandNumber, string? DemandTitle, bool DoubleAgency, IReadOnlyList<ActsFor> ActsFor,
        DateTimeOffset RecordedAt, DateTimeOffset AnswerBy, DateTimeOffset ProtectedUntil, string RecordText, string RecordHash,
        Answer? BuyerAnswer, Answer? SellerAnswer, bool Binds, string? DealNumber, string? CommissionNumber, Guid? CommissionId,
        bool MayAccept, bool MayDispute, bool YouPay, bool NeedsConsentToPay);

    public static async Task<Ok<Response>> Handle(LeadId id, Caller caller, CommissionsDb db, CancellationToken ct)
    {
        var lead = await db.Leads.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, ct);
        if (lead is null || !lead.Concerns(caller.OrganisationId)) throw Problems.LeadNotFound.Now();
        return TypedResults.Ok(await Show(db, lead, caller, ct));
    }

    internal static async Task<Response> Show(CommissionsDb db, Lead lead, Caller caller, CancellationToken ct)
    {
        var own = caller.OrganisationId;
        var mandate = await db.Mandates.AsNoTracking().SingleAsync(m => m.Id == lead.MandateId, ct);
        var demand = lead.DemandId is { } demandId ? await db.Demands.FindAsync([demandId], ct) : null;
        var commission = await db.Commissions.AsNoTracking().Where(c => c.LeadId == lead.Id).OrderBy(c => c.CreatedAt)
            .Select(c => new { c.Id, c.Number, c.DealNumber }).FirstOrDefaultAsync(ct);
        var mayAnswer = Parties(lead).Contains(own) && LeadAnswers.MayAnswer(lead, caller);
        var answer = lead.AnswerOf(own);
        return new Response(
            lead.Id.Value, lead.Number, lead.Status, lead.MandateId.Value, mandate.Number, mandate.Terms.Form, ScheduleInput.From(mandate.Terms.Schedule),
            lead.BuyerId, lead.BuyerName, lead.SellerId, lead.SellerName, lead.MandateClientId, lead.AchievementId, lead.AchievementNumber,
            lead.AchievementTitle, lead.DemandId, demand?.Number, demand?.Title, lead.DoubleAgency, await Represented(db, lead, mandate, ct),
            lead.RecordedAt, lead.AnswerBy, lead.ProtectedUntil, lead.RecordText, lead.RecordHash, Write(lead.BuyerAnswer), Write(lead.SellerAnswer),
            lead.Binds(), commission?.DealNumber, commission?.Number, commission?.Id.Value,
            mayAnswer && answer is not { Accepted: true }, mayAnswer && answer is null, lead.Pays(own), lead.NeedsConsentToPay(own));
    }

    private static Guid[] Parties(Lead lead) => [lead.BuyerId, lead.SellerId];

    private static Answer? Write(LeadAnswer? answer) =>
        answer is null ? null : new Answer(answer.Accepted, answer.Reason, answer.ConsentsToPay, answer.ConsentsToDoubleAgency, answer.At);

    private static async Task<IReadOnlyList<ActsFor>> Represented(CommissionsDb db, Lead lead, Mandate mandate, CancellationToken ct)
    {
        var brokers = mandate.Brokers.OrderBy(b => b.Place).ToList();
        var clientName = lead.MandateClientId == lead.BuyerId ? lead.BuyerName : lead.SellerName;
        var lines = brokers.Select(b => new ActsFor(b.BrokerId, b.BrokerName, lead.MandateClientId, clientName, ByThisMandate: true)).ToList();
        if (!lead.DoubleAgency) return lines;
        var (other, otherName) = lead.MandateClientId == lead.BuyerId ? (lead.SellerId, lead.SellerName) : (lead.BuyerId, lead.BuyerName);
        var ids = mandate.BrokerIds;
        var both = await db.Mandates.AsNoTracking().Where(m => m.ClientId == other && m.Status == MandateStatus.Agreed)
            .SelectMany(m => m.Brokers).Where(b => ids.Contains(b.BrokerId)).Select(b => b.BrokerId).Distinct().ToListAsync(ct);
        lines.AddRange(brokers.Where(b => both.Contains(b.BrokerId)).Select(b => new ActsFor(b.BrokerId, b.BrokerName, other, otherName, ByThisMandate: false)));
        return lines;
    }
}
