using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Documents;
using TechMarket.Platform.Security;
using TechMarket.Rules;

namespace TechMarket.Commissions.Rewards;

/// <summary>The seller's people take a plan away for the file, with room for signatures: as a page to print, as PDF.</summary>
static class PrintRewardPlan
{
    public static async Task<ContentHttpResult> Html(
        RewardPlanId id, [RegularExpression("zh|en")] string? lang, Caller caller, CommissionsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Content(await Write(id, lang, caller, db, profile, clock, ct), "text/html; charset=utf-8");

    public static async Task<FileContentHttpResult> Pdf(
        RewardPlanId id, [RegularExpression("zh|en")] string? lang, Caller caller, CommissionsDb db, RegionProfile profile, PdfPrinter printer, TimeProvider clock,
        CancellationToken ct) =>
        TypedResults.File(await printer.Print(await Write(id, lang, caller, db, profile, clock, ct), ct), "application/pdf", $"reward-plan-{id}.pdf");

    private static async Task<string> Write(
        RewardPlanId id, string? lang, Caller caller, CommissionsDb db, RegionProfile profile, TimeProvider clock, CancellationToken ct)
    {
        var plan = await RewardDesk.Read(db, id, caller, ct);
        return RewardDocument.Html(plan, await RewardDesk.RegistrationOf(db, plan.DealId, ct), profile.At(plan.CreatedAt), profile.MarketName, lang == "en", clock.GetUtcNow());
    }
}
