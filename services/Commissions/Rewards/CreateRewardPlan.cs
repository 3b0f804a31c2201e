using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>A public seller's publisher begins the plan of a contract in effect. One plan per deal that is not withdrawn.</summary>
static class CreateRewardPlan
{
    /// <summary>What the unit decides, as it travels.</summary>
    public sealed record Content(
        [property: Required, StringLength(2000, MinimumLength = 2)] string Basis, [property: Required, MaxLength(30)] IReadOnlyList<RewardDeduction> Deductions,
        [property: Required, MinLength(1), MaxLength(100)] IReadOnlyList<RewardShare> Shares)
    {
        internal RewardContent Read() => new(
            Basis.Trim(), [.. Deductions.Select(d => d with { Note = d.Note.Trim() })],
            [.. Shares.Select(s => s with { Name = s.Name.Trim(), WorkNumber = string.IsNullOrWhiteSpace(s.WorkNumber) ? null : s.WorkNumber.Trim() })]);
    }

    /// <param name="Id">Named by the client, so that sending it twice is one plan.</param>
    public sealed record Request(Guid Id, Guid DealId, Content Content);

    public static async Task<Ok<GetRewardPlan.Response>> Handle(
        Request request, Caller caller, CommissionsDb db, ContactVault vault, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Publisher).RequireVerified();
        var (now, id, content) = (clock.GetUtcNow(), new RewardPlanId(request.Id), request.Content.Read());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockDeal(request.DealId, ct);
        if (await db.RewardPlans.SingleOrDefaultAsync(p => p.Id == id, ct) is { } known)
        {
            if (known.SellerId != caller.OrganisationId) throw Problems.RewardPlanNotFound.Now();
            if (known.DealId != request.DealId || Written(known.Content) != Written(content)) throw Problems.RewardPlanIdReused.Now();
            return TypedResults.Ok(await GetRewardPlan.Show(known, caller, db, vault, profile, ct));
        }
        var contract = await RewardDesk.ContractOf(db, request.DealId, caller, ct);
        if (!caller.PublicInstitution) throw Problems.RewardPublicOnly.Now();
        if (await db.RewardPlans.FirstOrDefaultAsync(p => p.DealId == request.DealId && p.Status != RewardPlanStatus.Withdrawn, ct) is { } other)
            throw Problems.RewardPlanExists.With(("number", other.Number));
        var plan = RewardPlan.Draft(id, await db.NextNumber("SY", ct), contract, content, profile.At(now).RewardFloor, caller.Actor(), now);
        db.RewardPlans.Add(plan);
        db.Audit(caller, "reward-plan", id.Value, "create", to: "DRAFT", data: request, retention: "permanent");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await GetRewardPlan.Show(plan, caller, db, vault, profile, ct));
    }

    private static string Written(RewardContent content) => JsonSerializer.Serialize(content, Platform.Data.Json.Options);
}
