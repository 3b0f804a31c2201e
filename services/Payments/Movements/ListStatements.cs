using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Security;

namespace TechMarket.Payments.Movements;

/// <summary>Finance sees the statements uploaded so far, newest first.</summary>
static class ListStatements
{
    public sealed record Item(Guid Id, string FileName, string UploadedBy, DateTimeOffset UploadedAt, int Matched, int Queued, int Known, int Refused);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Page, int Size);

    public static async Task<Ok<Response>> Handle(Caller caller, PaymentsDb db, CancellationToken ct, int? page = null, int? size = null)
    {
        caller.RequireBureau(Roles.Finance);
        var (p, s) = Paging.Of(page, size);
        var rows = await db.Statements.AsNoTracking().OrderByDescending(x => x.UploadedAt).Skip((p - 1) * s).Take(s).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. rows.Select(GetStatement.Write).Select(w => new Item(w.Id, w.FileName, w.UploadedBy, w.UploadedAt, w.Matched, w.Queued, w.Known, w.Refused))],
            await db.Statements.CountAsync(ct), p, s));
    }
}
