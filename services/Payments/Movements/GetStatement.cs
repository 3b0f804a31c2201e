using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Movements;

/// <summary>Finance reads what became of the rows of an uploaded statement.</summary>
static class GetStatement
{
    public sealed record Row(int Number, RowOutcome Outcome, string? Note, Guid? MovementId);

    public sealed record Response(
        Guid Id, string FileName, string UploadedBy, DateTimeOffset UploadedAt, int Matched, int Queued, int Known, int Refused, IReadOnlyList<Row> Rows);

    public static async Task<Ok<Response>> Handle(Guid id, Caller caller, PaymentsDb db, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        var statement = await db.Statements.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw Platform.Problems.PlatformProblems.NotFound.Now();
        return TypedResults.Ok(Write(statement));
    }

    public static Response Write(Statement s) => new(
        s.Id, s.FileName, s.UploadedBy, s.UploadedAt, Count(s, RowOutcome.Matched), Count(s, RowOutcome.Queued), Count(s, RowOutcome.Known), Count(s, RowOutcome.Refused),
        [.. s.Rows.Select(r => new Row(r.Row, r.Outcome, r.Note, r.MovementId))]);

    private static int Count(Statement statement, RowOutcome outcome) => statement.Rows.Count(r => r.Outcome == outcome);
}
