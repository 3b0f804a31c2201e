using Microsoft.EntityFrameworkCore;
using TechMarket.Messages;
using TechMarket.Platform.Messaging;
using TechMarket.Trading.Appraisals;
using TechMarket.Trading.Deals;

namespace TechMarket.Trading.Copies;

/// <summary>The contract is registered.</summary>
sealed class OnContractRegistered(TradingDb db) : IReaction<ContractRegistered>
{
    public async Task React(ContractRegistered fact, CancellationToken ct)
    {
        var progress = await db.ProgressOf(fact.DealId, ct);
        (progress.ContractId, progress.ContractNumber) = (fact.ContractId, fact.ContractNumber);
        await Remember(fact, ct);
        (progress.RegisteredAt, progress.RegistrationNumber, progress.VerificationCode) = (fact.RegisteredAt, fact.RegistrationNumber, fact.VerificationCode);
    }

    /// <summary>One more case to compare prices with, once per contract.</summary>
    private async Task Remember(ContractRegistered fact, CancellationToken ct)
    {
        if (fact.ContractAmount.Currency != "CNY" || await db.RegisteredCases.AnyAsync(c => c.ContractId == fact.ContractId, ct)) return;
        var dealId = new DealId(fact.DealId);
        var achievementId = await db.Deals.Where(d => d.Id == dealId).Select(d => (Guid?)d.AchievementId).SingleOrDefaultAsync(ct);
        var achievement = await db.KnownAchievements.SingleOrDefaultAsync(a => a.Id == achievementId, ct);
        db.RegisteredCases.Add(new RegisteredCase
        {
            ContractId = fact.ContractId, Category = fact.Category, FieldCode = fact.FieldCode, IpKinds = [.. (achievement?.IpRights ?? []).Select(r => r.Kind).Distinct()],
            Maturity = achievement?.Maturity ?? 0, Amount = fact.ContractAmount.Amount, RegisteredAt = fact.RegisteredAt,
        });
    }
}
