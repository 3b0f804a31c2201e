using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Commissions.Earnings;
using TechMarket.Commissions.Leads;
using TechMarket.Commissions.Mandates;
using TechMarket.Commissions.Rewards;
using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Todo;

/// <summary>What waits for the caller here: mandates and leads to answer, invoices to name, payouts to pay, disputes to settle, reward plans.</summary>
static class GetTodo
{
    private const int Most = 50;

    public sealed record Item(Guid Id, string Kind, string Title, string? Subject, string? Number, DateTimeOffset WaitingSince, DateTimeOffset? DueAt, string Link);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static async Task<Ok<Response>> Handle(Caller caller, CommissionsDb db, CancellationToken ct)
    {
        var items = new List<Item>();
        if (caller.Organisation is { } own)
        {
            items.AddRange(await Mandates(db, own, caller, ct));
            items.AddRange(await LeadsToAnswer(db, own, caller, ct));
            items.AddRange(await RewardTodo.For(db, own, caller, ct));
            if (caller.Has(Roles.Broker)) items.AddRange(await ForBroker(db, own, ct));
            if (caller.Has(Roles.Finance)) items.AddRange(await ForFinance(db, own, caller, ct));
        }
        return TypedResults.Ok(new Response([.. items.OrderBy(i => i.WaitingSince)]));
    }

    private static async Task<IEnumerable<Item>> Mandates(CommissionsDb db, Guid own, Caller caller, CancellationToken ct)
    {
        var proposed = await db.Mandates.AsNoTracking()
            .Where(m => m.Status == MandateStatus.Proposed && (m.ClientId == own || m.Brokers.Any(b => b.BrokerId == own))).ToListAsync(ct);
        return proposed.Where(m => m.AwaitsAcceptanceOf(own) && GetMandate.MayActFor(m, caller)).Select(m => new Item(
            m.Id.Value, "mandate-to-accept", m.LeadBroker.BrokerName, m.ClientName, m.Number, m.ProposedAt, null, $"/workbench/mandates/{m.Id}"));
    }

    private static async Task<IEnumerable<Item>> LeadsToAnswer(CommissionsDb db, Guid own, Caller caller, CancellationToken ct)
    {
        var open = await db.Leads.AsNoTracking()
            .Where(l => (l.BuyerId == own && l.BuyerAnswer == null) || (l.SellerId == own && l.SellerAnswer == null))
            .OrderBy(l => l.RecordedAt).Take(Most).ToListAsync(ct);
        return open.Where(l => LeadAnswers.MayAnswer(l, caller)).Select(l => new Item(
            l.Id.Value, "lead-to-answer", l.AchievementTitle, l.LeadBrokerName, l.Number, l.RecordedAt, l.AnswerBy, $"/workbench/leads/{l.Id}"));
    }

    private static async Task<List<Item>> ForBroker(CommissionsDb db, Guid own, CancellationToken ct)
    {
        var leads = await db.Leads.AsNoTracking().Where(l => l.BrokerIds.Contains(own) && (l.BuyerAnswer != null || l.SellerAnswer != null)).ToListAsync(ct);
        var disputed = await db.Commissions.AsNoTracking().Where(c => c.BrokerIds.Contains(own) && c.Status == CommissionStatus.Disputed)
            .OrderBy(c => c.DisputedAt).Take(Most).ToListAsync(ct);
        var invoices = await (from payout in db.Payouts.AsNoTracking()
                              join commission in db.Commissions on payout.CommissionId equals commission.Id
                              join earning in db.Earnings on payout.EarningId equals earning.Id
                              where payout.BrokerId == own && payout.Status == PayoutStatus.Earned && !payout.Individual
                              orderby earning.BookedAt
                              select new { payout.Id, commission, payout.PayerName, earning.BookedAt }).Take(Most).ToListAsync(ct);
        return
        [
            .. leads.Where(l => l.Status == LeadStatus.Disputed).Take(Most).Select(l => new Item(
                l.Id.Value, "lead-disputed", l.AchievementTitle, l.DisputeReason, l.Number, (l.SellerAnswer is { Accepted: false } s ? s : l.BuyerAnswer!).At, null,
                $"/workbench/leads/{l.Id}")),
            .. disputed.Select(c => new Item(c.Id.Value, "commission-disputed", c.Title, c.DisputeReason, c.Number, c.DisputedAt!.Value, null, $"/workbench/commissions/{c.Id}")),
            .. invoices.Select(i => new Item(i.Id, "invoice-to-note", i.commission.Title, i.PayerName, i.commission.Number, i.BookedAt, null, $"/workbench/commissions/{i.commission.Id}")),
        ];
    }

    private static async Task<List<Item>> ForFinance(CommissionsDb db, Guid own, Caller caller, CancellationToken ct)
    {
        var bureau = PaymentDesk.IsBureauFinance(caller);
        var payable = await (from payout in db.Payouts.AsNoTracking()
                             join commission in db.Commissions on payout.CommissionId equals commission.Id
                             where payout.Status == PayoutStatus.Payable && commission.Status != CommissionStatus.Disputed && (bureau || payout.PayerId == own)
                             orderby payout.PayableAt
                             select new { payout, commission.Number, commission.Title }).Take(Most).ToListAsync(ct);
        var items = payable.Select(p => new Item(
            p.payout.Id, "payout-to-pay", p.Title, p.payout.BrokerName, p.Number, p.payout.PayableAt!.Value, null, $"/workbench/payouts?q={p.Number}&status=PAYABLE")).ToList();
        if (!bureau) return items;
        var disputed = await db.Commissions.AsNoTracking().Where(c => c.Status == CommissionStatus.Disputed).OrderBy(c => c.DisputedAt).Take(Most).ToListAsync(ct);
        items.AddRange(disputed.Select(c => new Item(
            c.Id.Value, "dispute-to-resolve", c.Title, c.DisputeReason, c.Number, c.DisputedAt!.Value, null, $"/workbench/commissions/{c.Id}")));
        return items;
    }
}
