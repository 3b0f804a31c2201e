using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;

namespace TechMarket.Commissions.Rewards;

/// <summary>Anyone reads an award notice (DOMAIN W-5): achievement, people, award, contract registration, period, and how to object.</summary>
static class GetRewardNotice
{
    /// <summary>What became of an objection; never who made it.</summary>
    public sealed record ObjectionResult(RewardObjectionState State, DateTimeOffset ReceivedAt, string? Decision, DateTimeOffset? DecidedAt);

    public sealed record Period(int Value, string Unit);

    /// <param name="EndsAt">While paused: when it would have ended.</param>
    /// <param name="RemainingSeconds">Only while paused: the time it still has to run.</param>
    public sealed record Response(
        string Number, RewardNoticeState State, string? AchievementNumber, string Title, string SellerName, string BuyerName, string ContractNumber,
        string? RegistrationNumber, string? VerificationCode, DateTimeOffset RegisteredAt, Money ContractAmount, Money TechnicalAmount, Money Deducted, Money NetIncome,
        Money Award, string Basis, IReadOnlyList<RewardNoticePart> Parts, Period Length, DateTimeOffset PublishedAt, DateTimeOffset EndsAt, long? RemainingSeconds,
        DateTimeOffset? ClosedAt, string? ClosingReason, IReadOnlyList<ObjectionResult> Objections, bool TakesObjections, DateTimeOffset ServerTime);

    public static async Task<Ok<Response>> Handle(string number, CommissionsDb db, TimeProvider clock, CancellationToken ct)
    {
        var notice = await db.RewardNotices.AsNoTracking().Include(n => n.Objections).SingleOrDefaultAsync(n => n.Number == number, ct)
            ?? throw Problems.RewardNoticeNotFound.Now();
        var (now, c) = (clock.GetUtcNow(), notice.Contents);
        return TypedResults.Ok(new Response(
            number, notice.State, c.AchievementNumber, c.Title, c.SellerName, c.BuyerName, c.ContractNumber, c.Registration.Number, c.Registration.VerificationCode,
            c.Registration.RegisteredAt, c.Registration.ContractAmount, c.Registration.TechnicalAmount, c.Deducted, c.NetIncome, c.Award, c.Basis, c.Parts,
            new Period(notice.Length.Value, notice.Length.Unit.Code()), notice.PublishedAt, notice.EndsAt,
            notice.Remaining is { } left ? (long)left.TotalSeconds : null, notice.ClosedAt, notice.ClosingReason,
            [.. notice.Objections.OrderBy(o => o.ReceivedAt).Select(o => new ObjectionResult(o.State, o.ReceivedAt, o.Decision, o.DecidedAt))],
            notice.TakesObjections(now), now));
    }
}
