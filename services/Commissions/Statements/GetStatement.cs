using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Deals;
using TechMarket.Commissions.Earnings;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Statements;

/// <summary>A broker's account over a period: what was open, earned, paid, and is open at its end.</summary>
static class GetStatement
{
    private const int GreatestYears = 2;

    /// <param name="Withholding">A preview for a person; the payer's own certificate and the yearly settlement count.</param>
    /// <param name="EarnedInPeriod">False: earned before, listed because it was paid in the period.</param>
    public sealed record Row(
        Guid CommissionId, string CommissionNumber, string DealNumber, string? ContractNumber, string Title, DealEventKind Kind, string PayerName,
        int BasisPoints, Money Amount, WithheldTax? Withholding, PayoutStatus Status, string? InvoiceNumber, DateOnly BookedOn, bool EarnedInPeriod,
        DateOnly? PaidOn, DateOnly? PaymentBookedOn, string? BankReference, bool PaidInPeriod);

    /// <param name="Opening">Earned and unpaid when the period began; opening + earned - paid = closing.</param>
    /// <param name="WithheldPreview">The previews of what was earned in the period, added up; for a person only.</param>
    public sealed record Response(
        Guid BrokerId, string BrokerName, bool Individual, DateOnly From, DateOnly To, Money Opening, Money Earned, Money Paid, Money Closing,
        Money? WithheldPreview, IReadOnlyList<Row> Rows, DateTimeOffset MadeAt);

    public static async Task<Ok<Response>> Handle(
        Guid brokerId, DateOnly from, DateOnly to, Caller caller, CommissionsDb db, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok(await Read(brokerId, from, to, caller, db, clock, ct));

    internal static async Task<Response> Read(
        Guid brokerId, DateOnly from, DateOnly to, Caller caller, CommissionsDb db, TimeProvider clock, CancellationToken ct)
    {
        var own = brokerId == caller.Organisation && caller.Has(Roles.Broker);
        if (!own && !PaymentDesk.IsBureauFinance(caller)) throw Problems.StatementNotFound.Now();
        if (await db.Organisations.FindAsync([brokerId], ct) is not { } broker || broker.Kind is not (OrganisationKinds.BrokerAgency or OrganisationKinds.IndividualBroker))
            throw Problems.StatementNotFound.Now();
        if (to < from || to > from.AddYears(GreatestYears)) throw Problems.PeriodRefused.Now();
        var (begin, end) = (ChinaTime.StartOf(from), ChinaTime.EndOf(to));
        var entries = await (from payout in db.Payouts.AsNoTracking().Include(p => p.Payment)
                             join commission in db.Commissions.AsNoTracking() on payout.CommissionId equals commission.Id
                             join earning in db.Earnings.AsNoTracking() on payout.EarningId equals earning.Id
                             where payout.BrokerId == brokerId && earning.BookedAt < end
                             orderby earning.BookedAt, payout.Id
                             select new { payout, commission, earning }).ToListAsync(ct);
        var opening = entries.Where(e => e.earning.BookedAt < begin && !(e.payout.Payment?.RecordedAt < begin)).Sum(e => e.payout.Amount.Amount);
        var rows = entries.Select(e => Write(e.payout, e.earning, e.commission, begin, end)).Where(r => r.EarnedInPeriod || r.PaidInPeriod).ToList();
        var earned = rows.Where(r => r.EarnedInPeriod).Sum(r => r.Amount.Amount);
        var paid = rows.Where(r => r.PaidInPeriod).Sum(r => r.Amount.Amount);
        return new Response(
            brokerId, broker.Name, broker.IsIndividual, from, to, Money.Yuan(opening), Money.Yuan(earned), Money.Yuan(paid),
            Money.Yuan(opening + earned - paid),
            broker.IsIndividual ? Money.Yuan(rows.Where(r => r.EarnedInPeriod).Sum(r => r.Withholding?.Withheld.Amount ?? 0)) : null, rows, clock.GetUtcNow());
    }

    private static Row Write(Payout p, Earning e, Commission c, DateTimeOffset begin, DateTimeOffset end)
    {
        var payment = p.Payment is { } made && made.RecordedAt < end ? made : null;
        return new Row(
            c.Id.Value, c.Number, c.DealNumber, c.ContractNumber, c.Title, e.Kind, p.PayerName, p.BasisPoints, p.Amount, WithheldTax.From(p.Withholding), p.Status, p.InvoiceNumber,
            ChinaTime.DayOf(e.BookedAt), e.BookedAt >= begin, payment?.PaidOn, payment is null ? null : ChinaTime.DayOf(payment.RecordedAt),
            payment?.BankReference, payment?.RecordedAt >= begin);
    }
}
