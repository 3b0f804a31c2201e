using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using TechMarket.Platform.Problems;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Movements;

/// <summary>Finance uploads a bank statement. Lines taken before are recognised, so the same days may be uploaded again.</summary>
static class UploadStatement
{
    public static async Task<Ok<GetStatement.Response>> Handle(IFormFile file, Caller caller, PaymentsDb db, Intake intake, TimeProvider clock, CancellationToken ct)
    {
        caller.RequireBureau(Roles.Finance);
        if (file.Length > StatementFile.MaximumSize) throw PlatformProblems.TooLarge.With(("maximumBytes", StatementFile.MaximumSize));
        using var buffer = new MemoryStream();
        await using (var upload = file.OpenReadStream()) await upload.CopyToAsync(buffer, ct);
        var bytes = buffer.ToArray();
        var lines = StatementFile.Read(bytes);
        var now = clock.GetUtcNow();
        var name = Path.GetFileName(file.FileName);
        var statement = new Statement
        {
            Id = Guid.CreateVersion7(now), FileName = name.Length > 200 ? name[^200..] : name, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            UploadedBy = caller.PersonName, UploadedAt = now, Rows = [],
        };
        var rows = new List<StatementRow>();
        foreach (var line in lines)
        {
            if (line.Reported is null)
            {
                rows.Add(new StatementRow(line.Row, RowOutcome.Refused, line.Error, null));
                continue;
            }
            var taken = await intake.Take(line.Reported, statement.Id, line.Row, caller, ct);
            rows.Add(new StatementRow(line.Row, taken.Outcome, taken.Note, taken.MovementId));
        }
        statement.Rows = rows;
        db.Statements.Add(statement);
        db.Audit(caller, "statement", statement.Id, "upload", data: new { statement.FileName, statement.Sha256, rows.Count }, retention: "permanent");
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(GetStatement.Write(statement));
    }
}
