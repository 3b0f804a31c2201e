using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Demands.Needs;
using TechMarket.Platform.Data;
using TechMarket.Platform.Imports;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;
using TechMarket.Platform.Web;

namespace TechMarket.Demands.Imports;

/// <summary>A machine keeps one of its records here under its own id, with the effect of a file of one row.</summary>
static class PutDemandRow
{
    /// <summary>The fields of one line of a file of needs; names or codes alike.</summary>
    public sealed record Request(
        [property: StringLength(100, MinimumLength = 1)] string Title,
        [property: StringLength(50, MinimumLength = 1)] string Field,
        [property: StringLength(2000, MinimumLength = 1)] string Description,
        [property: StringLength(100)] string? Enterprise = null,
        [property: StringLength(30)] string? Type = null,
        [property: MaxLength(10), Each(1, 30)] IReadOnlyList<string>? Keywords = null,
        [property: StringLength(1000)] string? ExpectedIndicators = null,
        [property: StringLength(1000)] string? Background = null,
        [property: StringLength(1000)] string? PresentBase = null,
        [property: MaxLength(13), Each(1, 40)] IReadOnlyList<string>? Cooperation = null,
        [property: Range(0, 999_999_999_999)] decimal? Budget = null,
        [property: StringLength(60)] string? BudgetText = null,
        DateOnly? Deadline = null,
        [property: StringLength(100)] string? Region = null,
        DateOnly? PostedOn = null,
        [property: StringLength(500)] string? SourceUrl = null,
        [property: StringLength(40)] string? SourceTrust = null);

    public sealed record Response(Guid Id, string? Number, ImportOutcome Outcome);

    public static async Task<Ok<Response>> Handle(
        string source, string externalId, Request request, Caller caller, DemandsDb db, IRowImporter<DemandsDb> importer, CancellationToken ct)
    {
        if (DemandsService.SourceOf(caller) != source) throw ImportProblems.NotYourSource.Now();
        var row = JsonSerializer.SerializeToNode(request, Json.Options)!;
        row["externalId"] = externalId;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockSource(source, ct);
        var result = await importer.Take(source, row.ToJsonString(Json.Options), caller, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        var demand = await db.Demands.FindAsync([new DemandId(result.SubjectId!.Value)], ct) ?? throw PlatformProblems.NotFound.Now();
        return TypedResults.Ok(new Response(demand.Id.Value, demand.Number, result.Outcome));
    }
}
