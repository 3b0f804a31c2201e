using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;
using TechMarket.Rules;

namespace TechMarket.Trading.FixedTerm;

/// <summary>An organisation sees what it uses, or who uses what it offers.</summary>
static class ListUptakes
{
    public enum Sides
    {
        Taker,
        Holder,
    }

    public sealed record Item(
        Guid Id, string Number, string Kind, string State, string OfferNumber, string AchievementNumber, string AchievementTitle, string SellerName,
        string TakerName,
        DateTimeOffset? TrialEndsAt, DateTimeOffset? NextReportDueAt, Money? Price, DateTimeOffset? PayBy, DateTimeOffset ChangedAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(
        Caller caller, TradingDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct, Sides side = Sides.Taker, string? state = null,
        [Range(1, 100_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var own = caller.OrganisationId;
        var now = clock.GetUtcNow();
        var due = profile.At(now).FixedTermOffers.ReportDue;
        var uptakes = db.Uptakes.AsNoTracking().Where(u => (side == Sides.Taker ? u.TakerId : u.SellerId) == own);
        if (Query.Parse<UptakeState>(state) is { } wanted) uptakes = uptakes.Where(u => u.State == wanted);
        var total = await uptakes.CountAsync(ct);
        var rows = await uptakes.OrderByDescending(u => u.ChangedAt).ThenByDescending(u => u.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. rows.Select(u => ItemOf(u, due))], total, page, size, now));
    }

    private static Item ItemOf(Uptake uptake, Period due) => new(
        uptake.Id.Value, uptake.Number, uptake.Kind.Name(), uptake.State.Name(), uptake.OfferNumber, uptake.Subject.AchievementNumber,
        uptake.Subject.AchievementTitle,
        uptake.Subject.SellerName, uptake.Taker.Name, uptake.TrialEndsAt, uptake.NextStretch is var (_, to) ? Reminders.ReportDue(to, due) : null,
        uptake.Price?.Price,
        uptake.PayBy, uptake.ChangedAt);
}
