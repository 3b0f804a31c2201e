using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Trading.Notices;

namespace TechMarket.Trading.Sales;

/// <summary>What of the sales waits for a person: to write, approve, review, decide, pay.</summary>
static class SaleTodo
{
    public static async Task<List<GetTodo.Item>> For(Caller caller, TradingDb db, CancellationToken ct)
    {
        var items = new List<GetTodo.Item>();
        if (caller.IsBureau()) items.AddRange(await Reviews(db, ct));
        if (caller.Has(Roles.Publisher) || caller.Has(Roles.Approver)) items.AddRange(await Own(caller, db, ct));
        if (caller.Has(Roles.Purchaser)) items.AddRange(await Deposits(caller.OrganisationId, db, ct));
        return items;
    }

    private static async Task<IEnumerable<GetTodo.Item>> Reviews(TradingDb db, CancellationToken ct) =>
        from sale in await db.Sales.AsNoTracking().Where(s => s.State == SaleState.Submitted).ToListAsync(ct)
        select Item(sale, "sale-to-review", sale.Subject.SellerName, sale.ChangedAt);

    private static async Task<List<GetTodo.Item>> Own(Caller caller, TradingDb db, CancellationToken ct)
    {
        var own = caller.OrganisationId;
        SaleState[] waiting = [SaleState.Returned, SaleState.UnitReview, SaleState.Announced, SaleState.ClosedForRegistration, SaleState.ResultNotice];
        var sales = await db.Sales.AsNoTracking().Include(s => s.Parties).Where(s => s.SellerId == own && waiting.Contains(s.State)).ToListAsync(ct);
        var revised = await db.Notices.AsNoTracking().Where(n => n.SellerId == own && n.SaleId != null)
            .GroupBy(n => n.SaleId).Select(g => g.OrderByDescending(n => n.PreparedAt).ThenByDescending(n => n.Id).First()).ToListAsync(ct);
        var items = new List<GetTodo.Item>();
        foreach (var sale in sales)
        {
            if (sale.State == SaleState.Returned && caller.Has(Roles.Publisher)) items.Add(Item(sale, "sale-to-rewrite", sale.Returned?.PersonName, sale.ChangedAt));
            if (sale.State == SaleState.UnitReview && caller.Has(Roles.Approver)) items.Add(Item(sale, "sale-to-approve", null, sale.ChangedAt));
            if (sale.State == SaleState.Announced || sale.Wait == SaleWait.Qualification)
            {
                items.AddRange(from party in sale.Current
                               where party.State == SalePartyState.Registered
                               select Item(sale, "sale-party-to-decide", party.Name, party.RegisteredAt!.Value, sale.DecideBy, party.Id.Value));
            }
            if (sale is { State: SaleState.ClosedForRegistration, Wait: not SaleWait.Qualification }) items.Add(Item(sale, "sale-to-decide", null, sale.ChangedAt, sale.DecideBy));
            if (sale.State == SaleState.ResultNotice && caller.Has(Roles.Publisher) && revised.Find(n => n.SaleId == sale.Id) is { State: NoticeState.Revised } notice)
                items.Add(Item(sale, "sale-result-to-correct", sale.Result!.TransfereeName, notice.ClosedAt ?? sale.ChangedAt));
        }
        return items;
    }

    private static async Task<IEnumerable<GetTodo.Item>> Deposits(Guid own, TradingDb db, CancellationToken ct)
    {
        SaleState[] open = [SaleState.Announced, SaleState.ClosedForRegistration];
        var sales = await db.Sales.AsNoTracking().Include(s => s.Parties).Where(s => open.Contains(s.State) && s.Parties.Any(p => p.OrganisationId == own)).ToListAsync(ct);
        return from sale in sales
               where sale.State == SaleState.Announced || sale.Wait == SaleWait.Qualification
               let party = sale.PartyFor(own)
               where party is { IsLive: true, DepositHeldAt: null }
               select new GetTodo.Item(
                   party.Id.Value, "deposit-to-pay", sale.Subject.AchievementTitle, sale.Subject.SellerName, sale.Number, party.RegisteredAt!.Value,
                   party.DepositDueAt, $"/workbench/trading/registrations/{sale.Id}");
    }

    private static GetTodo.Item Item(Sale sale, string kind, string? subject, DateTimeOffset since, DateTimeOffset? due = null, Guid? id = null) => new(
        id ?? sale.Id.Value, kind, sale.Subject.AchievementTitle, subject, sale.Number, since, due, $"/workbench/trading/sales/{sale.Id}");
}
