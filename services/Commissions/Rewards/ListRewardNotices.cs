using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;

namespace TechMarket.Commissions.Rewards;

/// <summary>Anyone browses the award notices, newest first.</summary>
static class ListRewardNotices
{
    public sealed record Item(string Number, RewardNoticeState State, string Title, string SellerName, Money Award, DateTimeOffset PublishedAt, DateTimeOffset EndsAt);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle([Range(1, 10_000)] int? page, [Range(1, 100)] int? size, CommissionsDb db, CancellationToken ct)
    {
        var (at, many) = (page ?? 1, size ?? 20);
        var found = await db.RewardNotices.AsNoTracking().OrderByDescending(n => n.PublishedAt).ThenBy(n => n.Id).Skip((at - 1) * many).Take(many).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. found.Select(n => new Item(n.Number, n.State, n.Contents.Title, n.Contents.SellerName, n.Contents.Award, n.PublishedAt, n.EndsAt))],
            await db.RewardNotices.CountAsync(ct), at, many));
    }
}
