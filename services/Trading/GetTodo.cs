using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Confirmations;
using TechMarket.Trading.FixedTerm;
using TechMarket.Trading.Negotiations;
using TechMarket.Trading.Notices;
using TechMarket.Trading.Sales;

namespace TechMarket.Trading;

/// <summary>What waits for this person here: by role, for the organisation the person acts for.</summary>
static class GetTodo
{
    /// <param name="Kind">invitation-to-answer, nda-to-confirm, offer-to-answer, messages-unread, notice-to-publish, objection-to-decide, or one of <see cref="SaleTodo"/>, <see cref="ConfirmationTodo"/> and <see cref="FixedTermTodo"/>.</param>
    public sealed record Item(
        Guid Id, string Kind, string Title, string? Subject, string? Number, DateTimeOffset WaitingSince, DateTimeOffset? DueAt, string Link);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static async Task<Ok<Response>> Handle(Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        if (caller.Organisation is not { } own || !caller.Verified) return TypedResults.Ok(new Response([]));
        var now = clock.GetUtcNow();
        var items = new List<Item>();
        if (caller.Has(Roles.Publisher)) items.AddRange(await Talks(own, Side.Seller, db, now, ct));
        if (caller.Has(Roles.Purchaser)) items.AddRange(await Talks(own, Side.Buyer, db, now, ct));
        if (caller.Has(Roles.Approver)) items.AddRange(await Objections(own, caller.PersonId, db, ct));
        items.AddRange(await SaleTodo.For(caller, db, ct));
        items.AddRange(await ConfirmationTodo.For(caller, db, ct));
        items.AddRange(await FixedTermTodo.For(caller, db, profile.At(now), now, ct));
        return TypedResults.Ok(new Response([.. items.OrderBy(i => i.WaitingSince).ThenBy(i => i.Id)]));
    }

    private static async Task<List<Item>> Talks(Guid own, Side side, TradingDb db, DateTimeOffset now, CancellationToken ct)
    {
        var live = await db.Negotiations.AsNoTracking().Include(n => n.Offers)
            .Where(n => (side == Side.Seller ? n.SellerId : n.BuyerId) == own && !NegotiationSteps.Closed.Contains(n.State)).ToListAsync(ct);
        var ids = live.Select(n => n.Id).ToList();
        var read = await db.ReadMarks.Where(m => m.OrganisationId == own && ids.Contains(m.NegotiationId)).ToDictionaryAsync(m => m.NegotiationId, m => m.UpTo, ct);
        var items = new List<Item>();
        foreach (var talks in live)
        {
            var other = side == Side.Seller ? talks.BuyerName : talks.SellerName;
            var room = $"/workbench/trading/negotiations/{talks.Id}";
            Item Waiting(string kind, DateTimeOffset since, DateTimeOffset? due = null, string? link = null) =>
                new(talks.Id.Value, kind, talks.AchievementTitle, other, talks.Number, since, due, link ?? room);

            if (side == Side.Seller && talks.Phase == NegotiationState.Invited) items.Add(Waiting("invitation-to-answer", talks.OpenedAt));
            if (side == Side.Buyer && talks.Phase == NegotiationState.NdaPending) items.Add(Waiting("nda-to-confirm", talks.LastActionAt));
            if (talks.Allows(NegotiationStep.Accept) && talks.Latest is { } offer && offer.By != side && offer.StateAt(now) == OfferState.Open)
                items.Add(Waiting("offer-to-answer", offer.OfferedAt, offer.ExpiresAt));
            if (side == Side.Seller && talks is { State: NegotiationState.Agreed, NoticeRequired: true })
                items.Add(Waiting("notice-to-publish", talks.AgreedAt!.Value, null, room + "/notice"));
        }
        await AddUnread(items, live, read, side, db, ct);
        return items;
    }

    private static async Task AddUnread(
        List<Item> items, List<Negotiation> live, Dictionary<NegotiationId, int> read, Side side, TradingDb db, CancellationToken ct)
    {
        foreach (var talks in live.Where(n => n.MessageCount > read.GetValueOrDefault(n.Id)))
        {
            var seen = read.GetValueOrDefault(talks.Id);
            var first = await db.Messages.AsNoTracking().Where(m => m.NegotiationId == talks.Id && m.Sequence > seen).OrderBy(m => m.Sequence).FirstAsync(ct);
            var other = side == Side.Seller ? talks.BuyerName : talks.SellerName;
            items.Add(new Item(first.Id, "messages-unread", talks.AchievementTitle, other, talks.Number, first.PostedAt, null, $"/workbench/trading/negotiations/{talks.Id}"));
        }
    }

    private static async Task<List<Item>> Objections(Guid own, Guid person, TradingDb db, CancellationToken ct)
    {
        var paused = await db.Notices.AsNoTracking().Include(n => n.Objections)
            .Where(n => n.SellerId == own && n.State == NoticeState.Paused && n.PreparedBy != person).ToListAsync(ct);
        var ids = paused.Select(n => n.NegotiationId).ToList();
        var negotiators = await db.Negotiations.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.SellerPeople, ct);
        return
        [
            .. from notice in paused
               where notice.NegotiationId is not { } talks || !negotiators[talks].Contains(person)
               from objection in notice.Objections
               where objection.State == ObjectionState.Open
               select new Item(
                   objection.Id.Value, "objection-to-decide", notice.Subject.AchievementTitle, notice.Subject.BuyerName, notice.Number,
                   objection.ReceivedAt, objection.DueAt, $"/workbench/trading/notices/{notice.Id}"),
        ];
    }
}
