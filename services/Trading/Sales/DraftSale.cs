using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMarket.Messages;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Rules;
using TechMarket.Trading.Appraisals;
using TechMarket.Trading.Bidding;

namespace TechMarket.Trading.Sales;

/// <summary>The seller writes down what it wants to sell and how, for the first time or anew.</summary>
static class DraftSale
{
    /// <summary>国有企业, a code of PartyNature.</summary>
    internal const string StateOwned = "110";

    /// <param name="Version">As the person saw it; left out the first time.</param>
    /// <param name="ReservePrice">The secret reserve price of an auction (拍卖法 28, 50): locked at once, never answered; left out, the one on record stays.</param>
    public sealed record Request(Guid AchievementId, SaleMode Mode, SaleForm.Terms Terms, long? Version = null, Money? ReservePrice = null);

    // The client names the sale, so sending the first draft twice is one sale.
    public static async Task<Ok<GetSale.Response>> Handle(
        SaleId id, Request request, Caller caller, TradingDb db, AuctionVault vault, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        caller.Require(Roles.Publisher).RequireVerified();
        var now = clock.GetUtcNow();
        var rules = profile.At(now);
        var terms = SaleForm.Of(request.Terms);
        if (terms.Auction is { } plan && plan.House.CreditCode == caller.CreditCode) throw Problems.AuctionHouseIsSeller.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sale = await db.LockSale(id, ct);
        if (sale is null)
        {
            sale = await Begin(id, request, terms, caller, db, rules, now, ct);
        }
        else
        {
            if (sale.SellerId != caller.OrganisationId) throw Problems.SaleNotFound.Now();
            if ((sale.AchievementId, sale.Mode) != (request.AchievementId, request.Mode)) throw Problems.IdReused.Now();
            if (request.Version is not { } seen)
            {
                if (!SameTerms(sale.Terms, terms) || !SaleReserve.Same(request, sale, vault)) throw PlatformProblems.ChangedMeanwhile.With(("version", sale.Version));
                return TypedResults.Ok(await GetSale.View(sale, caller, db, rules, now, ct));
            }
            sale.Rewrite(seen, terms, rules, caller.PersonId, now);
            db.Audit(caller, "sale", id.Value, "rewritten", sale.State.ToString(), sale.State.ToString(), data: terms);
        }
        sale.KeepReserve(SaleReserve.Of(request, terms, sale, vault));
        await db.CheckAppraisal(sale, now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: TradingDb.OneRunningSale })
        {
            throw Problems.SaleRunning.Now();
        }
        return TypedResults.Ok(await GetSale.View(sale, caller, db, rules, now, ct));
    }

    private static async Task<Sale> Begin(
        SaleId id, Request request, SaleTerms terms, Caller caller, TradingDb db, RuleSet rules, DateTimeOffset now, CancellationToken ct)
    {
        var achievement = await db.KnownAchievements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AchievementId, ct)
            ?? throw Problems.AchievementNotFound.Now();
        if (achievement.OwnerId != caller.OrganisationId) throw Problems.NotYourAchievement.Now();
        if (!achievement.IsOpenToNew) throw Problems.AchievementNotAvailable.With(("status", achievement.Status));
        var subject = new SaleSubject(
            achievement.Id, achievement.Number, achievement.Title, caller.OrganisationId, caller.OrganisationName, caller.PartyNature == StateOwned);
        var sale = Sale.Draft(id, await db.NextNumber(request.Mode == SaleMode.Auction ? "PM" : "GP", ct), request.Mode, subject, terms, rules, caller.PersonId, now);
        db.Sales.Add(sale);
        db.Audit(caller, "sale", id.Value, "drafted", null, sale.State.ToString(), data: terms);
        return sale;
    }

    private static bool SameTerms(SaleTerms a, SaleTerms b) =>
        System.Text.Json.JsonSerializer.Serialize(a, Platform.Data.Json.Options) == System.Text.Json.JsonSerializer.Serialize(b, Platform.Data.Json.Options);
}
